package kiro.sync;

import java.util.List;
import kiro.evidence.Verdict;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;

/// What bringing a spec in line with its evidence has done, or would do.
///
/// @param findings criteria that no test names, tests that name no criterion, evidence that is stale
public record SyncReport(
        SpecName spec,
        List<Verdict> verdicts,
        List<CriterionId> ticked,
        List<CriterionId> unticked,
        List<Finding> findings) {
    public SyncReport {
        verdicts = List.copyOf(verdicts);
        ticked = List.copyOf(ticked);
        unticked = List.copyOf(unticked);
        findings = List.copyOf(findings);
    }
}
