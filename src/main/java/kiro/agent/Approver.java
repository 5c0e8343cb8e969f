package kiro.agent;

import kiro.permission.Ruling;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.tool.Effect;
import kiro.tool.Form;
import kiro.tool.FormAnswer;
import kiro.workspace.WorkspacePath;

/// The person who is asked, or whoever stands in for them: a terminal, an editor, nobody.
public interface Approver {
    /// Shows a plan and asks for it. A person may have edited the plan that comes back.
    ///
    /// @param file where the plan is saved
    PlanAnswer plan(Plan plan, WorkspacePath file) throws InterruptedException;

    /// Asks before a step.
    StepAnswer step(Step step) throws InterruptedException;

    /// Asks before an effect that the policy does not allow by itself.
    CallAnswer call(String summary, Effect effect, Ruling ruling) throws InterruptedException;

    /// Asks about a model that goes round in circles. Whoever has nobody to ask has it stopped.
    ///
    /// @param circle what it does again and again, in words
    default CircleAnswer circle(String circle) throws InterruptedException {
        return new CircleAnswer.Stop(circle);
    }

    /// Asks what a tool wants to know, in the middle of its call; declines where nobody is there.
    default FormAnswer form(Form form) throws InterruptedException {
        return new FormAnswer.Declined();
    }

    /// What is said to a plan.
    sealed interface PlanAnswer {
        record Approved(Plan plan, Pace pace) implements PlanAnswer {}

        /// @param reason what the model is told, so that it plans again
        record Rejected(String reason) implements PlanAnswer {}

        /// The run ends here.
        record Abandoned(String reason) implements PlanAnswer {}
    }

    /// Whether there is a question before each step.
    enum Pace {
        ALL_AT_ONCE,
        STEP_BY_STEP
    }

    /// What is said to a step.
    sealed interface StepAnswer {
        record Run() implements StepAnswer {}

        /// This one and all that follow.
        record RunAll() implements StepAnswer {}

        record Skip() implements StepAnswer {}

        record Stop(String reason) implements StepAnswer {}
    }

    /// What is said to a model that goes round in circles.
    sealed interface CircleAnswer {
        /// @param hint what the model is told
        record GoOn(String hint) implements CircleAnswer {}

        record Stop(String reason) implements CircleAnswer {}
    }

    /// What is said to an effect.
    sealed interface CallAnswer {
        record Allowed() implements CallAnswer {}

        /// @param reason what the model is told
        record Refused(String reason) implements CallAnswer {}

        record Stop(String reason) implements CallAnswer {}
    }
}
