package kiro.agent;

import java.util.List;
import java.util.OptionalInt;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.workspace.WorkspacePath;

/// The plan in hand, kept in its file as it goes forward, so that a later run can take it up.
final class PlanKeeper {
    private final PlanFiles files;
    private final WorkspacePath file;
    private final OptionalInt only;
    private Plan plan;

    /// @param only the one step that is to be done; empty where all are
    PlanKeeper(PlanFiles files, WorkspacePath file, Plan plan, OptionalInt only) {
        this.only = only;
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

    OptionalInt only() {
        return only;
    }

    /// The steps that this run is to do, of those that are not done.
    List<Step> toDo() {
        return open().stream()
                .filter(step -> only.isEmpty() || step.number() == only.getAsInt())
                .toList();
    }

    /// The steps that are not done.
    List<Step> open() {
        return plan.steps().stream()
                .filter(step ->
                        switch (step.status()) {
                            case DONE, SKIPPED -> false;
                            case PENDING, RUNNING, FAILED -> true;
                        })
                .toList();
    }

    void mark(int step, StepStatus status) {
        plan = plan.withStatus(step, status);
        files.save(plan, file);
    }
}
