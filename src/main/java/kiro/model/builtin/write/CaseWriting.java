package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;

/// Whether a test for a criterion could be written.
sealed interface CaseWriting {
    /// The same tests, with others behind them, as far as these can be written.
    static CaseWriting joined(CaseWriting usual, List<CaseWriting> more) {
        if (!(usual instanceof Written written)) {
            return usual;
        }
        var cases = new ArrayList<>(written.cases());
        for (CaseWriting one : more) {
            if (one instanceof Written other) {
                cases.addAll(other.cases());
            }
        }
        return new Written(cases);
    }

    record Written(List<Case> cases) implements CaseWriting {
        public Written {
            cases = List.copyOf(cases);
        }
    }

    record Missing(String reason) implements CaseWriting {}
}
