package kiro.agent;

import java.util.List;
import java.util.Map;
import kiro.agent.CriteriaWatch.Check;
import kiro.evidence.TestId;
import kiro.spec.CriterionId;

/// What has to hold before a run counts as done, apart from tests that worked before and still do.
interface Standard {
    /// What does not hold yet.
    List<Shortfall> shortfalls(Check check) throws InterruptedException;

    /// What several criteria lack, as the words between their number and their ids.
    ///
    /// @param isOne whether it is one criterion
    String lack(boolean isOne);

    /// How the tests of criteria were seen to fail, where that was looked for.
    default Map<CriterionId, String> shown() {
        return Map.of();
    }

    /// Whether a test that fails may do so.
    boolean mayFail(TestId test, Check check);
}
