package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A criterion of the form "given ..., when ..., then ...", put into the order in which situations come last: "returns 409
/// when ...".
///
/// What is given and what is done are one situation. Words of the one are never left out for the other: where what is done
/// is no more than the request ("when it is to be changed"), what is given is the situation; where what is given is no more
/// than that there is a thing, what is done is; else all words of both are.
final class Scenario {
    /// Words beside a noun that say no more than that there is a thing.
    private static final Set<String> THERE =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "any",
                    "some",
                    "one",
                    "two",
                    "three",
                    "several",
                    "existing",
                    "exists",
                    "exist",
                    "there",
                    "is",
                    "are",
                    "that",
                    "with",
                    "this",
                    "its",
                    "id");

    /// Words for which a request stands by itself.
    private static final Set<String> REQUEST =
            Set.of(
                    "it",
                    "they",
                    "them",
                    "she",
                    "he",
                    "is",
                    "are",
                    "was",
                    "were",
                    "to",
                    "be",
                    "the",
                    "a",
                    "an",
                    "this",
                    "that",
                    "request",
                    "endpoint",
                    "call",
                    "sent",
                    "made",
                    "called",
                    "sends",
                    "calls",
                    "requested",
                    "again",
                    "its",
                    "their",
                    "of",
                    "for",
                    "on",
                    "with",
                    "body",
                    "valid",
                    "i",
                    "send",
                    ",");

    private final Sentence sentence;
    private final Lexicon lexicon;
    private final Predicate<String> isUsual;
    private final List<Token> given;
    private final List<Token> done;
    private final List<Token> then;

    private Scenario(
            Sentence sentence,
            Lexicon lexicon,
            Predicate<String> isUsual,
            List<Token> given,
            List<Token> done,
            List<Token> then) {
        this.sentence = sentence;
        this.lexicon = lexicon;
        this.isUsual = isUsual;
        this.given = given;
        this.done = done;
        this.then = then;
    }

    /// The sentence in other orders; none where it is no scenario.
    ///
    /// @param isUsual whether words are for the state in which a thing is where nothing else is said
    static List<Sentence> orders(Sentence sentence, Lexicon lexicon, Predicate<String> isUsual) {
        return of(sentence, lexicon, isUsual).stream()
                .flatMap(scenario -> scenario.orders().stream())
                .map(sentence::withTokens)
                .toList();
    }

    private static Optional<Scenario> of(
            Sentence sentence, Lexicon lexicon, Predicate<String> isUsual) {
        List<Token> tokens = withoutStop(sentence.tokens());
        int when = at(tokens, "when", 0);
        int then = at(tokens, "then", when + 1);
        boolean isGiven = !tokens.isEmpty() && tokens.getFirst().key().equals("given");
        if (when < 0 || then < 0 || then + 1 == tokens.size() || (when > 0 && !isGiven)) {
            return Optional.empty();
        }
        return Optional.of(
                new Scenario(
                        sentence,
                        lexicon,
                        isUsual,
                        when == 0 ? List.of() : trimmed(tokens.subList(1, when)),
                        trimmed(tokens.subList(when + 1, then)),
                        trimmed(tokens.subList(then + 1, tokens.size()))));
    }

    private static List<Token> withoutStop(List<Token> tokens) {
        return !tokens.isEmpty() && tokens.getLast().isMark(".")
                ? tokens.subList(0, tokens.size() - 1)
                : tokens;
    }

    private static int at(List<Token> tokens, String key, int from) {
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.get(at).is(Token.Kind.WORD) && tokens.get(at).key().equals(key)) {
                return at;
            }
        }
        return -1;
    }

    private static List<Token> trimmed(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).isMark(",")) {
            end--;
        }
        return tokens.subList(0, end);
    }

    private List<List<Token>> orders() {
        var orders = new ArrayList<List<Token>>();
        List<Token> request = valid(withoutRoute(done));
        if (isThing(given)) {
            orders.add(order(request));
        }
        if (isQuiet(request) && !given.isEmpty()) {
            orders.add(order(given));
        }
        if (!given.isEmpty()) {
            thing(request).map(this::order).ifPresent(orders::add);
            var both = new ArrayList<>(given);
            both.addAll(request);
            orders.add(order(both));
        }
        return orders;
    }

    /// "Given a bridge" says no more than that there is one, "given an open ticket" that it is as usual.
    private boolean isThing(List<Token> tokens) {
        String others =
                tokens.stream()
                        .filter(token -> !isNoun(token))
                        .filter(token -> !THERE.contains(token.key()))
                        .map(Token::key)
                        .collect(Collectors.joining(" "));
        return others.isEmpty() || isUsual.test(others);
    }

    private boolean isNoun(Token token) {
        return token.is(Token.Kind.WORD)
                && (lexicon.isNoun(token.key()) || lexicon.isNoun(Words.singular(token.key())));
    }

    /// "When it is to be changed" says no more than that the request is sent.
    private boolean isQuiet(List<Token> request) {
        return request.stream()
                .allMatch(token ->
                        REQUEST.contains(token.key())
                                || isNoun(token)
                                || lexicon.isAction(token.key())
                                || isDone(token));
    }

    /// A deed in a word, which is no state of the thing.
    private boolean isDone(Token token) {
        return Words.isDone(token.key())
                && (lexicon.isDone(token.key()) || !lexicon.isState(token.key()));
    }

    /// "With a new `name` and a new `size`" is a body with nothing wrong.
    private static List<Token> valid(List<Token> request) {
        int with = at(request, "with", 0);
        boolean isOfNew =
                with >= 0
                        && at(request, "new", with) > 0
                        && request.subList(with + 1, request.size()).stream()
                                .allMatch(token ->
                                        token.is(Token.Kind.CODE)
                                                || token.isMark(",")
                                                || Set.of("a", "an", "new", "and")
                                                        .contains(token.key()));
        if (!isOfNew) {
            return request;
        }
        var valid = new ArrayList<>(request.subList(0, with));
        List.of("with", "a", "valid", "body").forEach(one -> valid.add(ScenarioAnswer.word(one)));
        return valid;
    }

    /// What is done, with what is given in the place of "it".
    private Optional<List<Token>> thing(List<Token> request) {
        int it = request.size() - 1;
        while (it >= 0 && !Set.of("it", "them").contains(request.get(it).key())) {
            it--;
        }
        if (it < 0) {
            return Optional.empty();
        }
        var whole = new ArrayList<>(request.subList(0, it));
        whole.addAll(given);
        whole.addAll(request.subList(it + 1, request.size()));
        return Optional.of(whole);
    }

    private List<Token> order(List<Token> situation) {
        var order = new ArrayList<>(route());
        order.addAll(answer());
        order.add(ScenarioAnswer.word("when"));
        order.addAll(situation);
        return order;
    }

    private List<Token> route() {
        for (int at = 0; at < sentence.tokens().size(); at++) {
            if (RouteWords.at(sentence.tokens(), at).isPresent()) {
                return sentence.tokens().subList(at, at + 2);
            }
        }
        return List.of();
    }

    private static List<Token> withoutRoute(List<Token> tokens) {
        var left = new ArrayList<Token>();
        for (int at = 0; at < tokens.size(); at++) {
            if (RouteWords.at(tokens, at).isPresent()) {
                at++;
            } else {
                left.add(tokens.get(at));
            }
        }
        return left;
    }

    private List<Token> answer() {
        return new ScenarioAnswer(then, this::isNoun).tokens();
    }
}
