package kiro.cli;

import kiro.agent.Approver;
import kiro.permission.Ruling;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.tool.Effect;
import kiro.workspace.WorkspacePath;

/// Stands in where there is no terminal: what would have to be asked is refused.
final class NobodyToAsk implements Approver {
    private static final String NOBODY = "somebody has to be asked, and this is no terminal";

    @Override
    public PlanAnswer plan(Plan plan, WorkspacePath file) {
        return new PlanAnswer.Abandoned(
                NOBODY + "; the plan is saved in " + file + ", and runs with --mode autonomous");
    }

    @Override
    public StepAnswer step(Step step) {
        return new StepAnswer.Stop(NOBODY);
    }

    @Override
    public CallAnswer call(String summary, Effect effect, Ruling ruling) {
        return new CallAnswer.Refused(NOBODY);
    }
}
