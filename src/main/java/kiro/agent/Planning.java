package kiro.agent;

import java.util.List;
import kiro.agent.Approver.Pace;
import kiro.agent.Approver.PlanAnswer;
import kiro.agent.TurnLoop.TurnEnd;
import kiro.model.Block;
import kiro.model.TaggedText;
import kiro.permission.Mode;
import kiro.plan.Plan;
import kiro.plan.PlanMarkdown;
import kiro.plan.Step;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.workspace.WorkspacePath;

/// Gets a plan from the model, and a person's word on it.
final class Planning {
    private static final int PROPOSALS = 8;

    private final Conversation conversation;
    private final TurnLoop turns;
    private final Approver approver;
    private final PlanFiles files;
    private final EventLog log;

    Planning(
            Conversation conversation,
            TurnLoop turns,
            Approver approver,
            PlanFiles files,
            EventLog log) {
        this.conversation = conversation;
        this.turns = turns;
        this.approver = approver;
        this.files = files;
        this.log = log;
    }

    /// What came of planning.
    sealed interface Outcome {
        /// The plan is approved, and the conversation knows it.
        record Ready(Plan plan, Pace pace) implements Outcome {}

        /// The plan is saved; nobody was asked.
        record Saved(Plan plan) implements Outcome {}

        record Ended(RunEnd end) implements Outcome {}
    }

    /// Goes on with a plan that was proposed before the run stopped.
    ///
    /// @param call the proposal, which waits for an answer
    Outcome answer(AgentTask task, WorkspacePath file, Plan proposed, Block.ToolCall call)
            throws InterruptedException {
        files.save(proposed, file);
        return decide(task, proposed, file, call) instanceof Weighed.Settled settled
                ? settled.outcome()
                : plan(task, file);
    }

    Outcome plan(AgentTask task, WorkspacePath file) throws InterruptedException {
        boolean wasReminded = false;
        for (int proposals = 0; proposals < PROPOSALS; ) {
            switch (turns.plan()) {
                case TurnEnd.Proposed proposed -> {
                    proposals++;
                    if (weigh(task, file, proposed.call()) instanceof Weighed.Settled settled) {
                        return settled.outcome();
                    }
                }
                case TurnEnd.Ended ended -> {
                    if (wasReminded) {
                        return new Outcome.Ended(new RunEnd.NoPlan(noPlan(ended.words())));
                    }
                    wasReminded = true;
                    conversation.say("call propose_plan with your plan, or report_problem");
                }
                case TurnEnd.Problem problem -> {
                    return new Outcome.Ended(
                            task.spec().isPresent()
                                    ? new RunEnd.Unable(problem.reason())
                                    : new RunEnd.NoPlan(problem.reason()));
                }
                case TurnEnd.Stopped stopped -> {
                    return new Outcome.Ended(new RunEnd.Denied(stopped.reason()));
                }
                case TurnEnd.Failed failed -> {
                    return new Outcome.Ended(new RunEnd.ModelFailed(failed.failure()));
                }
                case TurnEnd.LimitReached limit -> {
                    return new Outcome.Ended(new RunEnd.LimitReached(limit.reason()));
                }
            }
        }
        return new Outcome.Ended(
                new RunEnd.NoPlan("the model proposed " + PROPOSALS + " plans, none approved"));
    }

    /// Whether a proposal settles the planning, or the model has to try again.
    private sealed interface Weighed {
        record Settled(Outcome outcome) implements Weighed {}

        record Again() implements Weighed {}
    }

    private Weighed weigh(AgentTask task, WorkspacePath file, Block.ToolCall call)
            throws InterruptedException {
        return switch (PlanArguments.read(call.arguments(), task)) {
            case PlanArguments.Reading.Broken broken -> {
                answer(call, String.join("\n", broken.problems()), true);
                yield new Weighed.Again();
            }
            case PlanArguments.Reading.Whole whole -> {
                files.save(whole.plan(), file);
                log.append(new Event.PlanProposed(whole.plan(), file));
                turns.estimate(whole.plan());
                yield decide(task, whole.plan(), file, call);
            }
        };
    }

    private Weighed decide(AgentTask task, Plan plan, WorkspacePath file, Block.ToolCall call)
            throws InterruptedException {
        return task.goal().isPlanOnly()
                ? new Weighed.Settled(new Outcome.Saved(plan))
                : ask(task.mode(), plan, file, call);
    }

    private Weighed ask(Mode mode, Plan plan, WorkspacePath file, Block.ToolCall call)
            throws InterruptedException {
        PlanAnswer answer =
                switch (mode) {
                    case AUTONOMOUS -> new PlanAnswer.Approved(plan, Pace.ALL_AT_ONCE);
                    case INTERACTIVE, SEMI_AUTOMATIC -> approver.plan(plan, file);
                };
        return switch (answer) {
            case PlanAnswer.Approved approved -> {
                approve(plan, approved.plan(), file, call);
                yield new Weighed.Settled(new Outcome.Ready(approved.plan(), approved.pace()));
            }
            case PlanAnswer.Rejected rejected -> {
                log.append(new Event.PlanRejected(rejected.reason()));
                answer(call, "the plan is rejected: " + rejected.reason(), true);
                yield new Weighed.Again();
            }
            case PlanAnswer.Abandoned abandoned -> {
                log.append(new Event.PlanRejected(abandoned.reason()));
                yield new Weighed.Settled(new Outcome.Ended(new RunEnd.Denied(abandoned.reason())));
            }
        };
    }

    private void approve(Plan proposed, Plan approved, WorkspacePath file, Block.ToolCall call) {
        boolean isEdited = !approved.equals(proposed);
        files.save(approved, file);
        log.append(new Event.PlanApproved(approved, isEdited));
        answer(
                call,
                isEdited
                        ? "the plan is approved, edited by a person\n"
                                + TaggedText.of("plan", PlanMarkdown.write(approved)).render()
                        : "the plan is approved",
                false);
    }

    private void answer(Block.ToolCall call, String text, boolean isError) {
        conversation.answer(new Block.ToolResult(call.id(), text, isError));
    }

    private static String noPlan(String words) {
        return "the model proposed no plan" + (words.isEmpty() ? "" : "; its last words: " + words);
    }

    /// The plan of a run that has no planning: the task, as one step.
    static Plan ofOneStep(AgentTask task) {
        return new Plan(
                task.words(),
                task.words(),
                task.spec().map(spec -> spec.name()),
                List.of(
                        new Step(
                                1,
                                task.words(),
                                List.of(),
                                kiro.tool.Risk.MEDIUM,
                                List.of(),
                                kiro.plan.StepStatus.PENDING)),
                List.of());
    }
}
