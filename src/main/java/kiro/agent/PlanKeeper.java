package kiro.agent;

import kiro.plan.Plan;
import kiro.plan.StepStatus;
import kiro.workspace.WorkspacePath;

/// The plan in hand, kept in its file as it goes forward, so that a later run can take it up.
final class PlanKeeper {
    private final PlanFiles files;
    private final WorkspacePath file;
    private Plan plan;

    PlanKeeper(PlanFiles files, WorkspacePath file, Plan plan) {
        this.files = files;
        this.file = file;
        this.plan = plan;
    }

    Plan current() {
        return plan;
    }

    WorkspacePath file() {
        return file;
    }

    void mark(int step, StepStatus status) {
        plan = plan.withStatus(step, status);
        files.save(plan, file);
    }
}
