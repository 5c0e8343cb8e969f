package kiro.spec.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import kiro.text.SourceSpan;

/// Reads the sentences of requirements and constraints into facts.
final class StatementReader {
    private static final String TOKEN = "(?:a |an )?(?:valid )?(?:bearer |access )?token";
    private static final String DOING =
            "(?:returns?|replaces?|updates?|changes?|creates?|deletes?|removes?|lists?|registers?|adds?"
                    + "|reads?|shows?|stores?|gets?|fetch(?:es)?)";
    private static final String THING = "[A-Za-z{}' -]+";

    private static final List<Phrase<Consumer<Facts>>> PHRASES =
            List.of(
                    fact(
                            "(?:authentication|auth|sign-in|login)(?: is)? required(?:: "
                                    + TOKEN
                                    + ")?(?:, as on the other endpoints)?",
                            facts -> facts.authentication = Authentication.REQUIRED),
                    fact(
                            "(?:the (?:endpoint|caller|request) )?(?:requires|must have|needs) (?:authentication|"
                                    + TOKEN
                                    + ")",
                            facts -> facts.authentication = Authentication.REQUIRED),
                    fact(
                            "(?:only )?(?:authenticated|signed-in|logged-in) users (?:can|may) "
                                    + THING,
                            facts -> facts.authentication = Authentication.REQUIRED),
                    fact(
                            "(?:no authentication(?: is required)?|authentication is not required"
                                    + "|(?:the endpoint is )?public)",
                            facts -> facts.authentication = Authentication.NOT_REQUIRED),
                    fact(
                            "only the (?:owner|user(?: themselves)?)(?: of (?:the|a) "
                                    + THING
                                    + ")? (?:may|can|is allowed to) "
                                    + THING,
                            facts -> facts.permission = new Permission.Owner()),
                    fact(
                            "users (?:may|can) only " + THING + " their own " + THING,
                            facts -> facts.permission = new Permission.Owner()),
                    Phrase.of(
                            "only (?:users with the role )?([a-z]+)s (?:may|can|are allowed to) "
                                    + THING,
                            match -> roles(match)),
                    Phrase.of(
                            "(?:the )?rate limit(?: is)?:? (\\d+)(?: requests?| calls?)? ?(?:per|a|an|/|in a|each) ?"
                                    + "(second|minute|hour|day)(?: (?:per|for each|and) (user|caller|client|ip"
                                    + "|ip address|address|api key))?",
                            StatementReader::limit),
                    Phrase.of(
                            "(?:at most|up to|no more than|max(?:imum)?) (\\d+) requests? (?:per|a|an) "
                                    + "(second|minute|hour|day)(?: per (user|caller|client|ip|ip address|address"
                                    + "|api key))?",
                            StatementReader::limit),
                    behaviour(
                            "(?:an |all )?optional fields? that (?:is|are) (?:absent|missing|left out)"
                                    + "(?: or null)? (?:is|are) cleared",
                            new Behaviour.ClearsAbsentFields()),
                    behaviour(
                            "(?:a |an )?(?:optional )?fields? that (?:is|are) (?:absent|missing|left out)"
                                    + " keeps? (?:its|their) values?",
                            new Behaviour.KeepsAbsentFields()),
                    behaviour(
                            "no new dependenc(?:y|ies)(?: (?:is|are) added)?",
                            new Behaviour.AddsNoDependency()),
                    behaviour(
                            "(?:the |all )?(?:existing|other) endpoints keep their behaviou?r"
                                    + "|existing behaviou?r (?:stays|is kept|does not change)",
                            new Behaviour.KeepsExistingBehaviour()),
                    behaviour(
                            "(?:reading|getting|fetching|listing) " + THING + " changes nothing",
                            new Behaviour.ReadsOnly()),
                    Phrase.of(
                            "(?:the )?(.+?) (?:is|are) (?:not part of the (?:response|answer)|never returned"
                                    + "|never (?:in|part of) the (?:response|answer))"
                                    + "( and (?:is|are) (?:not|never) logged)?",
                            match -> hides(match)),
                    Phrase.of(
                            "(?:never log|do not log) (?:the )?(.+)",
                            match -> notLogged(match.group(1))),
                    Phrase.of(
                            "(?:the )?(.+?) (?:is|are) (?:not|never) logged",
                            match -> notLogged(match.group(1))),
                    Phrase.of(
                            "(?:the )?list is sorted by (\\w+)(?:, )?(?: ?(ascending|descending|newest first|oldest first))?",
                            match -> sorted(match)));

    private StatementReader() {}

    /// Takes in a sentence; answers whether it was understood as a whole.
    static boolean read(String sentence, SourceSpan span, Facts facts) {
        Optional<RouteReader.Routed> routed = RouteReader.read(sentence);
        if (routed.isPresent()) {
            return route(routed.get(), facts);
        }
        return fields(sentence, span, facts) || simple(sentence, facts) || several(sentence, facts);
    }

    private static boolean route(RouteReader.Routed routed, Facts facts) {
        String rest = routed.rest().replaceFirst("^(?:endpoint )?[,;]?\\s*", "");
        String[] parts = rest.split("\\s*[,;]\\s*", 2);
        boolean saysWhat = parts[0].matches("(?i)(?:" + DOING + " " + THING + ")?");
        boolean isUnderstood =
                saysWhat ? parts.length == 1 || several(parts[1], facts) : several(rest, facts);
        if (isUnderstood) {
            facts.routes.add(routed.route());
        }
        return isUnderstood;
    }

    private static boolean simple(String sentence, Facts facts) {
        Optional<Consumer<Facts>> fact = Phrase.read(PHRASES, sentence);
        fact.ifPresent(found -> found.accept(facts));
        return fact.isPresent();
    }

    /// `auth required, rate limit 10/minute`: every part has to be a statement of its own.
    private static boolean several(String sentence, Facts facts) {
        List<Optional<Consumer<Facts>>> parts =
                Arrays.stream(sentence.split("\\s*[,;]\\s*"))
                        .map(part -> Phrase.read(PHRASES, part))
                        .toList();
        if (parts.size() < 2 || parts.stream().anyMatch(Optional::isEmpty)) {
            return parts.size() == 1 && parts.getFirst().isPresent() && simple(sentence, facts);
        }
        parts.forEach(part -> part.ifPresent(fact -> fact.accept(facts)));
        return true;
    }

    /// `Response includes: id, username`, and the words above a table.
    private static boolean fields(String sentence, SourceSpan span, Facts facts) {
        var caption =
                java.util.regex.Pattern.compile(
                                "(?i)(?:the )?(request|response|query)(?: fields| parameters| body)?"
                                        + "(?: includes?| contains?| has)?(?: \\([^)]*\\))?:?\\s*(.*)")
                        .matcher(sentence);
        if (!caption.matches()) {
            return false;
        }
        String list = caption.group(2);
        if (list.isEmpty()) {
            return true;
        }
        var fields = new ArrayList<Field>();
        for (String name : list.split("\\s*,\\s*(?:and )?|\\s+and\\s+")) {
            if (!FieldReader.isName(name)) {
                return false;
            }
            fields.add(FieldReader.named(name, span));
        }
        switch (caption.group(1).toLowerCase(Locale.ROOT)) {
            case "request" -> facts.body.addAll(fields);
            case "response" -> facts.answer.addAll(fields);
            default -> facts.query.addAll(fields);
        }
        return true;
    }

    private static Phrase<Consumer<Facts>> fact(String pattern, Consumer<Facts> fact) {
        return Phrase.of(pattern, fact);
    }

    private static Phrase<Consumer<Facts>> behaviour(String pattern, Behaviour behaviour) {
        return fact(pattern, facts -> facts.behaviours.add(behaviour));
    }

    private static Optional<Consumer<Facts>> roles(MatchResult match) {
        String role = match.group(1);
        return role.equalsIgnoreCase("owner") || role.equalsIgnoreCase("user")
                ? Optional.empty()
                : Optional.of(facts -> facts.permission = new Permission.Roles(List.of(role)));
    }

    private static Optional<Consumer<Facts>> limit(MatchResult match) {
        var count = FieldReader.number(match.group(1));
        if (count.isEmpty() || count.getAsInt() < 1) {
            return Optional.empty();
        }
        Duration window =
                switch (match.group(2).toLowerCase(Locale.ROOT)) {
                    case "second" -> Duration.ofSeconds(1);
                    case "minute" -> Duration.ofMinutes(1);
                    case "hour" -> Duration.ofHours(1);
                    default -> Duration.ofDays(1);
                };
        RateLimit.Subject per =
                switch (String.valueOf(match.group(3)).toLowerCase(Locale.ROOT)) {
                    case "user", "caller", "client" -> RateLimit.Subject.USER;
                    case "ip", "ip address", "address" -> RateLimit.Subject.ADDRESS;
                    case "api key" -> RateLimit.Subject.API_KEY;
                    default -> RateLimit.Subject.NOT_STATED;
                };
        var limit = new RateLimit(count.getAsInt(), window, per);
        return Optional.of(facts -> facts.rateLimit = Optional.of(limit));
    }

    private static Optional<Consumer<Facts>> hides(MatchResult match) {
        List<String> names = names(match.group(1));
        boolean isLoggedNever = match.group(2) != null;
        return Optional.of(facts -> {
            facts.behaviours.add(new Behaviour.HidesFields(names));
            if (isLoggedNever) {
                facts.behaviours.add(new Behaviour.DoesNotLog(names));
            }
        });
    }

    private static Optional<Consumer<Facts>> notLogged(String words) {
        return Optional.of(facts -> facts.behaviours.add(new Behaviour.DoesNotLog(names(words))));
    }

    private static Optional<Consumer<Facts>> sorted(MatchResult match) {
        String order = String.valueOf(match.group(2)).toLowerCase(Locale.ROOT);
        var direction =
                order.equals("descending") || order.equals("newest first")
                        ? Expectation.Direction.DESCENDING
                        : Expectation.Direction.ASCENDING;
        return Optional.of(
                facts -> facts.behaviours.add(new Behaviour.Sorts(match.group(1), direction)));
    }

    private static List<String> names(String words) {
        return Arrays.stream(words.split("\\s*,\\s*(?:and )?(?:the )?|\\s+(?:and|or)\\s+(?:the )?"))
                .map(String::strip)
                .toList();
    }
}
