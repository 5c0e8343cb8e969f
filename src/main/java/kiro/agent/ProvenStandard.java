package kiro.agent;

import java.util.List;
import kiro.agent.CriteriaWatch.Check;
import kiro.evidence.TestId;

/// Every criterion has fresh evidence.
final class ProvenStandard implements Standard {
    @Override
    public List<Shortfall> shortfalls(Check check) {
        return check.unproven().stream()
                .map(verdict -> Shortfall.of(verdict.criterion().id(), verdict.reason()))
                .toList();
    }

    @Override
    public String lack(boolean isOne) {
        return isOne ? "is not proven" : "are not proven";
    }

    @Override
    public boolean mayFail(TestId test, Check check) {
        return false;
    }
}
