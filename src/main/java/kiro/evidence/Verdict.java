package kiro.evidence;

import java.util.List;
import kiro.spec.CriterionRef;

/// What is known of one criterion, and from which tests.
///
/// @param reason one line for people, such as `2 tests pass` or `no test names it`
public record Verdict(
        CriterionRef criterion, VerdictState state, String reason, List<TestId> tests) {
    public Verdict {
        tests = List.copyOf(tests);
    }

    public boolean isProven() {
        return state.isProven();
    }
}
