package kiro.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.evidence.TestRun;
import kiro.evidence.Verdict;
import kiro.evidence.Weakening;
import kiro.model.Money;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.session.Event.ContextPart;
import kiro.spec.CriterionId;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// What a run leaves behind, for its last words.
///
/// @param tests the last run of the tests; empty when there was none
/// @param verdicts what is known of each criterion at the end; none without a spec
/// @param shown how the tests of criteria were seen to fail, where the task was to write tests
public record RunReport(
        RunEnd end,
        Optional<SavedPlan> plan,
        Optional<TestRun> tests,
        List<Verdict> verdicts,
        Map<CriterionId, String> shown,
        Work work,
        Cost cost) {
    public RunReport {
        verdicts = List.copyOf(verdicts);
        shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
    }

    /// What the model's work cost.
    ///
    /// @param money empty where the price is not known
    /// @param shares what of it each step took, and last what was no work on one
    /// @param context what the conversation began with; nothing where that was in an earlier part of the run
    public record Cost(Usage usage, Optional<Money> money, List<Share> shares, List<Told> context) {
        public Cost {
            shares = List.copyOf(shares);
            context = List.copyOf(context);
        }
    }

    /// A part of what the conversation began with, and about what telling it with each request has cost.
    ///
    /// @param money empty where nothing was counted, or the price is not known
    public record Told(ContextPart part, Optional<Money> money) {}

    /// What a part of the work used.
    ///
    /// @param step empty for the plan, and for what came after the last step
    /// @param money empty where the price is not known
    public record Share(OptionalInt step, Usage usage, Optional<Money> money) {}

    /// A plan, and the file that holds it.
    public record SavedPlan(Plan plan, WorkspacePath file) {}

    /// What the model did.
    ///
    /// @param origins files made, changed or removed by tools, be it for a while, with what they were before
    /// @param undone what it set out to do and did not
    /// @param weakened tests that demand less than at its beginning
    /// @param words its last words
    public record Work(
            Map<WorkspacePath, Optional<Hash>> origins,
            List<UndoneCall> undone,
            List<Weakening> weakened,
            String words) {
        public Work {
            origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
            undone = List.copyOf(undone);
            weakened = List.copyOf(weakened);
        }
    }
}
