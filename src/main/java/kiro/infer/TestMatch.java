package kiro.infer;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Tells which of several outcomes with one status a test speaks of.
final class TestMatch {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    private TestMatch() {}

    /// The outcomes, each with the tests that can be meant: where several have a status, those whose
    /// names share a word with the condition.
    static List<Endpoint.Outcome> clear(Collection<Endpoint.Outcome> outcomes) {
        return outcomes.stream().map(each -> clear(each, outcomes)).toList();
    }

    private static Endpoint.Outcome clear(
            Endpoint.Outcome outcome, Collection<Endpoint.Outcome> all) {
        boolean isAlone =
                all.stream().filter(each -> each.status() == outcome.status()).count() == 1;
        List<TestFact> tests =
                isAlone
                        ? outcome.tests()
                        : outcome.tests().stream()
                                .filter(test -> shareWord(outcome.condition(), test.name()))
                                .toList();
        return new Endpoint.Outcome(
                outcome.status(), outcome.condition(), outcome.message(), outcome.place(), tests);
    }

    private static boolean shareWord(String condition, String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return WORD.matcher(condition.replaceFirst("`[^`]*$", ""))
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(words::contains);
    }
}
