package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.agent.CriteriaWatch.Check;
import kiro.evidence.TestId;
import kiro.evidence.TestRun;
import kiro.evidence.coverage.CoverageReading;
import kiro.spec.CriterionId;

/// What another standard asks, and the coverage that the steering asks of what the run has changed.
final class CoveredStandard implements Standard {
    private final Standard inner;
    private final CoverageRules rules;
    private final ToolCaller tools;

    CoveredStandard(Standard inner, CoverageRules rules, ToolCaller tools) {
        this.inner = inner;
        this.rules = rules;
        this.tools = tools;
    }

    @Override
    public List<Shortfall> shortfalls(Check check) throws InterruptedException {
        var lacking = new ArrayList<Shortfall>(inner.shortfalls(check));
        boolean isAnyChanged = !tools.changed().isEmpty();
        if (isAnyChanged && check.run() instanceof TestRun.Finished finished) {
            rules
                    .lacking(
                            finished.coverage().map(CoverageReading.Whole::total),
                            Set.copyOf(tools.changed()))
                    .stream()
                    .map(Shortfall::ofAll)
                    .forEach(lacking::add);
        }
        return lacking;
    }

    @Override
    public String lack(boolean isOne) {
        return inner.lack(isOne);
    }

    @Override
    public Map<CriterionId, String> shown() {
        return inner.shown();
    }

    @Override
    public boolean mayFail(TestId test, Check check) {
        return inner.mayFail(test, check);
    }
}
