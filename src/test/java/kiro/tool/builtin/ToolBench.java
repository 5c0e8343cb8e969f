package kiro.tool.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kiro.edit.Journal;
import kiro.edit.WriteRules;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.testing.TemporaryWorkspace;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.ToolResult;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;
import kiro.workspace.WorkspaceFiles;
import tools.jackson.databind.json.JsonMapper;

/// All of the tools over a real folder, called the way the loop calls them.
final class ToolBench {
    final TemporaryWorkspace work;
    final List<Tool> tools;

    private ToolBench(TemporaryWorkspace work, List<Tool> tools) {
        this.work = work;
        this.tools = tools;
    }

    static ToolBench in(Path folder) {
        return in(folder, Confinement.NONE);
    }

    /// The tools, whose commands are confined so.
    static ToolBench in(Path folder, Confinement confinement) {
        return in(folder, confinement, GitLeave.Giver.FREE);
    }

    /// The same, where what git starts has this leave.
    static ToolBench in(Path folder, Confinement confinement, GitLeave.Giver leaves) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            Path root = Files.createDirectories(real.resolve("work"));
            TemporaryWorkspace work = TemporaryWorkspace.in(root);
            var files = new WorkspaceFiles(work.workspace());
            var commands = new CommandRunner(System.getenv(), root.resolve(".kiro/sessions/spill"));
            return new ToolBench(
                    work,
                    BuiltinTools.of(
                            work.workspace(),
                            files,
                            new Git(work.workspace(), commands),
                            new BuiltinTools.Running(
                                    commands, confinement, Duration.ofSeconds(20), leaves),
                            new BuiltinTools.Writing(
                                    new Journal(real.resolve("journal"), files), WriteRules.NONE)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Tool tool(String name) {
        return tools.stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// @param arguments names and values in turn
    Preparation prepare(String tool, Object... arguments) throws InterruptedException {
        var json = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < arguments.length; i += 2) {
            json.put((String) arguments[i], arguments[i + 1]);
        }
        return tool(tool).prepare(JsonMapper.shared().writeValueAsString(json));
    }

    Preparation.Ready ready(String tool, Object... arguments) throws InterruptedException {
        return switch (prepare(tool, arguments)) {
            case Preparation.Ready ready -> ready;
            case Preparation.Refused refused -> throw new AssertionError(refused.text());
        };
    }

    String refused(String tool, Object... arguments) throws InterruptedException {
        return switch (prepare(tool, arguments)) {
            case Preparation.Ready ready -> throw new AssertionError(ready);
            case Preparation.Refused refused -> refused.text();
        };
    }

    ToolResult call(String tool, Object... arguments) throws InterruptedException {
        return ready(tool, arguments).act().run();
    }

    String done(String tool, Object... arguments) throws InterruptedException {
        return switch (call(tool, arguments)) {
            case ToolResult.Done done -> done.text();
            case ToolResult.Unsuccessful ran -> ran.text();
            case ToolResult.Failed failed -> throw new AssertionError(failed.text());
        };
    }

    String failed(String tool, Object... arguments) throws InterruptedException {
        return switch (call(tool, arguments)) {
            case ToolResult.Done done -> throw new AssertionError(done.text());
            case ToolResult.Unsuccessful ran -> throw new AssertionError(ran.text());
            case ToolResult.Failed failed -> failed.text();
        };
    }
}
