package kiro.hook.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A run as the log has it.
///
/// @param event its word
/// @param ending how it ended, so far
/// @param written files that it is known to have written
public record LoggedRun(
        String id,
        String hook,
        String event,
        About about,
        Instant begun,
        Ending ending,
        List<Written> written) {
    public LoggedRun {
        written = List.copyOf(written);
    }

    /// @param files the first of those that it was about
    /// @param count how many there were
    /// @param cause the hooks that led to it
    public record About(List<String> files, int count, List<String> cause) {
        public About {
            files = List.copyOf(files);
            cause = List.copyOf(cause);
        }
    }

    /// @param hash of what it wrote, in hexadecimal
    public record Written(String path, String hash) {}

    /// @param word `running` and `lost` beside those of [HookRun.Outcome]
    /// @param output the beginning of what it printed
    /// @param whole the file with all of it; empty where there is none
    public record Ending(
            String word, String reason, Duration took, int tries, String output, String whole) {
        static Ending open(String word, String reason) {
            return new Ending(word, reason, Duration.ZERO, 0, "", "");
        }
    }

    public boolean isRunning() {
        return ending.word().equals("running");
    }
}
