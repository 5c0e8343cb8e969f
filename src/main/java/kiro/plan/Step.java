package kiro.plan;

import java.util.List;
import kiro.spec.CriterionId;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;

/// One numbered action of a plan.
///
/// @param number from 1, in the order of execution
/// @param action what is done, in the imperative
/// @param targets the files it makes or changes
/// @param criteria the criteria it serves
public record Step(
        int number,
        String action,
        List<WorkspacePath> targets,
        Risk risk,
        List<CriterionId> criteria,
        StepStatus status) {
    public Step {
        targets = List.copyOf(targets);
        criteria = List.copyOf(criteria);
    }

    public Step withStatus(StepStatus changed) {
        return new Step(number, action, targets, risk, criteria, changed);
    }

    public Step withRisk(Risk changed) {
        return new Step(number, action, targets, changed, criteria, status);
    }
}
