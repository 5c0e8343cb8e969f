package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.workspace.WorkspacePath;

/// What a run leaves behind, for its last words.
///
/// @param tests the last run of the tests; empty when there was none
/// @param verdicts what is known of each criterion at the end; none without a spec
/// @param changed files made, changed or removed by tools
/// @param words the model's last words
public record RunReport(
        RunEnd end,
        Optional<SavedPlan> plan,
        Optional<TestRun> tests,
        List<Verdict> verdicts,
        List<WorkspacePath> changed,
        String words,
        Usage usage) {
    public RunReport {
        verdicts = List.copyOf(verdicts);
        changed = List.copyOf(changed);
    }

    /// A plan, and the file that holds it.
    public record SavedPlan(Plan plan, WorkspacePath file) {}
}
