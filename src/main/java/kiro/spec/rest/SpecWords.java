package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.Spec;

/// What one spec calls those who use its endpoints, and what they do there.
///
/// @param roles the words that it calls roles
/// @param owners the words for the one to whom a resource belongs: "Only the reporter may ..."
/// @param credentials what callers show in a header: "badge code"
/// @param verbs what its endpoint does, in the words of its title and of the sentence that defines it
/// @param states the words that it has for states: "in progress" of `IN_PROGRESS`
/// @param callers what it calls those who send requests: "5 requests per minute per driver"
/// @param titled what the title says that is done: "announce" of "Announcing a delivery"
record SpecWords(
        Set<String> roles,
        Set<String> owners,
        Set<String> verbs,
        Set<String> credentials,
        Set<String> states,
        Set<String> callers,
        Set<String> titled) {
    private static final String MAY =
            "(?:may|can|is allowed to|are allowed to|is able to|are able to)";

    /// A verb that somebody does; "may be", "can have" and the like are said of things.
    private static final String DOES =
            "(?!be\\b|not\\b|have\\b|contain\\b|consist\\b|only\\b|change if\\b|differ\\b)[a-z]+";

    private static final List<Pattern> OWNERS =
            patterns(
                    "\\bonly the ([a-z][a-z-]+)(?: (?:of|for) (?:the|an?|this|that) [a-z-]+)?(?:,? (?:or|and) (?:an? |the )?[a-z]+)? "
                            + MAY
                            + " "
                            + DOES,
                    "\\b([a-z][a-z-]+s) " + MAY + " only (?:[a-z]+ )?(?:their|his|her) own\\b",
                    "\\b([a-z][a-z-]+s) (?:may|can) ?(?:not|'t)? [a-z]+ their own\\b",
                    "\\b([a-z][a-z-]+s) can(?:no|')t [a-z]+ their own\\b",
                    "\\b([a-z][a-z-]+s) only (?:see|get|read|list|[a-z]+) their own\\b",
                    "\\bthe ([a-z][a-z-]+) who (?:placed|created|made|opened|booked|wrote|posted|submitted|ordered|added|registered|holds|reported|filed|uploaded|started|owns|borrowed|rented)\\b",
                    "\\bthe ([a-z][a-z-]+) of the [a-z-]+,? (?:or|and) [a-z ]+" + MAY,
                    "\\bor the ([a-z][a-z-]+) of the [a-z-]+, [a-z]+s\\b",
                    "\\bthe ([a-z][a-z-]+) of the (?:new )?[a-z-]+ is the (?:caller|signed-in|calling)\\b");

    /// Who is called so is an owner, unless it is a role that the spec admits or refuses: "the parcels of the calling
    /// merchant" beside "only merchants may list parcels".
    private static final List<Pattern> CALLING = patterns("\\bthe calling ([a-z][a-z-]+)\\b");

    private static final Set<String> NO_OWNERS =
            words(
                    "owner user caller client person people one field value title name status state "
                            + "body request response server service system endpoint api admin administrator "
                            + "moderator superuser staff");

    private static final List<Pattern> ROLES =
            patterns(
                    "\\bonly ([a-z][a-z-]+s) " + MAY + " " + DOES,
                    "\\b([a-z][a-z-]+s) " + MAY + " [a-z]+ (?:any|every|all|everything)\\b",
                    "\\bonly (?:an?) ([a-z][a-z-]+) " + MAY + " " + DOES,
                    "\\bby (?:an|a|another) ([a-z][a-z-]+)\\b(?! (?:of|with|that) )",
                    "(?<!\\b(?:of|for|on|to|in|with|from) )\\b(?:an|a|another|other|every|any) ([a-z][a-z-]+) (?:who|gets|"
                            + MAY
                            + " "
                            + DOES
                            + ")",
                    "\\b([a-z][a-z-]+s) (?:and|or) [a-z][a-z-]+s? (?:"
                            + MAY
                            + " "
                            + DOES
                            + "|must not|gets? 403)",
                    "\\b[a-z][a-z-]+s (?:and|or) ([a-z][a-z-]+s) (?:"
                            + MAY
                            + " "
                            + DOES
                            + "|must not|gets? 403)",
                    "\\b([a-z][a-z-]+s) (?:may not|must not|get 403)\\b",
                    "\\b[a-z][a-z-]+s (?:and|or) ([a-z][a-z-]+),? who (?:may|can)\\b",
                    "\\bwho is (?:not )?in ([a-z][a-z-]+)\\b",
                    "\\bonly ([a-z][a-z-]+ [a-z][a-z-]+s) " + MAY + " " + DOES,
                    "\\bby ([a-z][a-z-]+ [a-z][a-z-]+s) only\\b",
                    "\\b(?:the|a) ([a-z][a-z-]+ [a-z][a-z-]+) role\\b",
                    "\\b(?:by|for|to) ([a-z][a-z-]+s) only\\b",
                    "\\breserved for ([a-z][a-z-]+s)\\b",
                    "\\b[a-z-]+s (?:and|or) ([a-z][a-z-]+ (?:staff|[a-z-]+s)) " + MAY + " " + DOES,
                    "\\bis for ([a-z][a-z-]+s)\\b",
                    "\\bby an? ([a-z][a-z-]+ [a-z][a-z-]+) (?:returns|gets|with|who|is)\\b",
                    "(?:^|[.:;] |- )((?!only |all |every |no |the |any |most |some |these |those |two |other |both |our |new |registered |signed-in )[a-z][a-z-]+ [a-z][a-z-]+s) "
                            + MAY
                            + " [a-z]+ (?:any|every|all|everything|anyone|it)\\b",
                    "\\b(?:nobody|no one) (?:but|except|other than) ([a-z][a-z-]+s) ",
                    "\\bthe caller is an? ([a-z][a-z-]+)\\b");
    private static final Set<String> NO_ROLES =
            words(
                    "owner user caller client customer person people member account creator request else "
                            + "new valid invalid missing unknown known same second third server service system "
                            + "number response answer body header token one copy "
                            + "field value signed-in other filter both");

    private static final Pattern SHOWN =
            Pattern.compile(
                    "(?i)(?:\\b(?:required|needed|mandatory|authentication|authenticate|identified|known|signed in|sign in|log in|show|send|present)[^.;|]{0,20}?\\b(?:the|an?|their|its|your) |\\bauthentication[:*| ]+)(?:valid |personal )?((?:[a-z-]+ ){0,2}[a-z-]+) (?:in|from|through|via) (?:the |a )?(?:header )?`?X-[A-Za-z-]+");
    private static final List<Pattern> VERBS =
            patterns(
                    "\\b" + MAY + " only ([a-z]+) (?:their|his|her) own\\b",
                    "\\bonly the [a-z-]+(?: (?:of|for) (?:the|an?) [a-z-]+)? "
                            + MAY
                            + " ([a-z]+) (?:an?|the|it|this|their)\\b",
                    "\\b(?:tries|try|wants) to ([a-z]+) \\b",
                    "\\b" + MAY + " ([a-z]+) (?:any|every|an?|the|their|all) ",
                    "\\bmay not ([a-z]+) (?:any|every|an?|the|their|all|[a-z]+s)\\b");
    private static final List<Pattern> GERUNDS =
            patterns("(?:\\]|\\bAC-\\d+:|\\n- ) ?([A-Z][a-z]+ing) (?:an?|the|one) ");
    private static final List<Pattern> DONE =
            patterns(
                    "\\b(?:can|may|must|cannot|can not|must not|may not) (?:only |not |never )?be ([a-z]+)\\b");
    private static final Pattern TITLE = Pattern.compile("^(?:#+ )?([A-Za-z]+)(?: .*)?$");

    /// "Announcing a delivery" says what is done; "Booking list" does not.
    private static final Pattern DOING =
            Pattern.compile("^(?:#+ )?([A-Z][a-z]+ing) (?:an?|the|one|from an?|from the) .*$");

    private static final Set<String> NO_VERBS =
            words(
                    "my new all the an public private admin user api rest http get put post patch "
                            + "delete update change edit create add remove read list search show view browse "
                            + "replace is has are and or must shall returns with for from to of on in by own "
                            + "lack own know hold need want belong exceed miss break violate found listed shown "
                            + "log sort order page filter use used share limit store stored contain "
                            + "manage support endpoint basic simple fast better first open this it requires "
                            + "needs answers responds accepts takes allows lets gives request access");

    SpecWords {
        roles = Set.copyOf(roles);
        owners = Set.copyOf(owners);
        verbs = Set.copyOf(verbs);
        credentials = Set.copyOf(credentials);
        states = Set.copyOf(states);
        callers = Set.copyOf(callers);
        titled = Set.copyOf(titled);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split(" ")));
    }

    private static List<Pattern> patterns(String... texts) {
        return List.of(texts).stream()
                .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    static SpecWords of(Spec spec, List<Route> routes) {
        String text = spec.document().text();
        var roles = new HashSet<>(RoleWords.in(text));
        Set<String> named = new HashSet<>(found(ROLES, text.replaceAll("\\s+", " "), NO_ROLES));
        routes.forEach(route -> named.removeAll(things(route)));
        roles.addAll(named);
        Set<String> owners = found(OWNERS, text.replaceAll("\\s+", " "), NO_OWNERS);
        found(CALLING, text.replaceAll("\\s+", " "), NO_OWNERS).stream()
                .filter(word -> !roles.contains(word))
                .forEach(owners::add);
        return new SpecWords(
                roles,
                owners,
                verbs(spec.title(), text, routes),
                credentials(text),
                StateWords.in(text),
                CallerWords.in(text.replaceAll("\\s+", " ")),
                routes.size() == 1 ? titled(spec.title()) : Set.of());
    }

    private static Set<String> titled(String title) {
        Matcher doing = DOING.matcher(title.strip());
        if (doing.matches()) {
            return Set.of(Words.verbOf(doing.group(1)));
        }
        String last = title.strip().replaceFirst("(?s).*\\W", "").toLowerCase(Locale.ROOT);
        return Words.verbOfDeed(last).map(Set::of).orElse(Set.of());
    }

    /// What the path of a route ends in is what it is about, and nobody who calls it.
    private static List<String> things(Route route) {
        return route.path().segments().stream()
                .filter(segment -> !segment.startsWith("{"))
                .reduce((_, last) -> last)
                .map(Words::nounsOfSegment)
                .orElse(List.of());
    }

    private static Set<String> found(List<Pattern> patterns, String text, Set<String> none) {
        var words = new HashSet<String>();
        for (Pattern pattern : patterns) {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                String word = Words.singular(found.group(1).toLowerCase(Locale.ROOT));
                if (!none.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static Set<String> credentials(String text) {
        var words = new HashSet<String>();
        Matcher said = SHOWN.matcher(text.replaceAll("\\s+", " "));
        while (said.find()) {
            words.add(said.group(1).toLowerCase(Locale.ROOT).strip());
        }
        return words;
    }

    /// The verbs of a spec with one endpoint; with several it is not said which of them does it.
    private static Set<String> verbs(String title, String text, List<Route> routes) {
        if (routes.size() != 1) {
            return Set.of();
        }
        var verbs = new HashSet<String>();
        Matcher first = TITLE.matcher(title.strip());
        if (first.matches()) {
            add(first.group(1), routes.getFirst(), verbs);
        }
        titled(title).forEach(verb -> add(verb, routes.getFirst(), verbs));
        String route =
                routes.getFirst().method()
                        + "\\s+"
                        + Pattern.quote(routes.getFirst().path().value())
                        + "`?\\*{0,2}\\s+(?:endpoint\\s+)?([a-z]+)s\\b";
        Matcher told = Pattern.compile(route).matcher(text);
        while (told.find()) {
            add(Words.verbOf(told.group(1) + "s"), routes.getFirst(), verbs);
        }
        for (Pattern frame : VERBS) {
            Matcher said = frame.matcher(text.replaceAll("\\s+", " "));
            while (said.find()) {
                add(said.group(1), routes.getFirst(), verbs);
            }
        }
        for (Pattern frame : GERUNDS) {
            frame.matcher(text)
                    .results()
                    .forEach(said -> add(Words.verbOf(said.group(1)), routes.getFirst(), verbs));
        }
        for (Pattern frame : DONE) {
            frame.matcher(text.replaceAll("\\s+", " "))
                    .results()
                    .map(said -> said.group(1).toLowerCase(Locale.ROOT))
                    .filter(done -> done.matches("[a-z]{3,}ed|paid|sold|sent|lent|held"))
                    .forEach(done -> add(Words.verbOfAnyDone(done), routes.getFirst(), verbs));
        }
        return verbs;
    }

    private static void add(String word, Route route, Set<String> verbs) {
        String verb = word.toLowerCase(Locale.ROOT);
        boolean isOfPath =
                route.path().segments().stream()
                        .anyMatch(segment ->
                                Words.nounsOfSegment(segment).contains(Words.singular(verb)));
        if (!NO_VERBS.contains(verb) && !isOfPath && verb.length() > 2) {
            verbs.add(verb);
        }
    }
}
