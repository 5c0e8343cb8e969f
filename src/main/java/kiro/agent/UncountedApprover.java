package kiro.agent;

import java.util.concurrent.locks.ReentrantLock;
import kiro.permission.Ruling;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.tool.Effect;
import kiro.tool.Form;
import kiro.tool.FormAnswer;
import kiro.workspace.WorkspacePath;

/// Asks another approver while the time of the run stands still. Tools that are at work at the same time are answered one
/// after the other.
final class UncountedApprover implements Approver {
    private final Approver approver;
    private final Budget budget;
    private final ReentrantLock asking = new ReentrantLock();

    UncountedApprover(Approver approver, Budget budget) {
        this.approver = approver;
        this.budget = budget;
    }

    /// A question, and its answer.
    private interface Question<T> {
        T ask() throws InterruptedException;
    }

    @Override
    public PlanAnswer plan(Plan plan, WorkspacePath file) throws InterruptedException {
        return uncounted(() -> approver.plan(plan, file));
    }

    @Override
    public StepAnswer step(Step step) throws InterruptedException {
        return uncounted(() -> approver.step(step));
    }

    @Override
    public CallAnswer call(String summary, Effect effect, Ruling ruling)
            throws InterruptedException {
        return uncounted(() -> approver.call(summary, effect, ruling));
    }

    @Override
    public CircleAnswer circle(String circle) throws InterruptedException {
        return uncounted(() -> approver.circle(circle));
    }

    @Override
    public FormAnswer form(Form form) throws InterruptedException {
        return uncounted(() -> approver.form(form));
    }

    private <T> T uncounted(Question<T> question) throws InterruptedException {
        asking.lockInterruptibly();
        try {
            budget.pause();
            try {
                return question.ask();
            } finally {
                budget.goOn();
            }
        } finally {
            asking.unlock();
        }
    }
}
