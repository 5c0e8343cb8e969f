package kiro.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.hook.EventKind;
import kiro.hook.Origin;
import kiro.hook.run.Cause;
import kiro.hook.run.HookEngine;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;
import kiro.hook.run.Subject;
import kiro.model.TaggedText;
import kiro.session.SessionId;
import kiro.text.Hash;
import kiro.tool.Tool;

/// The hooks of a session: what happens in it is told to them, and what they say is told to the person and to the model.
public final class SessionHooks {
    /// Where no hook runs.
    public static final SessionHooks NONE =
            new SessionHooks(HookEngine.NONE, "", Cause.AGENT, (_, _) -> {}, _ -> {});

    private final HookEngine engine;
    private final String session;
    private final Cause cause;
    private final Writes writes;
    private final Consumer<String> person;

    /// @param writes is told what the agent writes
    /// @param person is told what went wrong
    private SessionHooks(
            HookEngine engine,
            String session,
            Cause cause,
            Writes writes,
            Consumer<String> person) {
        this.engine = engine;
        this.session = session;
        this.cause = cause;
        this.writes = writes;
        this.person = person;
    }

    /// @param cause what led to the session: hooks, where one started it
    /// @param writes is told what the agent writes
    /// @param person is told what went wrong
    public static SessionHooks of(
            HookEngine engine,
            SessionId session,
            Cause cause,
            Writes writes,
            Consumer<String> person) {
        return new SessionHooks(
                engine, session.value(), new Cause(Origin.AGENT, cause.hooks()), writes, person);
    }

    /// Who remembers what the agent wrote, so that nothing takes it for a person's.
    @FunctionalInterface
    public interface Writes {
        /// @param content empty where it took the file away
        void wrote(String path, Optional<Hash> content);
    }

    /// What hooks say to something that is about to happen.
    public sealed interface Word {
        /// It may happen.
        ///
        /// @param context what they say to the model; may be empty
        record Yes(String context) implements Word {}

        record No(String reasons) implements Word {}
    }

    /// The tools, each with hooks before and after it.
    public List<Tool> around(List<Tool> tools) {
        return tools.stream().<Tool>map(tool -> new HookedTool(tool, this)).toList();
    }

    /// A person who is heard by hooks before the model hears them.
    public Talker around(Talker talker) {
        return new HookedTalker(talker, this);
    }

    /// A task that is about to begin, with the session that it begins.
    public Word begin(String words, Optional<String> spec) throws InterruptedException {
        String started = sessionBegins();
        Word prompted = prompt(words);
        Word begun = prompted instanceof Word.Yes ? taskBegins(words, spec) : prompted;
        return switch (begun) {
            case Word.No no -> no;
            case Word.Yes(String context) ->
                    new Word.Yes(
                            joined(
                                    started,
                                    prompted instanceof Word.Yes(String first)
                                            ? joined(first, context)
                                            : context));
        };
    }

    /// What is said to the model at the beginning of a session.
    String sessionBegins() throws InterruptedException {
        return observed(EventKind.SESSION_START, new Subject.Nothing());
    }

    void sessionEnds() throws InterruptedException {
        observed(EventKind.SESSION_END, new Subject.Nothing());
    }

    Word prompt(String words) throws InterruptedException {
        return asked(EventKind.PROMPT_SUBMITTED, new Subject.Prompt(words));
    }

    Word taskBegins(String words, Optional<String> spec) throws InterruptedException {
        return asked(EventKind.BEFORE_TASK, new Subject.Task(words, spec));
    }

    String taskEnds(String words, Optional<String> spec) throws InterruptedException {
        return observed(EventKind.AFTER_TASK, new Subject.Task(words, spec));
    }

    /// The end of a turn; answers what hooks ask of the model.
    String turnEnds() throws InterruptedException {
        return observed(EventKind.STOP, new Subject.Nothing());
    }

    /// A run has come to its end: nothing can be asked of its model any more.
    public void end(String words, Optional<String> spec) throws InterruptedException {
        String asked = joined(taskEnds(words, spec), turnEnds());
        if (!asked.isEmpty()) {
            person.accept("a hook asks for more, and the run is over: " + asked);
        }
        sessionEnds();
    }

    /// Whether a call of a tool may start something.
    boolean concern(String tool) {
        return engine.concerns(tool);
    }

    Word before(Subject.ToolUse use) throws InterruptedException {
        return asked(EventKind.BEFORE_TOOL, use);
    }

    String after(Subject.ToolUse use) throws InterruptedException {
        return observed(EventKind.AFTER_TOOL, use);
    }

    void wrote(String path, Optional<Hash> content) {
        writes.wrote(path, content);
    }

    void tell(String text) {
        person.accept(text);
    }

    private Word asked(EventKind kind, Subject subject) throws InterruptedException {
        HookRuns runs = engine.fire(new HookEvent(kind, subject, cause, session));
        runs.warnings().forEach(person);
        return runs.isBlocked() ? new Word.No(runs.reasons()) : new Word.Yes(runs.context());
    }

    /// What runs on what has happened can say something, and stop nothing.
    private String observed(EventKind kind, Subject subject) throws InterruptedException {
        HookRuns runs = engine.fire(new HookEvent(kind, subject, cause, session));
        runs.refusal().ifPresent(person);
        runs.warnings().forEach(person);
        return runs.context();
    }

    static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "\n\n" + other;
    }

    /// Words of hooks, as the model reads them.
    static String told(String context) {
        return TaggedText.of("hooks", context).render();
    }
}
