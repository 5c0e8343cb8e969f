package kiro.hook.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiro.hook.EventKind;

/// One run of one hook.
///
/// @param id by which the log knows it
/// @param files that it was about
public record HookRun(
        String id,
        String hook,
        EventKind event,
        List<String> files,
        Outcome outcome,
        Left left,
        Times times) {
    public HookRun {
        files = List.copyOf(files);
    }

    /// What a run left behind.
    ///
    /// @param output what it printed, bounded
    /// @param errors what it printed as errors, bounded
    /// @param whole the file with all of it, where there is more
    /// @param written files that it is known to have written, from the workspace's root
    public record Left(String output, String errors, Optional<Path> whole, List<String> written) {
        public static final Left NOTHING = new Left("", "", Optional.empty(), List.of());

        public Left {
            written = List.copyOf(written);
        }
    }

    /// @param tries how often it was started; 0 where it was not
    public record Times(Instant begun, Duration took, int tries) {}

    /// How it ended.
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /// The agent in whose session it happened is asked to do it, in the words of the output.
        record Asked() implements Outcome {}

        /// It says no to what is about to happen, or cannot say yes.
        record Blocked(String reason) implements Outcome {}

        /// It failed, which stops nothing.
        record Failed(String reason) implements Outcome {}

        /// It was not started, which stops nothing.
        record NotRun(String reason) implements Outcome {}

        /// Such as `blocked`, as the log has it.
        default String word() {
            return switch (this) {
                case Done _ -> "done";
                case Asked _ -> "asked";
                case Blocked _ -> "blocked";
                case Failed _ -> "failed";
                case NotRun _ -> "not run";
            };
        }

        /// Why; empty where all went well.
        default String reason() {
            return switch (this) {
                case Done _, Asked _ -> "";
                case Blocked(String reason) -> reason;
                case Failed(String reason) -> reason;
                case NotRun(String reason) -> reason;
            };
        }
    }

    public String output() {
        return left.output();
    }

    /// What is said of it where it did not go well: the hook, the reason, and what it left.
    public String words() {
        String first = "the hook '%s' %s".formatted(hook, outcome.reason());
        String said = left.errors().isBlank() ? left.output() : left.errors();
        if (said.isBlank()) {
            return first;
        }
        String text = said.strip();
        return first + (text.contains("\n") ? ":\n" : ": ") + text;
    }
}
