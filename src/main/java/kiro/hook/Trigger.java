package kiro.hook;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.text.PathGlob;

/// What starts a hook.
public sealed interface Trigger {
    /// A file was saved, made or deleted.
    ///
    /// @param origin by whom; empty for anybody
    record FileChanged(EventKind kind, PathFilter files, Optional<Origin> origin)
            implements Trigger {}

    /// A step of git, in which files are at stake: those that are committed, or pushed.
    record GitStep(EventKind kind, PathFilter files) implements Trigger {}

    /// Tests failed.
    ///
    /// @param tests names of tests, with `*`; empty for all
    record TestsFailed(List<PathGlob> tests) implements Trigger {
        public TestsFailed {
            tests = List.copyOf(tests);
        }
    }

    record PullRequest(EventKind kind) implements Trigger {}

    /// The version of a dependency changed.
    ///
    /// @param names names of dependencies, with `*`; empty for all
    record DependencyUpdated(List<PathGlob> names) implements Trigger {
        public DependencyUpdated {
            names = List.copyOf(names);
        }
    }

    record ToolUse(EventKind kind, ToolFilter tools) implements Trigger {}

    /// A person asked something.
    ///
    /// @param expression that fits somewhere in the words; empty for all
    record PromptSubmitted(Optional<Pattern> expression) implements Trigger {
        public boolean includes(String words) {
            return expression.map(each -> BoundedText.finds(each, words)).orElse(true);
        }
    }

    /// A task, a session, a turn, or a person who starts the hook by its name.
    record Moment(EventKind kind) implements Trigger {}

    record Schedule(Times times) implements Trigger {}

    /// What this version does not know. It never starts anything.
    record Unknown(String word) implements Trigger {}

    /// When a schedule comes round.
    sealed interface Times {
        record Every(Duration period) implements Times {}

        record Daily(LocalTime time) implements Times {}
    }

    /// The kind of event that it waits for; empty for one that is not known.
    default Optional<EventKind> event() {
        return switch (this) {
            case FileChanged changed -> Optional.of(changed.kind());
            case GitStep step -> Optional.of(step.kind());
            case TestsFailed _ -> Optional.of(EventKind.TEST_FAILED);
            case PullRequest request -> Optional.of(request.kind());
            case DependencyUpdated _ -> Optional.of(EventKind.DEPENDENCY_UPDATED);
            case ToolUse use -> Optional.of(use.kind());
            case PromptSubmitted _ -> Optional.of(EventKind.PROMPT_SUBMITTED);
            case Moment moment -> Optional.of(moment.kind());
            case Schedule _ -> Optional.of(EventKind.SCHEDULE);
            case Unknown _ -> Optional.empty();
        };
    }

    /// Its name, as `hooks.yaml` has it.
    default String word() {
        return this instanceof Unknown(String word)
                ? word
                : event().map(EventKind::word).orElse("");
    }

    /// What narrows it, for people; empty where nothing does.
    default String scope() {
        return switch (this) {
            case FileChanged changed ->
                    changed.files()
                            + changed.origin().map(who -> ", by the " + who.word()).orElse("");
            case GitStep step -> step.files().equals(PathFilter.ALL) ? "" : step.files().toString();
            case TestsFailed failed -> joined(failed.tests());
            case DependencyUpdated updated -> joined(updated.names());
            case ToolUse use -> use.tools().toString();
            case PromptSubmitted prompt -> prompt.expression().map(Pattern::pattern).orElse("");
            case Schedule(Times.Every(Duration period)) -> "every " + Durations.words(period);
            case Schedule(Times.Daily(LocalTime time)) -> "daily at " + time;
            case PullRequest _, Moment _, Unknown _ -> "";
        };
    }

    private static String joined(List<PathGlob> globs) {
        return String.join(", ", globs.stream().map(PathGlob::toString).toList());
    }
}
