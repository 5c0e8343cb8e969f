package kiro.agent;

import kiro.agent.Approver.Pace;
import kiro.agent.Approver.PlanAnswer;
import kiro.permission.Mode;
import kiro.plan.Plan;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.workspace.WorkspacePath;

/// Comes by the plan of a run: from the model, from a file, or from the user's own words.
final class Opening {
    private final Conversation conversation;
    private final TurnLoop turns;
    private final Approver approver;
    private final PlanFiles plans;
    private final EventLog log;

    Opening(
            Conversation conversation,
            TurnLoop turns,
            Approver approver,
            PlanFiles plans,
            EventLog log) {
        this.conversation = conversation;
        this.turns = turns;
        this.approver = approver;
        this.plans = plans;
        this.log = log;
    }

    /// What came of it.
    sealed interface Prepared {
        /// There is a plan, and the conversation knows it.
        record Ready(PlanKeeper plan, Pace pace) implements Prepared {}

        record Over(RunEnd end) implements Prepared {}
    }

    /// A task without a spec that nobody watches needs no planning: its plan is the task itself.
    Prepared open(AgentTask task, RunSetting setting) throws InterruptedException {
        return switch (task.goal()) {
            case AgentTask.Goal.SavedPlan saved -> take(task, saved, setting);
            case AgentTask.Goal.PlanOnly _ -> plan(task, setting);
            case AgentTask.Goal.WholeWork _ ->
                    task.spec().isEmpty() && task.mode() == Mode.AUTONOMOUS
                            ? oneStep(task, setting)
                            : plan(task, setting);
        };
    }

    private Prepared plan(AgentTask task, RunSetting setting) throws InterruptedException {
        conversation.say(new ContextBuilder(setting.project()).toPlan(task));
        WorkspacePath file = plans.fileFor(task, setting.session());
        var planning = new Planning(conversation, turns, approver, plans, log);
        return switch (planning.plan(task, file)) {
            case Planning.Outcome.Ready ready -> ready(file, ready.plan(), ready.pace());
            case Planning.Outcome.Saved saved -> ready(file, saved.plan(), Pace.ALL_AT_ONCE);
            case Planning.Outcome.Ended ended -> new Prepared.Over(ended.end());
        };
    }

    /// A saved plan is asked for like a new one: it may be another person's.
    private Prepared take(AgentTask task, AgentTask.Goal.SavedPlan saved, RunSetting setting)
            throws InterruptedException {
        PlanAnswer answer =
                task.mode() == Mode.AUTONOMOUS
                        ? new PlanAnswer.Approved(saved.plan(), Pace.ALL_AT_ONCE)
                        : approver.plan(saved.plan(), saved.file());
        return switch (answer) {
            case PlanAnswer.Approved approved -> {
                boolean isEdited = !approved.plan().equals(saved.plan());
                log.append(new Event.PlanApproved(approved.plan(), isEdited));
                conversation.say(
                        new ContextBuilder(setting.project()).toExecute(task, approved.plan()));
                yield ready(saved.file(), approved.plan(), approved.pace());
            }
            case PlanAnswer.Rejected rejected ->
                    new Prepared.Over(new RunEnd.Denied(rejected.reason()));
            case PlanAnswer.Abandoned abandoned ->
                    new Prepared.Over(new RunEnd.Denied(abandoned.reason()));
        };
    }

    private Prepared oneStep(AgentTask task, RunSetting setting) {
        Plan plan = Planning.ofOneStep(task);
        log.append(new Event.PlanApproved(plan, false));
        conversation.say(new ContextBuilder(setting.project()).toExecute(task, plan));
        return ready(plans.ownFile(setting.session()), plan, Pace.ALL_AT_ONCE);
    }

    private Prepared ready(WorkspacePath file, Plan plan, Pace pace) {
        return new Prepared.Ready(new PlanKeeper(plans, file, plan), pace);
    }
}
