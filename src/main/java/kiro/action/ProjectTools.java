package kiro.action;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Runs the tools of a project, within the rules and the walls of whoever works on it.
public interface ProjectTools {
    /// What came of running one.
    sealed interface Ran {
        record Ended(int code, String output, String errors) implements Ran {}

        /// It is not there, was ended, or may not run.
        record Refused(String reason) implements Ran {}
    }

    /// @param folder where it runs
    Ran run(Path folder, List<String> argv, Duration limit) throws InterruptedException;

    /// The compiler of the Java that is at hand.
    Optional<Path> javac();
}
