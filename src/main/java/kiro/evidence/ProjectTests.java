package kiro.evidence;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.process.CommandRunner;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// Runs the tests of a project and reads the reports they leave.
public final class ProjectTests {
    private final Workspace workspace;
    private final CommandRunner commands;
    private final Optional<String> command;
    private final Duration limit;

    /// @param command what a person set as the test command; else it is told from the build tool
    /// @param limit how long the tests may run
    public ProjectTests(
            Workspace workspace, CommandRunner commands, Optional<String> command, Duration limit) {
        this.workspace = workspace;
        this.commands = commands;
        this.command = command;
        this.limit = limit;
    }

    /// The command that runs the tests; empty where none is known.
    public Optional<String> command(ProjectLayout layout) {
        throw new IllegalStateException(
                "skeleton" + java.util.Objects.hash(workspace, commands, command, limit));
    }

    /// @param onLine called for each line that the tests print
    public TestRun run(ProjectLayout layout, Consumer<String> onLine) throws InterruptedException {
        throw new IllegalStateException("skeleton");
    }
}
