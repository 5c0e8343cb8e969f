package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;

/// Whether a test for a criterion could be written.
sealed interface CaseWriting {
    /// All of these tests, or why the first of them that could not be written could not.
    static CaseWriting all(List<CaseWriting> writings) {
        var cases = new ArrayList<Case>();
        var untested = new ArrayList<String>();
        for (CaseWriting writing : writings) {
            switch (writing) {
                case Missing missing -> {
                    return missing;
                }
                case Written written -> {
                    cases.addAll(written.cases());
                    untested.addAll(written.untested());
                }
            }
        }
        return new Written(cases, untested);
    }

    /// The same tests, with others behind them that go beyond the sentence of the criterion: what of these cannot be
    /// written is told.
    static CaseWriting joined(CaseWriting usual, List<Beside> more) {
        if (!(usual instanceof Written written)) {
            return usual;
        }
        var cases = new ArrayList<>(written.cases());
        var untested = new ArrayList<>(written.untested());
        for (Beside one : more) {
            switch (one.writing()) {
                case Missing missing -> untested.add(one.what() + ": " + missing.reason());
                case Written other -> {
                    cases.addAll(other.cases());
                    untested.addAll(other.untested());
                }
            }
        }
        return new Written(cases, untested);
    }

    /// Tests that go beyond the sentence of a criterion.
    ///
    /// @param what is tested, as words
    record Beside(String what, CaseWriting writing) {}

    /// @param untested what goes beyond the sentence of the criterion and is not tested, each with the reason
    record Written(List<Case> cases, List<String> untested) implements CaseWriting {
        public Written {
            cases = List.copyOf(cases);
            untested = untested.stream().distinct().toList();
        }

        Written(Case one) {
            this(List.of(one), List.of());
        }
    }

    record Missing(String reason) implements CaseWriting {}
}
