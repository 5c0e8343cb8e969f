package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the values of labelled lines on callers: how they show who they are, who of them may, and how often.
final class AccessValues {
    private static final Set<String> QUIET =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "required",
                    "yes",
                    "needed",
                    "mandatory",
                    "in",
                    "header",
                    "http",
                    "with",
                    "by",
                    "via",
                    "of",
                    "authorization",
                    "authentication",
                    "scheme");
    private static final Set<String> NONE =
            Set.of(
                    "none",
                    "no",
                    "public",
                    "open",
                    "not required",
                    "no authentication",
                    "anonymous",
                    "optional none");
    private static final Set<String> SCHEMES = Set.of("bearer", "token", "jwt");
    private static final Set<String> SIGNED =
            Set.of("signed-in", "signed", "authenticated", "logged", "logged-in", "in");
    private static final Set<String> EVERYONE =
            Set.of("everyone", "everybody", "anyone", "anybody", "public", "any", "every", "all");
    private static final Set<String> PEOPLE =
            Set.of(
                    "user", "users", "caller", "callers", "client", "clients", "person", "who",
                    "is");
    private static final Set<String> LED =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "only",
                    "its",
                    "of",
                    "resource",
                    "role",
                    "roles",
                    "with",
                    "users",
                    "callers",
                    "user",
                    "caller");
    private static final Set<String> OWNERS = Set.of("owner", "owners");

    /// What callers show: it says who they are, and makes none of them another one than the others.
    private static final Pattern SHOWING =
            Pattern.compile(
                    "^\\w+( \\w+)? (with|who (has|shows|sends)|that (has|shows|sends)) (an? |the )?(valid |known )?"
                            + "(api |access |bearer )?(key|token|credentials|session|badge|sign-in|login|account)$");

    private AccessValues() {}

    static Optional<List<Fact>> authentication(List<Token> value) {
        String words = Meaning.words(value).toLowerCase(Locale.ROOT);
        if (NONE.contains(words)) {
            return Optional.of(List.of(new Fact.Authenticates(Authentication.NOT_REQUIRED)));
        }
        var facts = new ArrayList<Fact>();
        facts.add(new Fact.Authenticates(Authentication.REQUIRED));
        for (Token token : value) {
            if (SCHEMES.contains(token.key())) {
                add(facts, Behaviour.Scheme.BEARER_TOKEN);
            } else if (token.key().equals("basic")) {
                add(facts, Behaviour.Scheme.BASIC);
            } else if (Set.of("api", "key", "api-key").contains(token.key())) {
                add(facts, Behaviour.Scheme.API_KEY);
            } else if (Set.of("session", "cookie").contains(token.key())) {
                add(facts, Behaviour.Scheme.SESSION);
            } else if (TokenForms.isHeader(token) && token.text().contains("-")) {
                facts.add(new Fact.Behaves(new Behaviour.ShownIn(token.text())));
            } else if (!QUIET.contains(token.key())
                    && !token.isMark("(")
                    && !token.isMark(")")
                    && !token.isMark(",")) {
                return Optional.empty();
            }
        }
        return facts.stream().filter(Fact.Behaves.class::isInstance).count() > 2
                ? Optional.empty()
                : Optional.of(facts);
    }

    private static void add(List<Fact> facts, Behaviour.Scheme scheme) {
        var fact = new Fact.Behaves(new Behaviour.AuthenticatesBy(scheme));
        if (!facts.contains(fact)) {
            facts.add(fact);
        }
    }

    /// Everyone, everyone who is signed in, the owner, roles, or the owner and roles. "And" could say that both are needed.
    static Optional<List<Fact>> access(List<Token> said) {
        boolean isShowing = SHOWING.matcher(Meaning.words(said).toLowerCase(Locale.ROOT)).find();
        List<Token> value = isShowing ? withoutShown(said) : said;
        List<String> keys = value.stream().map(Token::key).toList();
        if (keys.stream().anyMatch(EVERYONE::contains)) {
            boolean isPlain =
                    keys.stream()
                            .allMatch(word ->
                                    EVERYONE.contains(word)
                                            || SIGNED.contains(word)
                                            || PEOPLE.contains(word));
            boolean isSigned = isShowing || keys.stream().anyMatch(SIGNED::contains);
            return isPlain ? Optional.of(everyone(isSigned)) : Optional.empty();
        }
        if (isShowing) {
            return Optional.empty();
        }
        Optional<Whose> whose = Whose.in(value);
        if (whose.isPresent()) {
            return access(whose.get().rest(), true).map(facts -> with(facts, whose.get()));
        }
        return access(value, false);
    }

    /// The words before "with a key".
    private static List<Token> withoutShown(List<Token> value) {
        int end = 0;
        while (!Set.of("with", "who", "that").contains(value.get(end).key())) {
            end++;
        }
        return value.subList(0, end);
    }

    private static List<Fact> with(List<Fact> facts, Whose whose) {
        if (OWNERS.contains(whose.person())) {
            return facts;
        }
        var all = new ArrayList<>(facts);
        all.add(new Fact.Behaves(new Behaviour.BelongsTo(whose.person())));
        whose.thing()
                .map(thing -> new Fact.Behaves(new Behaviour.OwnedThrough(Words.singular(thing))))
                .ifPresent(all::add);
        return List.copyOf(all);
    }

    private static Optional<List<Fact>> access(List<Token> value, boolean isTold) {
        List<String> keys = value.stream().map(Token::key).toList();
        boolean isOwner = isTold || keys.stream().anyMatch(OWNERS::contains);
        List<Token> others = value.stream().filter(token -> !OWNERS.contains(token.key())).toList();
        Optional<List<String>> roles = named(others);
        if (roles.isEmpty() || (roles.get().isEmpty() && !isOwner)) {
            return Optional.empty();
        }
        Permission permission =
                roles.get().isEmpty()
                        ? new Permission.Owner()
                        : isOwner
                                ? new Permission.OwnerOrRoles(roles.get())
                                : new Permission.Roles(roles.get());
        return Optional.of(List.of(new Fact.Permits(permission)));
    }

    private static List<Fact> everyone(boolean isSigned) {
        var facts = new ArrayList<Fact>();
        if (isSigned) {
            facts.add(new Fact.Authenticates(Authentication.REQUIRED));
        }
        facts.add(new Fact.Permits(new Permission.Anyone()));
        facts.add(new Fact.Behaves(new Behaviour.AdmitsEveryone()));
        return List.copyOf(facts);
    }

    /// The one to whom a thing belongs, told by the thing: "the visit's doctor", "the doctor of the visit", "its doctor".
    ///
    /// @param thing the thing, where it is named
    /// @param rest the other words
    private record Whose(String person, Optional<String> thing, List<Token> rest) {
        private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "this", "that");

        static Optional<Whose> in(List<Token> value) {
            for (int at = 0; at < value.size(); at++) {
                Optional<Whose> found = at(value, at);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private static Optional<Whose> at(List<Token> value, int at) {
            if (value.get(at).isMark("'s") && isPlain(value, at - 1) && isPlain(value, at + 1)) {
                return Optional.of(of(value, at - 1, at + 1, at + 2, Optional.of(at - 1)));
            }
            boolean isOf =
                    value.get(at).key().equals("of")
                            && isPlain(value, at - 1)
                            && at + 1 < value.size()
                            && ARTICLES.contains(value.get(at + 1).key())
                            && isPlain(value, at + 2);
            if (isOf) {
                return Optional.of(of(value, at - 1, at - 1, at + 3, Optional.of(at + 2)));
            }
            return value.get(at).key().equals("its") && isPlain(value, at + 1)
                    ? Optional.of(of(value, at, at + 1, at + 2, Optional.empty()))
                    : Optional.empty();
        }

        private static Whose of(
                List<Token> value, int start, int person, int end, Optional<Integer> thing) {
            boolean isLed = start > 0 && ARTICLES.contains(value.get(start - 1).key());
            var rest = new ArrayList<>(value.subList(0, isLed ? start - 1 : start));
            rest.addAll(value.subList(end, value.size()));
            return new Whose(value.get(person).key(), thing.map(at -> value.get(at).key()), rest);
        }

        /// A word that is for people or things, and none of those that all access is told in.
        private static boolean isPlain(List<Token> value, int at) {
            return at >= 0
                    && at < value.size()
                    && value.get(at).is(Token.Kind.WORD)
                    && value.get(at).text().matches("[a-z][a-z-]+")
                    && !LED.contains(value.get(at).key())
                    && !Set.of("or", "and", "own").contains(value.get(at).key());
        }
    }

    /// Roles by themselves: a plain word is one here.
    static Optional<List<Fact>> roles(List<Token> value) {
        boolean isNone =
                Set.of("none", "any", "-").contains(Meaning.words(value).toLowerCase(Locale.ROOT));
        if (isNone) {
            return Optional.of(List.of());
        }
        Optional<List<String>> roles =
                value.size() == 1 && value.getFirst().is(Token.Kind.WORD)
                        ? Optional.of(List.of(value.getFirst().text()))
                        : named(value);
        return roles.filter(found -> !found.isEmpty())
                .map(found -> List.of(new Fact.Permits(new Permission.Roles(found))));
    }

    /// The roles among words that say nothing else; empty where a word does.
    static Optional<List<String>> named(List<Token> value) {
        var roles = new ArrayList<String>();
        for (Token token : value) {
            boolean isRole =
                    TokenForms.isCodeName(token)
                            || (token.is(Token.Kind.WORD)
                                    && token.text().matches("[A-Z][A-Z0-9_]+"));
            boolean isJoint = token.isMark(",") || token.isMark("/") || token.key().equals("or");
            if (isRole) {
                roles.add(token.text());
            } else if (!isJoint && !LED.contains(token.key())) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(roles));
    }
}
