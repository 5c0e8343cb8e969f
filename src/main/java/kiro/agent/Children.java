package kiro.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kiro.agent.TurnLoop.TurnEnd;
import kiro.model.Block;
import kiro.model.ToolSpec;
import kiro.permission.Narrowing;
import kiro.permission.Phase;
import kiro.permission.Policy;
import kiro.persona.Persona;
import kiro.session.ChildEvents;
import kiro.session.Event;
import kiro.session.Events;
import kiro.tool.Effect;
import kiro.tool.Tool;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;

/// Has pieces of the work done by other agents, each in a conversation of its own: with the tools that both have, under
/// the policy of whoever gives the work and the child's own limits, in the same phase, from the same budget.
final class Children {
    static final int DEEPEST = 2;
    static final int MOST = 20;

    private final Crew crew;
    private final Shop shop;
    private final ToolCaller tools;
    private final String parent;
    private int own;

    /// What all of a run's children work with.
    ///
    /// @param log of the run itself
    /// @param begun how many there were
    record Shop(
            ModelCaller model,
            ProjectView project,
            int outputTokens,
            Events log,
            AtomicInteger begun) {}

    /// @param tools of whoever gives the work
    /// @param parent the id of whoever gives the work; empty for the run's own agent
    Children(Crew crew, Shop shop, ToolCaller tools, String parent) {
        this.crew = crew;
        this.shop = shop;
        this.tools = tools;
        this.parent = parent;
    }

    /// What came of it.
    sealed interface Outcome {
        record Answered(ToolResult result) implements Outcome {}

        /// A person ended the run while the child was at work.
        record Stopped(String reason) implements Outcome {}
    }

    /// Ids go on behind those of a run that had stopped.
    void restore(ChildTraces traces) {
        own = traces.ofTheRun();
        shop.begun().set(traces.size());
    }

    /// A piece of work, and the circumstances in which it is given.
    ///
    /// @param targets the files that the step in hand names
    record Order(Effect.Delegate work, String callId, Phase phase, List<WorkspacePath> targets) {}

    Outcome work(Order order) throws InterruptedException {
        if (shop.begun().get() >= MOST) {
            return new Outcome.Answered(
                    new ToolResult.Failed(
                            "this run has given work to others %d times, the most that it may: do it yourself"
                                    .formatted(MOST)));
        }
        shop.begun().incrementAndGet();
        own++;
        String id = parent.isEmpty() ? String.valueOf(own) : parent + "." + own;
        shop.log()
                .append(
                        new Event.ChildStarted(
                                id, order.callId(), order.work().agent(), order.work().task()));
        try {
            return run(id, order);
        } catch (InterruptedException stopped) {
            shop.log().append(new Event.ChildEnded(id, "interrupted", "stopped by the user"));
            throw stopped;
        }
    }

    private Outcome run(String id, Order order) throws InterruptedException {
        String name = order.work().agent();
        Optional<Persona> agent = name.isEmpty() ? Optional.empty() : crew.find(name);
        var hooks = new DelegationHooks(crew.hooks(), order.work());
        return switch (hooks.before()) {
            case SessionHooks.Word.No(String reasons) -> {
                ended(id, "denied", reasons);
                yield new Outcome.Answered(new ToolResult.Failed("not made: " + reasons));
            }
            case SessionHooks.Word.Yes(String context) -> {
                Outcome outcome = run(id, order, agent, context);
                yield outcome instanceof Outcome.Answered(ToolResult result)
                        ? new Outcome.Answered(hooks.after(result))
                        : outcome;
            }
        };
    }

    /// @param context what hooks say to whoever does it
    private Outcome run(String id, Order order, Optional<Persona> agent, String context)
            throws InterruptedException {
        String name = order.work().agent();
        var log = new ChildEvents(shop.log(), id);
        Policy policy = tools.policy(agent.map(Narrowing::of));
        ToolCaller own = tools.child(offered(agent, policy), policy, new Voice(log, id));
        boolean mayDelegate =
                id.split("\\.").length < DEEPEST
                        && agent.map(each -> each.tools().include(Delegation.TOOL)).orElse(true);
        if (mayDelegate) {
            own.employ(crew, new Children(crew, shop, own, id));
        }
        var conversation = conversation(agent, own, log);
        conversation.say(new ChildTask(shop.project(), order.work()).text(order.phase()));
        if (!context.isEmpty()) {
            conversation.say(SessionHooks.told(context));
        }
        var turns =
                new TurnLoop(
                        conversation,
                        shop.model().of(log, crew.models(agent)),
                        own,
                        shop.outputTokens(),
                        order.phase(),
                        FolderRules.of(shop.project()));
        List<WorkspacePath> before = tools.changed();
        TurnEnd end = ended(turns, conversation, order);
        var answer = new ChildAnswer(id, name);
        List<WorkspacePath> changed =
                tools.changed().stream().filter(path -> !before.contains(path)).toList();
        return outcome(
                id,
                end,
                answer,
                changed,
                order.phase() == Phase.PLANNING ? List.of() : own.undone());
    }

    /// Who speaks, and where it is written down.
    record Voice(Events log, String child) {}

    /// Tools that the child has and whoever gives the work has too.
    private List<Tool> offered(Optional<Persona> agent, Policy policy) {
        List<Tool> own =
                crew.tools(agent, policy).stream()
                        .filter(tool -> tools.has(tool.name()))
                        .filter(tool ->
                                agent.map(each -> each.tools().include(tool.name())).orElse(true))
                        .toList();
        return agent.map(each -> ToolAliases.given(own, each.servers().aliases())).orElse(own);
    }

    private Conversation conversation(Optional<Persona> agent, ToolCaller own, Events log) {
        var texts = new PromptTexts();
        List<ToolSpec> specs =
                Stream.concat(
                                own.specs().stream(),
                                ControlTools.specs(texts).stream()
                                        .filter(spec ->
                                                spec.name().equals(ControlTools.REPORT_PROBLEM)))
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList();
        Role role = crew.role(agent);
        var conversation = new Conversation(role.in(texts.text("child.md"), texts), specs, log);
        role.beginning().ifPresent(conversation::say);
        return conversation;
    }

    /// A child makes no plan: where it proposes one, it is told so.
    private static TurnEnd ended(TurnLoop turns, Conversation conversation, Order order)
            throws InterruptedException {
        TurnEnd end = turns.run(order.phase(), order.targets());
        while (end instanceof TurnEnd.Proposed(Block.ToolCall call)) {
            conversation.answer(
                    new Block.ToolResult(
                            call.id(),
                            "the plan is made by whoever gave you the task: answer what you found",
                            true));
            end = turns.run(order.phase(), order.targets());
        }
        return end;
    }

    private Outcome outcome(
            String id,
            TurnEnd end,
            ChildAnswer answer,
            List<WorkspacePath> changed,
            List<UndoneCall> undone) {
        return switch (end) {
            case TurnEnd.Ended(String words) -> {
                ended(id, undone.isEmpty() ? "done" : "undone", words);
                String text = answer.of(words, changed, undone);
                yield new Outcome.Answered(
                        undone.isEmpty()
                                ? new ToolResult.Done(text)
                                : new ToolResult.Unsuccessful(text));
            }
            case TurnEnd.Problem(String reason) -> {
                ended(id, "step-failed", reason);
                yield failed(answer.unable(reason, changed), undone);
            }
            case TurnEnd.Failed failed -> {
                ended(id, "model-failed", failed.failure().message());
                yield failed(answer.unable(failed.failure().message(), changed), undone);
            }
            case TurnEnd.LimitReached(String reason) -> {
                ended(id, "limit-reached", reason);
                yield failed(answer.unable(reason, changed), undone);
            }
            case TurnEnd.Stopped(String reason) -> {
                ended(id, "denied", reason);
                yield new Outcome.Stopped(reason);
            }
            case TurnEnd.Proposed _ ->
                    throw new IllegalStateException("a proposal is answered before");
        };
    }

    private void ended(String id, String end, String reason) {
        shop.log().append(new Event.ChildEnded(id, end, reason.lines().findFirst().orElse("")));
    }

    private static Outcome failed(String text, List<UndoneCall> undone) {
        return new Outcome.Answered(
                undone.isEmpty() ? new ToolResult.Failed(text) : new ToolResult.Unsuccessful(text));
    }
}
