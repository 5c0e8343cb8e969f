package kiro.agent;

import kiro.permission.Ruling;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.tool.Effect;
import kiro.tool.Form;
import kiro.tool.FormAnswer;
import kiro.workspace.WorkspacePath;

/// Asks in the name of a child, so that a person knows who wants it.
final class ChildApprover implements Approver {
    private final Approver approver;
    private final String child;

    ChildApprover(Approver approver, String child) {
        this.approver = approver;
        this.child = child;
    }

    @Override
    public PlanAnswer plan(Plan plan, WorkspacePath file) throws InterruptedException {
        return approver.plan(plan, file);
    }

    @Override
    public StepAnswer step(Step step) throws InterruptedException {
        return approver.step(step);
    }

    @Override
    public CallAnswer call(String summary, Effect effect, Ruling ruling)
            throws InterruptedException {
        return approver.call("child %s: %s".formatted(child, summary), effect, ruling);
    }

    @Override
    public CircleAnswer circle(String circle) throws InterruptedException {
        return approver.circle("child %s: %s".formatted(child, circle));
    }

    @Override
    public FormAnswer form(Form form) throws InterruptedException {
        return approver.form(form);
    }
}
