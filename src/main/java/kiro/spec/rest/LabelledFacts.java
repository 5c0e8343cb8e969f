package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads lines of the form "Label: value": who may use an endpoint, whose a thing is, its states and what is there once.
///
/// A value is read word by word. One that has a word of no use in its line makes the line unread.
final class LabelledFacts {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "of", "in", "its", "this");
    private static final List<Fact> EMPTY_ANSWER = List.of(new Fact.Shapes(Response.Shape.EMPTY));
    private static final Map<String, Label> LABELS =
            Stream.of(Label.values())
                    .flatMap(label -> label.words.stream().map(word -> Map.entry(word, label)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /// What a line can be about.
    enum Label {
        AUTHENTICATION(
                "authentication", "auth", "login", "sign-in", "credentials", "authenticated"),
        ACCESS(
                "access",
                "allowed",
                "allowed for",
                "may use it",
                "who",
                "who may use it",
                "permission",
                "permissions",
                "authorization",
                "authorisation",
                "permitted",
                "access control"),
        ROLES("role", "roles", "required role", "required roles", "allowed roles"),
        OWNER("owner", "owner field", "owned by", "belongs to", "owner property", "ownership"),
        LIMIT("rate limit", "limit", "rate", "throttling", "rate limiting", "quota"),
        BEFORE(
                "state before",
                "states before",
                "allowed state",
                "allowed states",
                "status before",
                "from state",
                "required state",
                "only in state",
                "only in states",
                "allowed status",
                "required status",
                "precondition",
                "possible in",
                "state required"),
        AFTER(
                "state after",
                "status after",
                "new state",
                "new status",
                "to state",
                "state then",
                "resulting state",
                "resulting status"),
        CHANGE(
                "state change",
                "status change",
                "transition",
                "state transition",
                "status transition",
                "states",
                "state"),
        UNIQUE("unique", "unique field", "unique fields", "uniqueness"),
        ORDER("order", "sort", "sorted by", "sorting", "sort order", "ordered by"),
        SETS(
                "sets",
                "set by the server",
                "server sets",
                "set by server",
                "set automatically",
                "generated"),
        LISTS("lists", "shows", "list shows", "listed"),
        CLEARS("clears", "cleared", "empties", "resets"),
        NO_INPUT(
                "parameters",
                "query parameters",
                "request parameters",
                "path parameters",
                "parameter",
                "query",
                "request body",
                "request fields",
                "request",
                "body",
                "input",
                "headers",
                "request headers"),
        NO_OUTPUT(
                "response body",
                "response fields",
                "response",
                "answer",
                "response content",
                "returns"),
        HIDDEN(
                "hidden",
                "private",
                "private fields",
                "never shown",
                "hidden fields",
                "not in the response");

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> words;

        Label(String... words) {
            this.words = List.of(words);
        }
    }

    /// What came of a line.
    sealed interface Reading {
        record Facts(List<Fact> facts) implements Reading {
            public Facts {
                facts = List.copyOf(facts);
            }
        }

        /// Its label is known and its value is not.
        record Refused(String reason, Label label) implements Reading {}

        /// It has no label.
        record Unlabelled() implements Reading {}
    }

    /// The one who sends the request, or what tells them from others.
    private static final String OF_CALLER =
            "(the )?(caller|((user ?name|login|id|name|email) of the (caller|signed-in user|calling user))|caller 's (user ?name|login|id|name|email))";

    private LabelledFacts() {}

    static Reading read(List<Token> sentence) {
        List<Token> tokens = withoutStop(sentence);
        for (int colon = 1; colon < Math.min(6, tokens.size()); colon++) {
            if (!tokens.get(colon).isMark(":")) {
                continue;
            }
            String words =
                    tokens.subList(0, colon).stream()
                            .map(Token::key)
                            .collect(Collectors.joining(" "));
            Optional<Label> label = Optional.ofNullable(LABELS.get(words));
            if (label.isPresent()) {
                return read(label.get(), tokens.subList(colon + 1, tokens.size()));
            }
        }
        return new Reading.Unlabelled();
    }

    /// That everyone may, where a line on access says it, whatever else was understood of the line.
    static Optional<Fact> ofEveryone(List<Token> sentence) {
        Fact everyone = new Fact.Behaves(new Behaviour.AdmitsEveryone());
        return read(sentence) instanceof Reading.Facts(List<Fact> facts) && facts.contains(everyone)
                ? Optional.of(everyone)
                : Optional.empty();
    }

    /// Whether a line says in which property the owner is: "Owner: `owner`" names it, and nobody who may do something.
    static boolean isOfOwner(List<Token> sentence) {
        return !sentence.isEmpty()
                && sentence.getFirst().key().equals("owner")
                && read(sentence) instanceof Reading.Facts(List<Fact> facts)
                && facts.stream()
                        .anyMatch(fact ->
                                fact instanceof Fact.Behaves(Behaviour.BelongsTo(String _)));
    }

    private static List<Token> withoutStop(List<Token> tokens) {
        return !tokens.isEmpty() && tokens.getLast().isMark(".")
                ? tokens.subList(0, tokens.size() - 1)
                : tokens;
    }

    private static Reading read(Label label, List<Token> value) {
        Optional<List<Fact>> facts =
                value.isEmpty()
                        ? Optional.empty()
                        : switch (label) {
                            case AUTHENTICATION -> AccessValues.authentication(value);
                            case ACCESS -> AccessValues.access(value);
                            case ROLES -> AccessValues.roles(value);
                            case OWNER -> OwnerValue.read(value);
                            case LIMIT -> LimitValue.read(value);
                            case BEFORE ->
                                    names(value)
                                            .map(states -> behaves(new Behaviour.OnlyIn(states)));
                            case AFTER ->
                                    one(names(value))
                                            .map(state -> behaves(new Behaviour.Brings(state)));
                            case CHANGE -> change(value);
                            case UNIQUE -> UniqueValues.read(value);
                            case ORDER -> OrderValue.read(value);
                            case SETS -> sets(value);
                            case LISTS -> ListedValues.read(value);
                            case CLEARS -> names(value).map(LabelledFacts::cleared);
                            case NO_INPUT -> none(value).map(_ -> List.<Fact>of());
                            case NO_OUTPUT -> none(value).map(_ -> EMPTY_ANSWER);
                            case HIDDEN ->
                                    names(value)
                                            .map(hidden ->
                                                    behaves(new Behaviour.HidesFields(hidden)));
                        };
        boolean isOfNothing = label == Label.NO_INPUT || label == Label.NO_OUTPUT;
        if (facts.isEmpty() && isOfNothing) {
            return new Reading.Unlabelled();
        }
        return facts.<Reading>map(Reading.Facts::new)
                .orElseGet(() ->
                        new Reading.Refused(
                                "not understood: \"%s\"".formatted(Meaning.words(value)), label));
    }

    private static List<Fact> behaves(Behaviour behaviour) {
        return List.of(new Fact.Behaves(behaviour));
    }

    private static List<Fact> cleared(List<String> names) {
        return names.stream()
                .<Fact>map(name -> new Fact.Behaves(new Behaviour.SetsTo(name, "null")))
                .toList();
    }

    /// That there is none.
    private static Optional<Boolean> none(List<Token> value) {
        String words = value.stream().map(Token::key).collect(Collectors.joining(" "));
        return words.matches(
                        "(none|nothing|no|empty|-|n / a|not needed|no body|no parameters|no content)")
                ? Optional.of(true)
                : Optional.empty();
    }

    private static Optional<String> one(Optional<List<String>> names) {
        return names.filter(all -> all.size() == 1).map(List::getFirst);
    }

    /// Names in code marks or in capitals, with "or", "and" and commas between them.
    private static Optional<List<String>> names(List<Token> value) {
        var names = new ArrayList<String>();
        for (Token token : value) {
            boolean isJoint =
                    token.isMark(",")
                            || token.isMark("/")
                            || token.isMark("|")
                            || Set.of("or", "and").contains(token.key());
            if (isName(token)) {
                names.add(token.text());
            } else if (!isJoint && !ARTICLES.contains(token.key())) {
                return Optional.empty();
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names));
    }

    static boolean isName(Token token) {
        return TokenForms.isCodeName(token)
                || (token.is(Token.Kind.WORD) && token.text().matches("[A-Z][A-Z0-9_]+"));
    }

    /// "`OPEN` -> `CLOSED`", or from the one to the other.
    private static Optional<List<Fact>> change(List<Token> value) {
        List<Token> tokens = value.stream().filter(token -> !token.key().equals("from")).toList();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isMark("->") || tokens.get(i).key().equals("to")) {
                Optional<List<String>> before = names(tokens.subList(0, i));
                Optional<String> after = one(names(tokens.subList(i + 1, tokens.size())));
                if (before.isPresent() && after.isPresent()) {
                    return Optional.of(
                            List.of(
                                    new Fact.Behaves(new Behaviour.OnlyIn(before.get())),
                                    new Fact.Behaves(new Behaviour.Brings(after.get()))));
                }
            }
        }
        return Optional.empty();
    }

    /// "`closedAt` = now, `createdBy` = username of the caller, `status` = `OPEN`".
    private static Optional<List<Fact>> sets(List<Token> value) {
        var facts = new ArrayList<Fact>();
        int at = 0;
        while (at < value.size()) {
            int end = at;
            while (end < value.size() && !value.get(end).isMark(",")) {
                end++;
            }
            List<Token> pair = value.subList(at, end);
            boolean isPair =
                    pair.size() > 2
                            && isName(pair.getFirst())
                            && (pair.get(1).isMark("=") || pair.get(1).isMark(":"));
            Optional<Fact> fact =
                    isPair
                            ? set(pair.getFirst().text(), pair.subList(2, pair.size()))
                            : Optional.empty();
            if (fact.isEmpty() || end == value.size() - 1) {
                return Optional.empty();
            }
            facts.add(fact.get());
            at = end + 1;
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(facts));
    }

    private static Optional<Fact> set(String name, List<Token> to) {
        String words = to.stream().map(Token::key).collect(Collectors.joining(" "));
        if (words.matches(
                "(the )?(current (time|date|day|instant)|now|today|time of the request)")) {
            return Optional.of(source(name, Behaviour.Source.NOW));
        }
        if (words.matches(OF_CALLER)) {
            return Optional.of(source(name, Behaviour.Source.CALLER));
        }
        if (words.equals("generated")) {
            return Optional.of(source(name, Behaviour.Source.GENERATED));
        }
        return to.size() == 1 && TokenForms.isValue(to.getFirst())
                ? Optional.of(new Fact.Behaves(new Behaviour.SetsTo(name, to.getFirst().text())))
                : Optional.empty();
    }

    private static Fact source(String name, Behaviour.Source source) {
        return new Fact.Behaves(new Behaviour.SetsField(name, source));
    }
}
