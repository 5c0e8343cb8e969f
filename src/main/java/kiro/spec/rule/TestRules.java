package kiro.spec.rule;

import java.util.List;
import kiro.spec.sentence.Phrase;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;

/// The rule that something in a criterion can be observed.
final class TestRules {
    private final Checked checked;

    TestRules(Checked checked) {
        this.checked = checked;
    }

    void check(Statement statement, List<WordList.Hit> hits) {
        if (hits.isEmpty()
                || statement.isConcrete()
                || statement.sentence() instanceof Sentence.Outcome) {
            return;
        }
        int from =
                statement.sentence() instanceof Sentence.Ears ears
                        ? statement.tokenAt(ears.response().start())
                        : 0;
        int to =
                statement.sentence() instanceof Sentence.Ears ears
                        ? statement.tokenAt(end(ears.response()))
                        : statement.tokens().size() - 1;
        hits.stream()
                .filter(hit -> hit.term().list().equals("empty-verbs"))
                .filter(hit -> hit.first() == from || isPredicate(statement, hit, from))
                .findFirst()
                .filter(hit -> !isObservable(statement, hits, from, to))
                .filter(hit -> !isState(statement, hit, to))
                .ifPresent(hit -> report(statement, hit));
    }

    private static int end(Phrase phrase) {
        return Math.max(phrase.start(), phrase.end() - 1);
    }

    /// In a sentence without a modal verb: the verb behind a short subject, as in `Search works`.
    private static boolean isPredicate(Statement statement, WordList.Hit hit, int from) {
        return statement.sentence() instanceof Sentence.Plain
                && hit.first() > from
                && hit.first() <= from + 4
                && hit.term().keys().getFirst().endsWith("s")
                && (hit.last() + 1 == statement.tokens().size()
                        || !statement.tokens().get(hit.last() + 1).is("of"));
    }

    /// `ensure the two are different` says what can be compared.
    private static boolean isState(Statement statement, WordList.Hit hit, int to) {
        return hit.term().keys().getFirst().startsWith("ensure")
                && statement.tokens().subList(hit.last(), to + 1).stream()
                        .anyMatch(token -> token.is("are") || token.is("is") || token.is("not"));
    }

    private static boolean isObservable(
            Statement statement, List<WordList.Hit> hits, int from, int to) {
        boolean hasLiteral =
                statement.tokens().subList(from, to + 1).stream()
                        .anyMatch(token -> token.is(Token.Kind.CODE) || token.is(Token.Kind.PATH));
        return hasLiteral
                || hits.stream()
                        .anyMatch(hit ->
                                hit.term().list().equals("observable-verbs")
                                        && hit.first() >= from
                                        && hit.first() <= to);
    }

    private void report(Statement statement, WordList.Hit hit) {
        checked.report(
                Rule.UNTESTABLE,
                statement,
                hit.first(),
                hit.last(),
                "'%s' can be neither seen nor measured, and %s has nothing else"
                        .formatted(statement.tokens().get(hit.first()).text(), statement.name()),
                "say what a test would look at: an answer, a message, a stored value, a number");
    }
}
