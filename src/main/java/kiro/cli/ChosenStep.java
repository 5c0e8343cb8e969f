package kiro.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;

/// Looks at the step of a plan that is to be done alone, before a run begins.
final class ChosenStep {
    private ChosenStep() {}

    /// What is wrong with it; empty where nothing is.
    static Optional<Problem> problem(Plan plan, int number) {
        Optional<Step> step =
                plan.steps().stream().filter(one -> one.number() == number).findFirst();
        if (step.isEmpty()) {
            return Optional.of(
                    new Problem(
                            "agent/no-step",
                            "the plan has no step %d".formatted(number),
                            "it has "
                                    + plan.steps().stream()
                                            .map(one -> String.valueOf(one.number()))
                                            .collect(Collectors.joining(", "))));
        }
        return step.filter(one -> one.status() == StepStatus.DONE)
                .map(one ->
                        new Problem(
                                "agent/step-done",
                                "step %d is done".formatted(number),
                                "write '[ ]' before it in the plan to have it done again"));
    }
}
