package kiro.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// Runs commands: each in its own process group, with standard input closed, its output bounded, and
/// the whole group ended at the time limit, on interruption, and when the command itself has ended.
public final class CommandRunner {
    private final Map<String, String> environment;
    private final Path spillFolder;

    /// @param environment the variables that commands may see
    /// @param spillFolder where the full text of long outputs is kept; made when first needed
    public CommandRunner(Map<String, String> environment, Path spillFolder) {
        this.environment = Map.copyOf(environment);
        this.spillFolder = spillFolder;
    }

    public CommandResult run(Command command) throws InterruptedException {
        return run(command, line -> {});
    }

    /// @param onLine called for each line of output as it comes
    public CommandResult run(Command command, Consumer<String> onLine) throws InterruptedException {
        throw new IllegalStateException(
                "skeleton" + java.util.Objects.hash(environment, spillFolder));
    }

    /// Runs a command for the bytes of its standard output.
    public Capture capture(Command command) throws InterruptedException {
        throw new IllegalStateException("skeleton");
    }
}
