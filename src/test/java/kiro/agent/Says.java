package kiro.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kiro.permission.Ruling;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.tool.Effect;
import kiro.workspace.WorkspacePath;

/// A person whose answers are known before; once they run out, the answer is yes.
class Says implements Approver {
    final List<String> asked = new ArrayList<>();
    private final Deque<PlanAnswer> plans = new ArrayDeque<>();
    private final Deque<StepAnswer> steps = new ArrayDeque<>();
    private final Deque<CircleAnswer> circles = new ArrayDeque<>();
    private final Deque<CallAnswer> calls = new ArrayDeque<>();

    Says to(PlanAnswer answer) {
        plans.add(answer);
        return this;
    }

    Says to(StepAnswer answer) {
        steps.add(answer);
        return this;
    }

    Says to(CallAnswer answer) {
        calls.add(answer);
        return this;
    }

    Says to(CircleAnswer answer) {
        circles.add(answer);
        return this;
    }

    /// Where no answer is known, nobody is there.
    @Override
    public CircleAnswer circle(String circle) {
        asked.add(circle);
        CircleAnswer answer = circles.poll();
        return answer == null ? new CircleAnswer.Stop(circle) : answer;
    }

    @Override
    public PlanAnswer plan(Plan plan, WorkspacePath file) {
        asked.add("plan " + plan.title());
        PlanAnswer answer = plans.poll();
        return answer == null ? new PlanAnswer.Approved(plan, Pace.STEP_BY_STEP) : answer;
    }

    @Override
    public StepAnswer step(Step step) {
        asked.add("step " + step.number());
        StepAnswer answer = steps.poll();
        return answer == null ? new StepAnswer.Run() : answer;
    }

    @Override
    public CallAnswer call(String summary, Effect effect, Ruling ruling) {
        asked.add(summary);
        CallAnswer answer = calls.poll();
        return answer == null ? new CallAnswer.Allowed() : answer;
    }
}
