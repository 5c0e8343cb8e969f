package kiro.agent;

import java.util.Optional;
import kiro.agent.Approver.Pace;
import kiro.agent.Approver.PlanAnswer;
import kiro.agent.RunReport.SavedPlan;
import kiro.model.TaggedText;
import kiro.permission.Mode;
import kiro.plan.Plan;
import kiro.plan.PlanMarkdown;
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
            case AgentTask.Goal.Resumed resumed -> resume(task, resumed.state(), setting);
            case AgentTask.Goal.WholeWork _ -> whole(task, setting);
        };
    }

    private Prepared whole(AgentTask task, RunSetting setting) throws InterruptedException {
        return task.spec().isEmpty() && task.mode() == Mode.AUTONOMOUS
                ? oneStep(task, setting)
                : plan(task, setting);
    }

    /// Goes on where the run had stopped: with its plan, with a proposal that waits for an answer, or with planning.
    private Prepared resume(AgentTask task, RunState state, RunSetting setting)
            throws InterruptedException {
        Optional<SavedPlan> approved = state.approved(plans.ownFile(setting.session()));
        if (approved.isPresent()) {
            return takeUp(task, state, approved.get(), setting);
        }
        if (state.talk().isEmpty()) {
            return state.isPlanOnly() ? plan(task, setting) : whole(task, setting);
        }
        WorkspacePath file = plans.fileFor(task, setting.session());
        var planning = new Planning(conversation, turns, approver, plans, log);
        Optional<Plan> proposed = state.proposed();
        return planned(
                task,
                file,
                proposed.isPresent()
                        ? planning.answer(task, file, proposed.get(), state.waiting().orElseThrow())
                        : planning.plan(task, file));
    }

    /// What was approved in a log counts for nobody who can be asked: it may be another person's.
    private Prepared takeUp(AgentTask task, RunState state, SavedPlan saved, RunSetting setting)
            throws InterruptedException {
        turns.estimate(saved.plan());
        PlanAnswer answer =
                task.mode() == Mode.AUTONOMOUS
                        ? new PlanAnswer.Approved(saved.plan(), Pace.ALL_AT_ONCE)
                        : approver.plan(saved.plan(), saved.file());
        return switch (answer) {
            case PlanAnswer.Approved approved -> {
                boolean isEdited = !approved.plan().equals(saved.plan());
                if (isEdited) {
                    log.append(new Event.PlanApproved(approved.plan(), true));
                }
                if (state.talk().isEmpty()) {
                    begin(new ContextBuilder(setting.project()).toExecute(task, approved.plan()));
                } else if (isEdited) {
                    conversation.say(
                            TaggedText.of("plan", PlanMarkdown.write(approved.plan())).render());
                }
                yield ready(task, saved.file(), approved.plan(), approved.pace());
            }
            case PlanAnswer.Rejected rejected ->
                    new Prepared.Over(new RunEnd.Denied(rejected.reason()));
            case PlanAnswer.Abandoned abandoned ->
                    new Prepared.Over(new RunEnd.Denied(abandoned.reason()));
        };
    }

    private Prepared plan(AgentTask task, RunSetting setting) throws InterruptedException {
        begin(new ContextBuilder(setting.project()).toPlan(task));
        WorkspacePath file = plans.fileFor(task, setting.session());
        var planning = new Planning(conversation, turns, approver, plans, log);
        return planned(task, file, planning.plan(task, file));
    }

    private Prepared planned(AgentTask task, WorkspacePath file, Planning.Outcome outcome) {
        return switch (outcome) {
            case Planning.Outcome.Ready ready -> ready(task, file, ready.plan(), ready.pace());
            case Planning.Outcome.Saved saved -> ready(task, file, saved.plan(), Pace.ALL_AT_ONCE);
            case Planning.Outcome.Ended ended -> new Prepared.Over(ended.end());
        };
    }

    /// A saved plan is asked for like a new one: it may be another person's.
    private Prepared take(AgentTask task, AgentTask.Goal.SavedPlan saved, RunSetting setting)
            throws InterruptedException {
        if (saved.only().isEmpty()) {
            turns.estimate(saved.plan());
        }
        PlanAnswer answer =
                task.mode() == Mode.AUTONOMOUS
                        ? new PlanAnswer.Approved(saved.plan(), Pace.ALL_AT_ONCE)
                        : approver.plan(saved.plan(), saved.file());
        return switch (answer) {
            case PlanAnswer.Approved approved -> {
                boolean isEdited = !approved.plan().equals(saved.plan());
                log.append(new Event.PlanApproved(approved.plan(), isEdited));
                begin(new ContextBuilder(setting.project()).toExecute(task, approved.plan()));
                yield ready(task, saved.file(), approved.plan(), approved.pace());
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
        begin(new ContextBuilder(setting.project()).toExecute(task, plan));
        return ready(task, plans.ownFile(setting.session()), plan, Pace.ALL_AT_ONCE);
    }

    private Prepared ready(AgentTask task, WorkspacePath file, Plan plan, Pace pace) {
        return new Prepared.Ready(new PlanKeeper(plans, file, plan, task.goal().only()), pace);
    }

    /// Begins the conversation, and says what it begins with.
    private void begin(ContextBuilder.Beginning beginning) {
        beginning.missing().forEach(line -> log.append(new Event.Warned(line)));
        beginning.recalled().ifPresent(log::append);
        conversation.begin(beginning.text(), beginning.sizes(), turns.window());
    }
}
