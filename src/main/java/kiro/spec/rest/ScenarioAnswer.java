package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What follows in a scenario, in the words that criteria have for it: "the response is 400 and contains the ticket" is
/// "returns 400 and the ticket", "only the open ones are listed" is "returns only the open ones".
final class ScenarioAnswer {
    private static final Set<String> ANSWERING =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "response",
                    "answer",
                    "reply",
                    "result",
                    "status",
                    "code",
                    "is",
                    "has",
                    "with",
                    "of",
                    "it",
                    "they",
                    "he",
                    "she",
                    "i",
                    "request",
                    "system",
                    "service",
                    "server",
                    "api",
                    "endpoint",
                    "shall",
                    "must",
                    "should",
                    "will",
                    "be",
                    "returns",
                    "return",
                    "responds",
                    "respond",
                    "answers",
                    "answered",
                    "http",
                    "refused",
                    "rejected",
                    "denied",
                    "gets",
                    "get",
                    "receives",
                    "call",
                    "caller",
                    "client",
                    "user",
                    "fails",
                    "fail");
    private static final Set<String> SENT_BACK =
            Set.of("is", "are", "returned", "sent", "answered", "given", "response", "back");
    private static final Set<String> CONTAINING =
            Set.of("contains", "containing", "shows", "lists", "includes", "has", "with");
    private static final Set<String> LISTED = Set.of("listed", "returned", "shown");
    private static final Set<String> KEPT = Set.of("stored", "saved", "recorded", "kept");

    private final List<Token> then;
    private final Predicate<Token> isNoun;

    ScenarioAnswer(List<Token> then, Predicate<Token> isNoun) {
        this.then = then;
        this.isNoun = isNoun;
    }

    List<Token> tokens() {
        int status = 0;
        while (status < then.size() && ANSWERING.contains(then.get(status).key())) {
            status++;
        }
        if (status == then.size() || !TokenForms.isStatus(then.get(status))) {
            return stored(shown(then));
        }
        int rest = status + 1;
        while (rest < then.size() && SENT_BACK.contains(then.get(rest).key())) {
            rest++;
        }
        var answer = new ArrayList<Token>();
        answer.add(word("returns"));
        answer.add(then.get(status));
        if (isContaining(rest)) {
            answer.add(word("and"));
            rest += 2;
        }
        answer.addAll(newValues(inState(then.subList(rest, then.size()))));
        return answer;
    }

    private boolean isContaining(int rest) {
        return rest + 1 < then.size()
                && Set.of("and", ",").contains(then.get(rest).key())
                && CONTAINING.contains(then.get(rest + 1).key());
    }

    /// "The ticket has the status `CLOSED`" is the ticket with that status.
    private List<Token> inState(List<Token> tokens) {
        var told = new ArrayList<>(tokens);
        for (int at = 1; at + 2 < told.size(); at++) {
            int name = told.get(at + 1).key().equals("the") ? at + 2 : at + 1;
            boolean isState =
                    isNoun.test(told.get(at - 1))
                            && told.get(at).key().equals("has")
                            && name + 1 < told.size()
                            && Set.of("status", "state").contains(told.get(name).key())
                            && told.get(name + 1).is(Token.Kind.CODE);
            if (isState) {
                Token field = told.get(name);
                told.set(at, word("with"));
                told.set(name, new Token(Token.Kind.CODE, field.key(), field.key(), 0, 0));
                told.subList(at + 1, name).clear();
                return told;
            }
        }
        return told;
    }

    /// "The ticket with both" are the new values that the situation names.
    private static List<Token> newValues(List<Token> tokens) {
        int last = tokens.size() - 1;
        boolean isBoth =
                last > 0
                        && Set.of("both", "them").contains(tokens.get(last).key())
                        && tokens.get(last - 1).key().equals("with");
        if (!isBoth) {
            return tokens;
        }
        var told = new ArrayList<>(tokens.subList(0, last));
        List.of("the", "new", "values").forEach(one -> told.add(word(one)));
        return told;
    }

    private static List<Token> shown(List<Token> tokens) {
        int end = tokens.size();
        boolean isShown =
                end > 3
                        && LISTED.contains(tokens.get(end - 1).key())
                        && Set.of("is", "are").contains(tokens.get(end - 2).key());
        if (!isShown) {
            return tokens;
        }
        var shown = new ArrayList<Token>();
        shown.add(word("returns"));
        shown.addAll(tokens.subList(0, end - 2));
        return shown;
    }

    /// "`a` and `b` are stored with it" is "stores `a` and `b`".
    private static List<Token> stored(List<Token> tokens) {
        int end = 0;
        while (end < tokens.size()
                && (tokens.get(end).is(Token.Kind.CODE)
                        || Set.of("and", ",").contains(tokens.get(end).key()))) {
            end++;
        }
        boolean isStored =
                end > 0
                        && end + 1 < tokens.size()
                        && Set.of("is", "are").contains(tokens.get(end).key())
                        && KEPT.contains(tokens.get(end + 1).key());
        if (!isStored) {
            return tokens;
        }
        int rest = end + 2;
        if (rest + 1 < tokens.size()
                && tokens.get(rest).key().equals("with")
                && tokens.get(rest + 1).key().equals("it")) {
            rest += 2;
        }
        var stored = new ArrayList<Token>();
        stored.add(word("stores"));
        stored.addAll(tokens.subList(0, end));
        stored.addAll(tokens.subList(rest, tokens.size()));
        return stored;
    }

    static Token word(String text) {
        return new Token(Token.Kind.WORD, text, text, 0, 0);
    }
}
