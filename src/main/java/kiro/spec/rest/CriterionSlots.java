package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a criterion of the form "METHOD /path returns STATUS when ..." whose words are in no sentence of the grammar: what
/// follows is read as a whole, as ever, and the situation word by word, by the facts that the spec states.
final class CriterionSlots {
    private static final Set<String> VERBS =
            Set.of(
                    "returns",
                    "answers",
                    "responds",
                    "gives",
                    "gets",
                    "receives",
                    "yields",
                    "produces",
                    "sends",
                    "replies",
                    "results",
                    "leads",
                    "ends",
                    "fails",
                    "succeeds",
                    "->",
                    ":",
                    "=");
    private static final Set<String> BASE =
            Set.of(
                    "return", "answer", "respond", "give", "get", "receive", "yield", "produce",
                    "send", "reply", "result", "lead", "end", "fail", "succeed");
    private static final Set<String> DONE =
            Set.of("answered", "refused", "rejected", "met", "served");
    private static final Set<String> BETWEEN =
            Set.of(
                    "with",
                    "a",
                    "an",
                    "the",
                    "http",
                    "status",
                    "code",
                    "by",
                    "in",
                    "to",
                    "as",
                    "response");
    private static final Set<String> JOINTS =
            Set.of(
                    "when",
                    "if",
                    "for",
                    "where",
                    "whenever",
                    "because",
                    "since",
                    "as",
                    "on",
                    "to",
                    "with",
                    "without",
                    "unless",
                    "-",
                    ":",
                    "(");
    private static final Set<String> DUTIES = Set.of("shall", "must", "will");

    private final EndpointChoice choice;
    private final Comprehension words;

    CriterionSlots(EndpointChoice choice, Comprehension words) {
        this.choice = choice;
        this.words = words;
    }

    /// The cases of a criterion; or why it has none.
    sealed interface Reading {
        record Cases(List<CaseReader.Case> cases) implements Reading {
            public Cases {
                cases = List.copyOf(cases);
            }
        }

        /// It has the form, and its words do not go with what the spec states.
        record Refused(String reason, EndpointDraft endpoint, int status) implements Reading {}

        /// It has not the form.
        record Formless() implements Reading {}
    }

    Reading read(Sentence sentence) {
        Optional<EndpointDraft> endpoint = endpoint(sentence.tokens(), sentence.route());
        List<Token> tokens = turned(withStatus(withoutStop(sentence.tokens())), endpoint);
        int status = statusAt(tokens);
        if (status < 0 || endpoint.isEmpty()) {
            return new Reading.Formless();
        }
        int code = Numbers.whole(tokens.get(status).key()).orElseThrow();
        int verb = verb(tokens, status);
        if (verb < 0) {
            return new Reading.Formless();
        }
        Optional<Outcome> outcome = outcome(tokens, status, endpoint.get());
        if (outcome.isEmpty()) {
            return new Reading.Formless();
        }
        var situation = new ArrayList<>(withoutRoute(tokens.subList(0, verb)));
        situation.addAll(
                turned(
                        closed(withoutRoute(tokens.subList(outcome.get().end(), tokens.size()))),
                        endpoint));
        return read(situation, endpoint.get(), outcome.get().meaning(), code);
    }

    private Reading read(List<Token> situation, EndpointDraft endpoint, Meaning outcome, int code) {
        var slots = new SituationSlots(endpoint, words.lexicon());
        return switch (slots.read(slots.slots(withoutLate(situation, code)), code)) {
            case SlotReading.Refused(String reason) -> new Reading.Refused(reason, endpoint, code);
            case SlotReading.Read(List<Condition> conditions) -> {
                var objections = new Objections();
                List<CaseReader.Case> cases =
                        CaseReader.of(endpoint, outcome, conditions, objections);
                if (cases.stream().anyMatch(CriterionSlots::isValueOfList)) {
                    objections.add("whether the list is selected by the value is not clear");
                }
                yield objections.first().isPresent()
                        ? new Reading.Refused(objections.first().get(), endpoint, code)
                        : new Reading.Cases(cases);
            }
        };
    }

    private static boolean isValueOfList(CaseReader.Case one) {
        return one.expectations().contains(new Expectation.ResourceList())
                && one.expectations().stream().anyMatch(Expectation.FieldIs.class::isInstance);
    }

    private List<Token> turned(List<Token> tokens, Optional<EndpointDraft> endpoint) {
        return endpoint.map(one -> CannotBe.turned(tokens, one.route())).orElse(tokens);
    }

    /// "Was cancelled before" says no more than that it is.
    private static List<Token> withoutLate(List<Token> situation, int code) {
        boolean isLate =
                code == 409
                        && situation.size() > 2
                        && Set.of("before", "earlier").contains(situation.getLast().key());
        return isLate ? situation.subList(0, situation.size() - 1) : situation;
    }

    private static List<Token> withoutStop(List<Token> tokens) {
        return !tokens.isEmpty() && tokens.getLast().isMark(".")
                ? tokens.subList(0, tokens.size() - 1)
                : tokens;
    }

    /// The place of the one status that is answered with; -1 where there is none, or several. Other numbers can look like
    /// one: "less than 100".
    private static int statusAt(List<Token> tokens) {
        List<Integer> found =
                Stream.iterate(0, i -> i < tokens.size(), i -> i + 1)
                        .filter(i -> TokenForms.isStatus(tokens.get(i)) && verb(tokens, i) >= 0)
                        .toList();
        return found.size() == 1 ? found.getFirst() : -1;
    }

    /// What is told to be shown, behind the route and a verb and without a status, is served with 200.
    private static List<Token> withStatus(List<Token> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean isShowing =
                    tokens.get(i - 1).is(Token.Kind.PATH)
                            && Set.of("returns", "lists", "shows").contains(tokens.get(i).key())
                            && Set.of("only", "the", "all").contains(tokens.get(i + 1).key());
            if (isShowing && tokens.stream().noneMatch(TokenForms::isStatus)) {
                var served = new ArrayList<>(tokens.subList(0, i));
                served.add(new Token(Token.Kind.WORD, "returns", "returns", 0, 0));
                served.add(new Token(Token.Kind.NUMBER, "200", "200", 0, 0));
                served.add(new Token(Token.Kind.WORD, "and", "and", 0, 0));
                served.addAll(tokens.subList(i + 1, tokens.size()));
                return List.copyOf(served);
            }
        }
        return tokens;
    }

    /// The endpoint whose route the criterion names, or the only one that there is.
    private Optional<EndpointDraft> endpoint(List<Token> tokens, Optional<Route> around) {
        boolean hasQuery =
                tokens.stream()
                        .anyMatch(token -> token.is(Token.Kind.PATH) && token.text().contains("?"));
        List<Route> routes = RouteWords.in(tokens).stream().distinct().toList();
        if (hasQuery || routes.size() > 1) {
            return Optional.empty();
        }
        Optional<Route> named = routes.stream().findFirst().or(() -> around);
        List<EndpointDraft> fitting =
                choice.all().stream()
                        .filter(draft -> named.map(draft.route()::equals).orElse(true))
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// Where the words begin that say with which status is answered; -1 where they are none, or doubt it.
    private static int verb(List<Token> tokens, int status) {
        int at = status - 1;
        while (at >= 0 && BETWEEN.contains(tokens.get(at).key())) {
            at--;
        }
        if (at < 0 || at < status - 4) {
            return at < 0 && status == 0 ? 0 : -1;
        }
        String key = tokens.get(at).key();
        if (tokens.get(at).is(Token.Kind.PATH)) {
            return at + 1;
        }
        int start = at;
        if (DONE.contains(key) || BASE.contains(key)) {
            Set<String> before = DONE.contains(key) ? Set.of("is", "are") : DUTIES;
            boolean isLed = at > 0 && before.contains(tokens.get(at - 1).key());
            if (!isLed && !(BASE.contains(key) && at == 0)) {
                return -1;
            }
            start = isLed ? at - 1 : at;
        } else if (!VERBS.contains(key)) {
            return -1;
        }
        boolean hasSubject =
                start > 0
                        && Set.of("it", "system", "service", "server", "api", "endpoint", "which")
                                .contains(tokens.get(start - 1).key());
        if (!hasSubject) {
            return start;
        }
        boolean hasArticle = start > 1 && tokens.get(start - 2).key().equals("the");
        return hasArticle ? start - 2 : start - 1;
    }

    /// What follows, and where the words on it end.
    private record Outcome(Meaning meaning, int end) {}

    /// The most words after the status that are understood as what follows, up to where a situation begins.
    private Optional<Outcome> outcome(List<Token> tokens, int status, EndpointDraft endpoint) {
        for (int end = tokens.size(); end > status; end--) {
            boolean isCut = end == tokens.size() || JOINTS.contains(tokens.get(end).key());
            if (!isCut) {
                continue;
            }
            List<Token> told =
                    OutcomeWords.of(
                            withoutComma(tokens.subList(status, end)), words.lexicon(), endpoint);
            var said = new ArrayList<Token>();
            said.add(new Token(Token.Kind.WORD, "returns", "returns", 0, 0));
            said.addAll(told);
            Optional<Meaning> found =
                    words.read("Criterion", said)
                            .flatMap(CriterionSlots::bare)
                            .or(() -> words.read("Criterion", told).flatMap(CriterionSlots::bare));
            if (found.isPresent()) {
                return Optional.of(new Outcome(found.get(), end));
            }
        }
        return Optional.empty();
    }

    private static List<Token> withoutComma(List<Token> tokens) {
        return tokens.getLast().isMark(",") ? tokens.subList(0, tokens.size() - 1) : tokens;
    }

    private static Optional<Meaning> bare(Meaning meaning) {
        List<Meaning> cases = CaseReader.cases(meaning);
        if (cases.isEmpty() || !cases.stream().allMatch(one -> one.tree().is("Bare"))) {
            return Optional.empty();
        }
        return Optional.of(cases.size() == 1 ? cases.getFirst() : meaning);
    }

    /// The situation without the brackets around it, and without what introduces it.
    private static List<Token> closed(List<Token> tokens) {
        boolean isBracket =
                tokens.size() > 1 && tokens.getFirst().isMark("(") && tokens.getLast().isMark(")");
        if (isBracket) {
            return tokens.subList(1, tokens.size() - 1);
        }
        boolean isLed =
                !tokens.isEmpty()
                        && Set.of("-", ":", "when", "if", "where", "whenever", "because")
                                .contains(tokens.getFirst().key());
        return isLed ? tokens.subList(1, tokens.size()) : tokens;
    }

    private static List<Token> withoutRoute(List<Token> tokens) {
        var left = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); i++) {
            if (RouteWords.at(tokens, i).isPresent()) {
                i++;
            } else {
                left.add(tokens.get(i));
            }
        }
        return left;
    }
}
