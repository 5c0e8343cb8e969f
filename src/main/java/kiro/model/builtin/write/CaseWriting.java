package kiro.model.builtin.write;

import java.util.List;

/// Whether a test for a criterion could be written.
sealed interface CaseWriting {
    record Written(List<Case> cases) implements CaseWriting {
        public Written {
            cases = List.copyOf(cases);
        }
    }

    record Missing(String reason) implements CaseWriting {}
}
