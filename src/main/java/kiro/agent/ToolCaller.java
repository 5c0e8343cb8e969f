package kiro.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kiro.agent.Approver.CallAnswer;
import kiro.edit.FileChange;
import kiro.model.Block;
import kiro.model.ToolSpec;
import kiro.permission.ClosedPaths;
import kiro.permission.Narrowing;
import kiro.permission.Phase;
import kiro.permission.Policy;
import kiro.permission.Ruling;
import kiro.session.Event;
import kiro.session.Events;
import kiro.text.Hash;
import kiro.tool.CallStopped;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;

/// Makes the calls that a model asks for: prepared, ruled on, asked for, recorded, done, recorded.
public final class ToolCaller {
    private final SortedMap<String, Tool> tools;
    private final Policy policy;
    private final CommandEffects commands;
    private final Approver approver;
    private final Events log;
    private final ChangedFiles changed;
    private final UndoneCalls undone = new UndoneCalls();
    private final CallLog answers;
    private final LookCaller looks;
    private Optional<Children> children = Optional.empty();
    private boolean hadWorked;

    /// @param commands finds out what commands change
    public ToolCaller(
            List<Tool> tools,
            Policy policy,
            CommandEffects commands,
            Approver approver,
            Events log) {
        this(tools, policy, commands, approver, log, new ChangedFiles());
    }

    private ToolCaller(
            List<Tool> tools,
            Policy policy,
            CommandEffects commands,
            Approver approver,
            Events log,
            ChangedFiles changed) {
        this.changed = changed;
        this.tools =
                tools.stream()
                        .collect(
                                Collectors.toMap(
                                        tool -> tool.spec().name(),
                                        Function.identity(),
                                        (first, again) -> first,
                                        TreeMap::new));
        this.policy = policy;
        this.commands = commands;
        this.approver = approver;
        this.log = log;
        this.answers = new CallLog(log, undone);
        this.looks = new LookCaller(this.tools, policy, log, answers);
    }

    /// This policy, made narrower by a child's own limits.
    Policy policy(Optional<Narrowing> limits) {
        return limits.map(policy::narrowedBy).orElse(policy);
    }

    /// The calls of a child, counted with these.
    ///
    /// @param own what the child is offered
    /// @param narrower no wider than this one
    ToolCaller child(List<Tool> own, Policy narrower, Children.Voice voice) {
        return new ToolCaller(
                own,
                narrower,
                commands,
                new ChildApprover(approver, voice.child()),
                voice.log(),
                changed);
    }

    /// Offers to give work to others.
    void employ(Crew crew, Children others) {
        children = Optional.of(others);
        tools.put(Delegation.TOOL, new Delegation(crew, new PromptTexts()));
    }

    /// Makes those calls that can be made at the same time.
    LookCaller looks() {
        return looks;
    }

    /// @param tool its own name
    boolean has(String tool) {
        return tools.values().stream().anyMatch(each -> each.name().equals(tool));
    }

    /// What came of a call.
    sealed interface Outcome {
        /// @param files those that it was about
        record Answered(Block.ToolResult result, List<WorkspacePath> files) implements Outcome {
            public Answered {
                files = List.copyOf(files);
            }
        }

        /// A person ended the run at this call, which was not made.
        record Stopped(Block.ToolResult result, String reason) implements Outcome {}
    }

    List<ToolSpec> specs() {
        return tools.values().stream().map(Tool::spec).toList();
    }

    /// Whether a tool is made to be called again and again until its answer changes.
    boolean polls(Block.ToolCall call) {
        Tool tool = tools.get(call.name());
        return tool != null && tool.polls();
    }

    /// Asks about a model that goes round in circles.
    Approver.CircleAnswer ask(String circle) throws InterruptedException {
        log.append(new Event.ApprovalAsked(circle, "it would go on for ever"));
        Approver.CircleAnswer answer = approver.circle(circle);
        log.append(
                switch (answer) {
                    case Approver.CircleAnswer.GoOn(String hint) ->
                            new Event.ApprovalGiven(circle, true, hint);
                    case Approver.CircleAnswer.Stop(String reason) ->
                            new Event.ApprovalGiven(circle, false, reason);
                });
        return answer;
    }

    /// A step begins, in which the rules of writing may refuse so and so often.
    void beginStep() {
        commands.rules().begin();
    }

    /// Why the step has failed, where the rules of writing have refused too often.
    Optional<String> exhausted() {
        return commands.rules().exhausted();
    }

    /// What commands in the background have done against the rules of writing since it was asked last.
    public Optional<String> background() throws InterruptedException {
        Optional<String> told = commands.background(books(policy.denied()));
        answers.account();
        return told;
    }

    /// What the command has changed that was under way when the run was killed.
    private void recover() {
        try {
            commands.recover(books(policy.denied()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private CommandEffects.Account books(ClosedPaths closed) {
        return new CommandEffects.Account(log, changed, undone, closed);
    }

    /// The files that calls have changed so far, in the order of their first change.
    List<WorkspacePath> changed() {
        return changed.paths();
    }

    /// The same files, with the digest of what they were before the run; empty for those that it made.
    Map<WorkspacePath, Optional<Hash>> origins() {
        return changed.origins();
    }

    /// Takes up where a run had stopped.
    ///
    /// @param open calls that were under way then, and are not known to have done what they were to do
    void restore(RunState state, List<Event.ToolIntended> open) {
        hadWorked = state.hasWorked();
        state.changed().forEach(changed::add);
        children.ifPresent(others -> others.restore(state.children()));
        undone.restore(state.left());
        answers.isAccounted();
        open.forEach(undone::stopped);
        new UnmadeCalls(tools).on(undone, state.talk().unmade());
        recover();
        answers.account();
    }

    /// Whether the run that goes on had used a tool.
    boolean hadWorked() {
        return hadWorked;
    }

    /// How many calls have had an effect on the project so far, or may have had one.
    int effects() {
        return changed.effects();
    }

    /// What calls were to bring about and did not, so far.
    List<UndoneCall> undone() {
        return undone.all();
    }

    /// @param targets the files that the step in hand names
    Outcome call(Block.ToolCall call, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        Tool tool = tools.get(call.name());
        if (tool == null) {
            return refused(
                    call,
                    "there is no tool '" + call.name() + "'; the tools are " + names(),
                    new Preparation.Aim.Changing(List.of()),
                    phase);
        }
        return switch (tool.prepare(call.arguments())) {
            case Preparation.Refused refused -> refused(call, refused.text(), refused.aim(), phase);
            case Preparation.Ready ready -> {
                Optional<String> masked = MaskGuard.refusal(ready.effect());
                yield masked.isPresent()
                        ? refused(call, masked.get(), Effects.aim(ready.effect()), phase)
                        : rule(call, ready, phase, targets);
            }
        };
    }

    private Outcome rule(
            Block.ToolCall call, Preparation.Ready ready, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        Ruling ruling = policy.rule(ready.effect(), phase, targets);
        return switch (ruling.decision()) {
            case ALLOW -> run(call, ready, phase, targets);
            case DENY -> {
                if (phase != Phase.PLANNING) {
                    undone.notMade(ready.effect(), ruling.reason(), UndoneCall.Cause.FORBIDDEN);
                }
                yield answers.refused(call, "not allowed: " + ruling.reason());
            }
            case ASK -> ask(call, ready, ruling, () -> run(call, ready, phase, targets));
        };
    }

    /// What is done where a person agrees.
    private interface Agreed {
        Outcome run() throws InterruptedException;
    }

    private Outcome ask(Block.ToolCall call, Preparation.Ready ready, Ruling ruling, Agreed agreed)
            throws InterruptedException {
        log.append(new Event.ApprovalAsked(ready.summary(), ruling.reason()));
        CallAnswer answer = approver.call(ready.summary(), ready.effect(), ruling);
        return switch (answer) {
            case CallAnswer.Allowed _ -> {
                log.append(new Event.ApprovalGiven(ready.summary(), true, ""));
                yield agreed.run();
            }
            case CallAnswer.Refused no -> {
                log.append(new Event.ApprovalGiven(ready.summary(), false, no.reason()));
                undone.notMade(ready.effect(), no.reason(), UndoneCall.Cause.DECLINED);
                yield answers.refused(call, "a person refused this: " + no.reason());
            }
            case CallAnswer.Stop stop -> {
                log.append(new Event.ApprovalGiven(ready.summary(), false, stop.reason()));
                yield new Outcome.Stopped(
                        new Block.ToolResult(call.id(), "the run was ended here", true),
                        stop.reason());
            }
        };
    }

    private Outcome run(
            Block.ToolCall call, Preparation.Ready ready, Phase phase, List<WorkspacePath> targets)
            throws InterruptedException {
        return ready.effect() instanceof Effect.Delegate work && children.isPresent()
                ? delegate(call, ready, new Children.Order(work, call.id(), phase, targets))
                : run(call, ready);
    }

    /// What the child does is ruled on and recorded call by call; only its answer comes back.
    private Outcome delegate(Block.ToolCall call, Preparation.Ready ready, Children.Order order)
            throws InterruptedException {
        log.append(
                new Event.ToolIntended(call.id(), call.name(), ready.summary(), List.of(), false));
        List<WorkspacePath> before = changed.paths();
        int effects = changed.effects();
        return switch (children.orElseThrow().work(order)) {
            case Children.Outcome.Answered(ToolResult result) -> {
                if (changed.effects() > effects) {
                    undone.done(
                            order.work(),
                            changed.paths().stream()
                                    .filter(path -> !before.contains(path))
                                    .toList());
                }
                if (result instanceof ToolResult.Unsuccessful && order.phase() != Phase.PLANNING) {
                    undone.unsuccessful(order.work(), ChildAnswer.open(result.text()));
                }
                yield answers.finished(call, order.work(), result);
            }
            case Children.Outcome.Stopped(String reason) -> {
                String text = "a person ended the run while the agent was at work";
                log.append(new Event.ToolFinished(call.id(), true, text));
                yield new Outcome.Stopped(new Block.ToolResult(call.id(), text, true), reason);
            }
        };
    }

    private Outcome run(Block.ToolCall call, Preparation.Ready ready) throws InterruptedException {
        List<FileChange> changes =
                ready.effect() instanceof Effect.Change change ? change.changes() : List.of();
        answers.intended(call, ready, changes);
        ToolResult result = make(call, ready);
        switch (result) {
            case ToolResult.Done _ -> {
                changes.forEach(this::changed);
                undone.done(ready.effect());
            }
            case ToolResult.Unsuccessful no -> {
                changes.forEach(this::changed);
                undone.unsuccessful(ready.effect(), no.text());
            }
            case ToolResult.Failed no ->
                    undone.notMade(ready.effect(), no.text(), UndoneCall.Cause.FAILED);
        }
        if (Effects.mayChange(ready.effect())) {
            changed.count();
        }
        return answers.finished(call, ready.effect(), result);
    }

    /// What a call that is stopped had come to is kept for whoever goes on.
    private ToolResult make(Block.ToolCall call, Preparation.Ready ready)
            throws InterruptedException {
        try {
            return commands.make(call.id(), ready, books(policy.closed(ready.effect())));
        } catch (CallStopped stopped) {
            log.append(new Event.ToolStopped(call.id(), stopped.text()));
            throw stopped;
        }
    }

    private void changed(FileChange change) {
        changed.add(change.path(), change.before().mark());
    }

    /// While a plan is made nothing is to be done, and so nothing is left undone.
    private Outcome refused(Block.ToolCall call, String text, Preparation.Aim aim, Phase phase) {
        if (phase != Phase.PLANNING) {
            undone.unreadable(call.name(), aim, text);
        }
        return answers.refused(call, text);
    }

    private String names() {
        return tools.keySet().stream().collect(Collectors.joining(", "));
    }
}
