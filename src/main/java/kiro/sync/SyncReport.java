package kiro.sync;

import java.util.List;
import kiro.evidence.Verdict;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.spec.TaskId;

/// What bringing a spec in line with its evidence has done, or would do.
///
/// @param accepted what persons answer for
/// @param findings criteria that no test names, tests that name no criterion, evidence that is stale
public record SyncReport(
        SpecName spec,
        List<Verdict> verdicts,
        List<CriterionId> ticked,
        List<CriterionId> unticked,
        List<Acceptance> accepted,
        Tasks tasks,
        List<Finding> findings) {
    public SyncReport {
        verdicts = List.copyOf(verdicts);
        ticked = List.copyOf(ticked);
        unticked = List.copyOf(unticked);
        accepted = List.copyOf(accepted);
        findings = List.copyOf(findings);
    }

    /// @param done those that were marked as done, or would be
    /// @param reset those that were marked as done and are open again, or would be
    public record Tasks(List<TaskId> done, List<TaskId> reset) {
        public Tasks {
            done = List.copyOf(done);
            reset = List.copyOf(reset);
        }

        static Tasks none() {
            return new Tasks(List.of(), List.of());
        }
    }

    /// Whether a criterion needs nothing more: it is proven, or a person answers for it.
    public boolean isSettled(Verdict verdict) {
        return verdict.isProven()
                || accepted.stream()
                        .anyMatch(each -> each.criterion().equals(verdict.criterion().id()));
    }

    /// Whether nothing is left to do: this is what a gate asks.
    public boolean isSettled() {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(this::isSettled);
    }
}
