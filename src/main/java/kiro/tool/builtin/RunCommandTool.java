package kiro.tool.builtin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.CommandRunner;
import kiro.process.CommandStopped;
import kiro.process.Confinement;
import kiro.process.Output;
import kiro.process.Unattended;
import kiro.tool.CallStopped;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Workspace;

/// Runs a command line of the model in a shell.
final class RunCommandTool implements BuiltinTool {
    /// What a model may take for a fault of the project.
    private static final String WALLS =
            "\n[it ran in a sandbox: it can write in the workspace alone, not in .git or .kiro, sees no secrets, and reaches the network"
                    + " only where all of the line is about that, as 'npm ci' or 'mvn dependency:go-offline' by itself]";

    private final Workspace workspace;
    private final CommandRunner commands;
    private final Confinement confinement;
    private final Duration limit;

    RunCommandTool(
            Workspace workspace, CommandRunner commands, Confinement confinement, Duration limit) {
        this.workspace = workspace;
        this.commands = commands;
        this.confinement = confinement;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "run_command";
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        String line = arguments.text("command");
        if (line.isBlank()) {
            return Preparation.Refused.changing("the command is empty", List.of());
        }
        if (line.indexOf('\0') >= 0) {
            return Preparation.Refused.changing(
                    "the command has a zero character in it", List.of());
        }
        int seconds = arguments.number("limit_seconds", (int) limit.toSeconds());
        return new Preparation.Ready(
                new Effect.Execute(line),
                "run " + Summaries.oneLine(line),
                Preparation.Act.watched(news ->
                        run(
                                Command.shell(workspace.root(), Duration.ofSeconds(seconds), line)
                                        .withEnvironment(Unattended.variables()),
                                news)));
    }

    private ToolResult run(Command command, Consumer<String> news) throws InterruptedException {
        Command confined = confinement.confine(command);
        String walls = confined.argv().equals(command.argv()) ? "" : WALLS;
        return switch (watch(confined, news)) {
            case CommandResult.Exited exited -> {
                String text =
                        text("exit code " + exited.code(), exited.output())
                                + hidden(confined, exited.output().text());
                yield exited.code() == 0
                        ? new ToolResult.Done(text)
                        : new ToolResult.Unsuccessful(text + walls);
            }
            case CommandResult.TimedOut timedOut ->
                    new ToolResult.Unsuccessful(
                            text(
                                            "no exit code: it was ended after %d seconds, with all that it started"
                                                    .formatted(timedOut.limit().toSeconds()),
                                            timedOut.output())
                                    + walls);
            case CommandResult.NotStarted not ->
                    new ToolResult.Failed("the command could not be started: " + not.reason());
        };
    }

    private CommandResult watch(Command command, Consumer<String> news)
            throws InterruptedException {
        try {
            return commands.watch(command, news);
        } catch (CommandStopped stopped) {
            Output output = stopped.output();
            String file = note(output).map(note -> note + "\n").orElse("");
            var told = new CallStopped(file + output.text());
            told.addSuppressed(stopped);
            throw told;
        }
    }

    /// Git takes a tracked file that the sandbox hides for a changed one.
    private static String hidden(Command confined, String output) {
        boolean isOfGit = confined.argv().getLast().matches("(?s).*\\bgit\\b.*");
        List<String> names =
                confined.environment()
                        .getOrDefault(Confinement.HIDDEN, "")
                        .lines()
                        .filter(name -> isOfGit && output.contains(name))
                        .toList();
        return names.isEmpty()
                ? ""
                : "\n[hidden from commands, and no change of them is real that git shows here: %s]"
                        .formatted(String.join(", ", names));
    }

    private String text(String first, Output output) {
        return first + "\n" + output.text() + note(output).map("\n"::concat).orElse("");
    }

    /// Where all of an output is that is too long to be told.
    private Optional<String> note(Output output) {
        return output.kept()
                .map(kept ->
                        "[%,d bytes in all: %s]"
                                .formatted(output.length(), kept.words(shown(kept.file()))));
    }

    private String shown(Path file) {
        return Summaries.path(workspace, file);
    }
}
