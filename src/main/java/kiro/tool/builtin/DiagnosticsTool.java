package kiro.tool.builtin;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.Output;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Git;
import kiro.workspace.ProjectLayout;
import kiro.workspace.Workspace;

/// Has the project's own compiler and linter say what is wrong, and tells it by file and line.
final class DiagnosticsTool implements BuiltinTool {
    private static final int TAIL = 6_000;

    private final Workspace workspace;
    private final Git git;
    private final BuiltinTools.Running running;

    DiagnosticsTool(Workspace workspace, Git git, BuiltinTools.Running running) {
        this.workspace = workspace;
        this.git = git;
        this.running = running;
    }

    @Override
    public String name() {
        return "diagnostics";
    }

    @Override
    public Preparation prepare(Arguments arguments) throws InterruptedException {
        ProjectLayout layout = ProjectLayout.of(git.files());
        Optional<String> line = new Checker(workspace).line(layout.buildTool());
        String filter = arguments.optionalText("path").orElse("");
        return line.<Preparation>map(command ->
                        new Preparation.Ready(
                                new Effect.Execute(command),
                                "check the project: " + Summaries.oneLine(command),
                                Preparation.Act.watched(news -> run(command, filter, news))))
                .orElseGet(() ->
                        Preparation.Refused.changing(
                                "no compiler or linter is known for this project: run_command runs one",
                                List.of()));
    }

    private ToolResult run(String line, String filter, Consumer<String> news)
            throws InterruptedException {
        Command command =
                running.confinement()
                        .confine(Command.shell(workspace.root(), running.limit(), line));
        return switch (running.commands().watch(command, news)) {
            case CommandResult.NotStarted not ->
                    new ToolResult.Failed("the checks could not be started: " + not.reason());
            case CommandResult.TimedOut timedOut ->
                    new ToolResult.Unsuccessful(
                            "the checks were ended after %d seconds\n%s"
                                    .formatted(
                                            timedOut.limit().toSeconds(),
                                            text(timedOut.output(), filter)));
            case CommandResult.Exited exited -> answer(exited, filter);
        };
    }

    private ToolResult answer(CommandResult.Exited exited, String filter) {
        List<String> found = Diagnostics.of(exited.output().text(), workspace.root());
        if (exited.code() == 0 && found.isEmpty()) {
            return new ToolResult.Done("[nothing is wrong]");
        }
        String text = text(exited.output(), filter);
        return exited.code() == 0
                ? new ToolResult.Done(text)
                : new ToolResult.Unsuccessful("exit code %d\n%s".formatted(exited.code(), text));
    }

    /// What could be told by file and line; where nothing could, the end of what was printed.
    private String text(Output output, String filter) {
        List<String> found = Diagnostics.of(output.text(), workspace.root());
        if (found.isEmpty()) {
            String all = output.text();
            return all.length() <= TAIL ? all : "... " + all.substring(all.length() - TAIL);
        }
        List<String> shown = found.stream().filter(each -> each.startsWith(filter)).toList();
        int others = found.size() - shown.size();
        return String.join("\n", shown)
                + (others == 0 ? "" : "\n[%d more in other files]".formatted(others));
    }
}
