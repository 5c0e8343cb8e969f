package kiro.agent;

import java.util.List;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.Purpose;
import kiro.permission.Phase;
import kiro.workspace.WorkspacePath;

/// Lets the model work with tools until it ends its turn.
final class TurnLoop {
    private static final String CUT =
            "your reply was cut before its end, so none of its calls was made;"
                    + " go on with smaller calls";

    private final Conversation conversation;
    private final ModelCaller model;
    private final ToolCaller tools;
    private final Limits limits;
    private final Phase working;
    private final RepeatGuard repeats = new RepeatGuard();

    /// @param working what is going on while steps are carried out
    TurnLoop(
            Conversation conversation,
            ModelCaller model,
            ToolCaller tools,
            Limits limits,
            Phase working) {
        this.working = working;
        this.conversation = conversation;
        this.model = model;
        this.tools = tools;
        this.limits = limits;
    }

    /// How the model's turn ended.
    sealed interface TurnEnd {
        /// @param words the model's last words
        record Ended(String words) implements TurnEnd {}

        /// The model proposes a plan; its call waits for an answer.
        record Proposed(Block.ToolCall call) implements TurnEnd {}

        /// The model says that it cannot do what it was asked.
        record Problem(String reason) implements TurnEnd {}

        record Stopped(String reason) implements TurnEnd {}

        record Failed(ModelFailure failure) implements TurnEnd {}

        record LimitReached(String reason) implements TurnEnd {}
    }

    /// What comes after a reply.
    private sealed interface Next {
        record Ask() implements Next {}

        record End(TurnEnd end) implements Next {}
    }

    /// Lets the model look around until it proposes a plan.
    TurnEnd plan() throws InterruptedException {
        return run(Phase.PLANNING, List.of());
    }

    /// Lets the model work until it ends its turn.
    ///
    /// @param targets the files that the step in hand names
    TurnEnd work(List<WorkspacePath> targets) throws InterruptedException {
        return run(working, targets);
    }

    private TurnEnd run(Phase phase, List<WorkspacePath> targets) throws InterruptedException {
        while (model.turnsOfThisRun() < limits.turns()) {
            Purpose purpose =
                    switch (phase) {
                        case PLANNING -> Purpose.PLAN;
                        case EXECUTING -> Purpose.CODE;
                        case WRITING_TESTS -> Purpose.TESTS;
                    };
            Answer answer = model.ask(conversation.request(purpose, limits.outputTokens()));
            switch (answer) {
                case Answer.Failed failed -> {
                    return new TurnEnd.Failed(failed.failure());
                }
                case Answer.Complete complete -> {
                    conversation.heard(complete.message());
                    if (take(complete, phase, targets) instanceof Next.End(TurnEnd end)) {
                        return end;
                    }
                }
            }
        }
        return new TurnEnd.LimitReached(
                "the model was asked " + limits.turns() + " times, the most this run allows");
    }

    private Next take(Answer.Complete complete, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        Message message = complete.message();
        return switch (complete.stop()) {
            case Answer.Stop.MaxTokens _ -> cut(message);
            case Answer.Stop.Refusal _ ->
                    new Next.End(
                            new TurnEnd.Problem("the model refused to answer " + message.text()));
            case Answer.Stop.EndOfTurn _, Answer.Stop.ToolUse _, Answer.Stop.Unknown _ ->
                    message.calls().isEmpty()
                            ? new Next.End(new TurnEnd.Ended(message.text().strip()))
                            : calls(message.calls(), phase, targets);
        };
    }

    /// A reply that was cut may end in half a call: none of its calls is made.
    private Next cut(Message message) {
        message.calls()
                .forEach(call -> conversation.answer(new Block.ToolResult(call.id(), CUT, true)));
        if (message.calls().isEmpty()) {
            conversation.say("your reply was cut before its end; go on from there");
        }
        return new Next.Ask();
    }

    private Next calls(List<Block.ToolCall> calls, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        for (int i = 0; i < calls.size(); i++) {
            Next next = call(calls.get(i), phase, targets);
            if (next instanceof Next.End) {
                skip(calls.subList(i + 1, calls.size()));
                return next;
            }
        }
        return new Next.Ask();
    }

    private Next call(Block.ToolCall call, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        return switch (repeats.see(call)) {
            case STOP -> {
                skip(List.of(call));
                yield new Next.End(
                        new TurnEnd.Problem(
                                "the model makes the same call to "
                                        + call.name()
                                        + " again and again"));
            }
            case NUDGE -> {
                conversation.answer(
                        new Block.ToolResult(
                                call.id(),
                                "this same call was made before, and its answer stands above;"
                                        + " do something else, or call report_problem",
                                true));
                yield new Next.Ask();
            }
            case GO_ON -> make(call, phase, targets);
        };
    }

    private Next make(Block.ToolCall call, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        return switch (call.name()) {
            case ControlTools.PROPOSE_PLAN -> propose(call, phase);
            case ControlTools.REPORT_PROBLEM -> {
                conversation.answer(new Block.ToolResult(call.id(), "noted", false));
                yield new Next.End(new TurnEnd.Problem(ProblemArguments.reason(call)));
            }
            default -> act(call, phase, targets);
        };
    }

    private Next act(Block.ToolCall call, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        return switch (tools.call(call, phase, targets)) {
            case ToolCaller.Outcome.Answered answered -> {
                conversation.answerRecorded(answered.result());
                yield new Next.Ask();
            }
            case ToolCaller.Outcome.Stopped stopped -> {
                conversation.answer(stopped.result());
                yield new Next.End(new TurnEnd.Stopped(stopped.reason()));
            }
        };
    }

    private Next propose(Block.ToolCall call, Phase phase) {
        return switch (phase) {
            case PLANNING -> new Next.End(new TurnEnd.Proposed(call));
            case EXECUTING, WRITING_TESTS -> {
                conversation.answer(
                        new Block.ToolResult(
                                call.id(),
                                "the plan is approved already; carry out the step",
                                true));
                yield new Next.Ask();
            }
        };
    }

    private void skip(List<Block.ToolCall> calls) {
        calls.forEach(call ->
                conversation.answer(
                        new Block.ToolResult(
                                call.id(), "not made: the turn ended before it", true)));
    }
}
