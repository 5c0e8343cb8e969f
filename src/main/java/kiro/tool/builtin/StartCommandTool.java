package kiro.tool.builtin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.Unattended;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Workspace;

/// Starts a command line of the model that goes on in the background.
final class StartCommandTool implements BuiltinTool {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private final Workspace workspace;
    private final BuiltinTools.Running running;
    private final BackgroundCommands background;

    StartCommandTool(
            Workspace workspace, BuiltinTools.Running running, BackgroundCommands background) {
        this.workspace = workspace;
        this.running = running;
        this.background = background;
    }

    @Override
    public String name() {
        return "start_command";
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        String line = arguments.text("command");
        if (line.isBlank() || line.indexOf('\0') >= 0) {
            return Preparation.Refused.changing(
                    "the command is empty, or has a zero character in it", List.of());
        }
        Optional<String> objection = background.objection();
        return objection.isPresent()
                ? Preparation.Refused.changing(objection.get(), List.of())
                : new Preparation.Ready(
                        new Effect.Execute(line),
                        "start in the background " + Summaries.oneLine(line),
                        () -> run(line));
    }

    private ToolResult run(String line) throws InterruptedException {
        Command command =
                running.confinement()
                        .confine(
                                Command.shell(workspace.root(), LONGEST, line)
                                        .withEnvironment(Unattended.variables()));
        String handle =
                background.start(() ->
                        BackgroundCommand.start(
                                line,
                                running.commands(),
                                command,
                                new BackgroundCommand.Telling(
                                        StartCommandTool::words, this::shown)));
        String first = background.find(handle).orElseThrow().news(FIRST_LOOK);
        return new ToolResult.Done(
                "%s: command_output shows what it prints from now on, stop_command ends it\n%s"
                        .formatted(handle, first));
    }

    /// The path by which read_file finds the file, where it lies in the workspace.
    private String shown(Path file) {
        return Summaries.path(workspace, file);
    }

    private static String words(CommandResult result) {
        return switch (result) {
            case CommandResult.Exited exited -> "it has ended with exit code " + exited.code();
            case CommandResult.TimedOut timedOut ->
                    "it was ended after " + timedOut.limit().toHours() + " hours";
            case CommandResult.NotStarted not -> "it could not be started: " + not.reason();
        };
    }
}
