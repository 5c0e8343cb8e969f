package kiro.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.agent.AgentTask.Goal;
import kiro.finding.Finding;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.text.SourceSpan;

/// Looks whether a saved plan is one for a spec, before a run begins: plans are edited, and specs change.
final class PlanFit {
    private PlanFit() {}

    /// What of a goal does not belong to the spec; nothing where there is no saved plan.
    static List<Finding> findings(Goal goal, Spec spec) {
        if (!(goal instanceof Goal.SavedPlan saved)) {
            return List.of();
        }
        return findings(saved.plan(), saved.file().value(), spec);
    }

    /// What of a plan does not belong to the spec.
    ///
    /// @param file of the plan
    static List<Finding> findings(Plan plan, String file, Spec spec) {
        Optional<SpecName> other = plan.spec().filter(name -> !name.equals(spec.name()));
        return other.map(name -> List.of(of(name, file, spec)))
                .orElseGet(
                        () -> unknown(plan, spec).map(step -> unknown(step, file, spec)).toList());
    }

    private static Finding of(SpecName name, String file, Spec spec) {
        return Finding.error(
                "plan/other-spec",
                file,
                SourceSpan.start(),
                "the plan is for the spec '%s', and --spec names '%s'".formatted(name, spec.name()),
                "leave --spec out, or write '- Spec: %s' in the plan".formatted(spec.name()));
    }

    /// What is done or skipped may be about criteria that there were.
    private static Stream<Step> unknown(Plan plan, Spec spec) {
        return plan.steps().stream()
                .filter(step ->
                        step.status() != StepStatus.DONE && step.status() != StepStatus.SKIPPED)
                .filter(step -> !ids(spec).containsAll(step.criteria()));
    }

    private static Finding unknown(Step step, String file, Spec spec) {
        String wrong =
                step.criteria().stream()
                        .filter(id -> !ids(spec).contains(id))
                        .map(id -> "'" + id + "'")
                        .collect(Collectors.joining(", "));
        String known =
                ids(spec).stream().map(CriterionId::toString).collect(Collectors.joining(", "));
        return Finding.error(
                "plan/unknown-criterion",
                file,
                SourceSpan.start(),
                "step %d is about %s, and the spec '%s' has no such criterion"
                        .formatted(step.number(), wrong, spec.name()),
                "write which it is about (%s), or none".formatted(known));
    }

    private static List<CriterionId> ids(Spec spec) {
        return spec.criteria().stream().map(criterion -> criterion.id()).toList();
    }
}
