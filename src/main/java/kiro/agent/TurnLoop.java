package kiro.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.Purpose;
import kiro.model.TaggedText;
import kiro.model.WorkKind;
import kiro.permission.Phase;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.workspace.WorkspacePath;

/// Lets the model work with tools until it ends its turn.
final class TurnLoop {
    private static final String CUT =
            "your reply was cut before its end, so no call was made; go on with smaller calls";

    /// About what a conversation begins with that has not begun yet.
    private static final long LEAST_BEGUN = 8_000;

    private static final WorkKind PLAIN = new WorkKind(Purpose.CODE, "");

    private final Conversation conversation;
    private final ModelCaller model;
    private final ToolCaller tools;
    private final int outputTokens;
    private final Phase working;
    private final CircleGuard circles = new CircleGuard();
    private final Silence silence = new Silence();
    private final Compaction compaction;
    private final FolderRules folders;
    private WorkKind kind = PLAIN;
    private boolean wasShortened;
    private boolean wasRefused;

    /// @param outputTokens the most that one reply may have
    /// @param working what is going on while steps are carried out
    /// @param folders tells of the folders that the model comes to
    TurnLoop(
            Conversation conversation,
            ModelCaller model,
            ToolCaller tools,
            int outputTokens,
            Phase working,
            FolderRules folders) {
        this.working = working;
        this.folders = folders;
        this.compaction = new Compaction(conversation, model, new PromptTexts());
        this.conversation = conversation;
        this.model = model;
        this.tools = tools;
        this.outputTokens = outputTokens;
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

    /// Lets the model carry out a step until it ends its turn.
    TurnEnd work(Step step) throws InterruptedException {
        kind =
                working == Phase.EXECUTING
                        ? WorkKind.of(
                                step.action(),
                                step.targets().stream().map(WorkspacePath::value).toList())
                        : PLAIN;
        try {
            return run(working, step.targets());
        } finally {
            kind = PLAIN;
        }
    }

    /// Lets the model work in a phase until it ends its turn.
    TurnEnd run(Phase phase, List<WorkspacePath> targets) throws InterruptedException {
        Optional<String> over = model.budget().exceeded();
        tools.beginStep();
        silence.begin();
        while (over.isEmpty()) {
            Purpose purpose =
                    switch (phase) {
                        case PLANNING -> Purpose.PLAN;
                        case EXECUTING -> kind.purpose();
                        case WRITING_TESTS -> Purpose.TESTS;
                    };
            conversation.settle();
            if (compaction.before(outputTokens) instanceof Compaction.Room.None(String reason)) {
                return new TurnEnd.LimitReached(reason);
            }
            Answer answer = model.ask(conversation.request(purpose, outputTokens), kind.why());
            switch (answer) {
                case Answer.Failed(ModelFailure.ContextTooLong _) when mayShorten() -> {}
                case Answer.Failed failed -> {
                    return model.budget()
                            .exceeded()
                            .<TurnEnd>map(TurnEnd.LimitReached::new)
                            .orElseGet(() -> new TurnEnd.Failed(failed.failure()));
                }
                case Answer.Complete complete -> {
                    wasShortened = false;
                    conversation.heard(complete.message());
                    if (take(complete, phase, targets) instanceof Next.End(TurnEnd end)) {
                        return end;
                    }
                }
            }
            model.warnings().forEach(this::warn);
            over = model.budget().exceeded();
        }
        return new TurnEnd.LimitReached(over.get());
    }

    /// Makes room once for a request that the model did not take.
    private boolean mayShorten() throws InterruptedException {
        boolean isFirst = !wasShortened;
        wasShortened = true;
        return isFirst && compaction.after(outputTokens) instanceof Compaction.Room.Enough;
    }

    /// @param known what the model is told at the beginning, as things stand
    void stateIs(Supplier<Optional<String>> known) {
        compaction.stateIs(known);
    }

    /// Begins a step: tells of the folders that it is about, and of the rules about its files.
    void enter(Step step) {
        model.enter(step.number());
        List<WorkspacePath> files = step.targets();
        tell(folders.news(files) + folders.atStep(files));
    }

    /// Whether the model refused to answer, and would refuse again.
    boolean wasRefused() {
        return wasRefused;
    }

    /// Whether the model has used no tool, be it only to look at something.
    boolean isIdle() {
        return silence.isIdle() && !tools.hadWorked();
    }

    /// Leaves the step.
    void leave() {
        model.leave();
    }

    private void tell(String news) {
        if (!news.isEmpty()) {
            conversation.say(news);
        }
    }

    /// Says beside a plan about what carrying it out will use.
    void estimate(Plan plan) {
        model.estimate(plan, working, Math.max(conversation.tokens(), LEAST_BEGUN));
    }

    int window() {
        return model.window();
    }

    /// Begins a step of the plan; answers what keeps it from being begun.
    Optional<TurnEnd.LimitReached> begin(Step step) {
        Optional<String> over = model.budget().step(step.number());
        model.warnings().forEach(this::warn);
        return over.map(TurnEnd.LimitReached::new);
    }

    private void warn(String warning) {
        conversation.say(
                TaggedText.of("budget", warning + "; bring what you are at to a good end")
                        .render());
    }

    private Next take(Answer.Complete complete, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        Message message = complete.message();
        return switch (complete.stop()) {
            case Answer.Stop.MaxTokens _ -> cut(message);
            case Answer.Stop.Refusal _ -> {
                wasRefused = true;
                yield new Next.End(
                        new TurnEnd.Problem("the model refused to answer " + message.text()));
            }
            case Answer.Stop.EndOfTurn _, Answer.Stop.ToolUse _, Answer.Stop.Unknown _ ->
                    message.calls().isEmpty()
                            ? ended(message)
                            : calls(message.calls(), phase, targets);
        };
    }

    /// What a command in the background has done against the rules until now is for the model to mend first.
    private Next ended(Message message) throws InterruptedException {
        Optional<String> news = tools.background();
        Optional<String> exhausted = tools.exhausted();
        if (exhausted.isPresent()) {
            return new Next.End(new TurnEnd.Problem(exhausted.get()));
        }
        if (news.isPresent()) {
            conversation.say(news.get());
            return new Next.Ask();
        }
        if (!silence.isKeptIn(message)) {
            return new Next.End(new TurnEnd.Ended(message.text().strip()));
        }
        if (silence.lasts()) {
            return new Next.End(new TurnEnd.Problem(silence.reason()));
        }
        conversation.say(Silence.WORD);
        return new Next.Ask();
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
        silence.worked(calls);
        var place = new LookCaller.Place(phase, targets);
        int made = 0;
        while (made < calls.size()) {
            List<Block.ToolCall> rest = calls.subList(made, calls.size());
            List<Look> looks = tools.looks().first(rest, circles, place);
            Next next = looks.isEmpty() ? call(rest.getFirst(), phase, targets) : look(looks);
            made += Math.max(1, looks.size());
            if (next instanceof Next.End) {
                skip(calls.subList(made, calls.size()));
                return next;
            }
        }
        return new Next.Ask();
    }

    /// All of them are answered, also where the first answers end the turn.
    private Next look(List<Look> looks) throws InterruptedException {
        List<ToolCaller.Outcome.Answered> answers = tools.looks().make(looks);
        Next next = new Next.Ask();
        for (int i = 0; i < looks.size(); i++) {
            take(answers.get(i));
            if (next instanceof Next.Ask) {
                next = heard(looks.get(i).call(), answers.get(i).result());
            }
        }
        return next;
    }

    private void take(ToolCaller.Outcome.Answered answered) {
        conversation.answerRecorded(answered.result());
        tell(folders.news(answered.files()));
    }

    private Next call(Block.ToolCall call, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        CircleGuard.Advice advice =
                tools.polls(call) ? new CircleGuard.Advice.GoOn() : circles.before(call);
        return switch (advice) {
            case CircleGuard.Advice.Ask(String circle) -> circle(call, circle);
            case CircleGuard.Advice.Nudge(String text) -> {
                conversation.answer(new Block.ToolResult(call.id(), text, true));
                yield new Next.Ask();
            }
            case CircleGuard.Advice.GoOn _ -> make(call, phase, targets);
        };
    }

    /// The call is not made: a person says whether the model may try something else.
    private Next circle(Block.ToolCall call, String circle) throws InterruptedException {
        return switch (tools.ask(circle)) {
            case Approver.CircleAnswer.Stop stop -> {
                skip(List.of(call));
                yield new Next.End(new TurnEnd.Problem(stop.reason()));
            }
            case Approver.CircleAnswer.GoOn(String hint) -> {
                circles.forget();
                conversation.answer(
                        new Block.ToolResult(
                                call.id(),
                                "not made; a person looked at it and says: " + hint,
                                true));
                yield new Next.Ask();
            }
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
                take(answered);
                Optional<String> exhausted = tools.exhausted();
                if (exhausted.isPresent()) {
                    yield new Next.End(new TurnEnd.Problem(exhausted.get()));
                }
                yield tools.polls(call) ? new Next.Ask() : heard(call, answered.result());
            }
            case ToolCaller.Outcome.Stopped stopped -> {
                conversation.answer(stopped.result());
                yield new Next.End(new TurnEnd.Stopped(stopped.reason()));
            }
        };
    }

    private Next heard(Block.ToolCall call, Block.ToolResult result) throws InterruptedException {
        return switch (circles.after(call, result)) {
            case CircleGuard.Advice.GoOn _ -> new Next.Ask();
            case CircleGuard.Advice.Nudge(String text) -> {
                conversation.say(text);
                yield new Next.Ask();
            }
            case CircleGuard.Advice.Ask(String circle) ->
                    switch (tools.ask(circle)) {
                        case Approver.CircleAnswer.Stop stop ->
                                new Next.End(new TurnEnd.Problem(stop.reason()));
                        case Approver.CircleAnswer.GoOn(String hint) -> {
                            circles.forget();
                            conversation.say(hint);
                            yield new Next.Ask();
                        }
                    };
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
