package kiro.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecTask;

/// A spec with all that is known of it.
///
/// @param verdicts one for each criterion, in their order
/// @param changed when a commit last changed one of its files
record ShownSpec(
        Spec spec, List<Verdict> verdicts, Optional<Instant> changed, List<Finding> findings) {
    ShownSpec {
        verdicts = List.copyOf(verdicts);
        findings = List.copyOf(findings);
    }

    int proven() {
        return (int) verdicts.stream().filter(Verdict::isProven).count();
    }

    ListedSpec.State state() {
        if (spec.criteria().isEmpty()) {
            return ListedSpec.State.NO_CRITERIA;
        }
        return ListedSpec.state(
                spec.criteria().size(),
                new Standing.Counts(
                        proven(), count(VerdictState.STALE), count(VerdictState.CLAIMED), true));
    }

    private int count(VerdictState state) {
        return (int) verdicts.stream().filter(verdict -> verdict.state() == state).count();
    }

    /// The tasks that name a criterion.
    List<SpecTask> tasksOf(AcceptanceCriterion criterion) {
        return spec.tasks().stream()
                .filter(task ->
                        task.requirements().stream()
                                .anyMatch(citation -> citation.isOf(criterion.id())))
                .toList();
    }
}
