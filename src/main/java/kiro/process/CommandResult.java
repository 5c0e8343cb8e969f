package kiro.process;

import java.time.Duration;

/// How a command ended.
public sealed interface CommandResult {
    record Exited(int code, Output output, Duration took) implements CommandResult {}

    /// It ran longer than allowed; its whole process group was ended.
    record TimedOut(Output output, Duration limit) implements CommandResult {}

    /// It could not be started.
    record NotStarted(String reason) implements CommandResult {}
}
