package kiro.action;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import kiro.agent.PromptTexts;
import kiro.draft.Asker;
import kiro.draft.Judge;
import kiro.draft.Question;
import kiro.hook.BuiltInSettings;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.BuiltInRequest;
import kiro.model.Purpose;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import kiro.workspace.Workspace;

/// Asks a model for what makes the result of a built-in better, where the hook says so, within a time. Whatever goes wrong
/// leaves the plain result, with the reason.
final class ModelHelp {
    /// Where a person, git or an agent waits for the hook.
    private static final Duration WAITED_FOR = Duration.ofSeconds(10);

    private static final Duration ALONE = Duration.ofSeconds(60);

    /// What is left of the hook's time for the plain result to be told.
    private static final Duration REST = Duration.ofSeconds(2);

    private static final Duration LEAST = Duration.ofMillis(200);
    private static final int LONGEST_REASON = 200;

    private final ActionModels models;
    private final BuiltInRequest request;
    private final Settings settings;
    private final long end;
    private Optional<Long> asked = Optional.empty();

    private ModelHelp(ActionModels models, BuiltInRequest request) {
        this.models = models;
        this.request = request;
        this.settings = new Settings(request.settings());
        this.end = System.nanoTime() + request.limit().minus(REST).toNanos();
    }

    /// Made when the built-in begins: the hook's time counts from there.
    static ModelHelp of(ActionMeans means, BuiltInRequest request) {
        return new ModelHelp(means.models(), request);
    }

    /// What came of asking.
    sealed interface Help<T> {
        /// @param by the model, and what was used
        record Given<T>(T value, String by) implements Help<T> {}

        record Without<T>(String reason) implements Help<T> {}

        /// The hook wants none.
        record Off<T>() implements Help<T> {}

        /// What a person is told below the result; empty where nobody was asked.
        default String line() {
            return switch (this) {
                case Given<T> given -> "by " + given.by();
                case Without<T> without -> "without a model: " + without.reason();
                case Off<T> _ -> "";
            };
        }

        /// What was given, or else the plain result.
        default T or(T plain) {
            return switch (this) {
                case Given<T> given -> given.value();
                case Without<T> _, Off<T> _ -> plain;
            };
        }

        /// An outcome with the line below its text.
        default BuiltInOutcome below(BuiltInOutcome outcome) {
            return line().isEmpty()
                    ? outcome
                    : new BuiltInOutcome(
                            outcome.answer(),
                            outcome.text().stripTrailing() + "\n\n" + line(),
                            outcome.written());
        }
    }

    /// What the hook says.
    Settings settings() {
        return settings;
    }

    boolean isWanted() {
        return !settings.text("model", "false").equals("false");
    }

    /// @param name of the prompt's files, and of the tool with `propose_` before it
    /// @param purpose by which the model is chosen
    <T> Help<T> ask(String name, Purpose purpose, List<TaggedText> told, Judge<T> judge)
            throws InterruptedException {
        if (!isWanted()) {
            return new Help.Off<>();
        }
        Duration left = left();
        if (left.compareTo(LEAST) < 0) {
            return new Help.Without<>("no time was left for it");
        }
        String named = settings.text("model", "true");
        return switch (models.open(
                new Workspace(request.root()),
                named.equals("true") ? Optional.empty() : Optional.of(named),
                purpose)) {
            case ActionModels.Opening.None(String reason) -> new Help.Without<>(reason);
            case ActionModels.Opening.Opened opened -> {
                try {
                    yield within(left, opened.asker(), question(name, told), judge);
                } finally {
                    opened.ending().run();
                }
            }
        };
    }

    /// All that is asked in one run shares one time.
    private Duration left() {
        long now = System.nanoTime();
        if (asked.isEmpty()) {
            asked = Optional.of(now);
        }
        Duration wait =
                settings.text("wait").flatMap(BuiltInSettings::duration).orElse(usualWait());
        return Duration.ofNanos(Math.min(end - now, asked.get() + wait.toNanos() - now));
    }

    private Duration usualWait() {
        return switch (request.event().kind()) {
            case FILE_SAVED,
                    FILE_CREATED,
                    FILE_DELETED,
                    TEST_FAILED,
                    PR_OPENED,
                    PR_UPDATED,
                    DEPENDENCY_UPDATED,
                    MANUAL,
                    SCHEDULE ->
                    ALONE;
            case PRE_COMMIT,
                    PREPARE_COMMIT_MSG,
                    POST_COMMIT,
                    PRE_PUSH,
                    BEFORE_TOOL,
                    AFTER_TOOL,
                    BEFORE_TASK,
                    AFTER_TASK,
                    PROMPT_SUBMITTED,
                    SESSION_START,
                    SESSION_END,
                    STOP ->
                    WAITED_FOR;
        };
    }

    private static Question question(String name, List<TaggedText> told) {
        var texts = new PromptTexts();
        return new Question(
                texts.text("hook/system.md"),
                told.stream().map(TaggedText::render).collect(Collectors.joining())
                        + texts.text("hook/%s.md".formatted(name)),
                new ToolSpec(
                        "propose_" + name,
                        "Proposes what the person is shown.",
                        texts.text("hook/%s.schema.json".formatted(name))));
    }

    private static <T> Help<T> within(Duration left, Asker asker, Question question, Judge<T> judge)
            throws InterruptedException {
        var work = new FutureTask<Asker.Outcome<T>>(() -> asker.ask(question, judge));
        Thread thread = Thread.ofPlatform().daemon().name("hook-model").start(work);
        try {
            return told(work.get(left.toMillis(), TimeUnit.MILLISECONDS), asker);
        } catch (TimeoutException late) {
            return new Help.Without<>(
                    "%s gave nothing that can stand within %s"
                            .formatted(asker.model(), seconds(left)));
        } catch (ExecutionException fault) {
            return new Help.Without<>("a fault of kiro: " + fault.getCause());
        } finally {
            thread.interrupt();
            thread.join(REST.dividedBy(2));
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }

    private static <T> Help<T> told(Asker.Outcome<T> outcome, Asker asker) {
        return switch (outcome) {
            case Asker.Outcome.Passed<T> passed -> new Help.Given<>(passed.value(), by(asker));
            case Asker.Outcome.Partly<T> partly -> new Help.Given<>(partly.value(), by(asker));
            case Asker.Outcome.Failed<T> failed ->
                    new Help.Without<>("%s: %s".formatted(by(asker), line(failed.reason())));
        };
    }

    private static String by(Asker asker) {
        return asker.usage().total() == 0
                ? asker.model()
                : "%s, %,d tokens".formatted(asker.model(), asker.usage().total());
    }

    private static String line(String reason) {
        String plain = reason.replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST_REASON
                ? plain
                : plain.substring(0, LONGEST_REASON) + "...";
    }
}
