package kiro;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kiro.cli.PermissionSettings;
import kiro.config.Config;
import kiro.edit.Journal;
import kiro.permission.CommandNeeds;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.sandbox.SandboxState;
import kiro.tool.Tool;
import kiro.tool.builtin.BackgroundCommands;
import kiro.tool.builtin.BuiltinTools;
import kiro.tool.builtin.PageFetcher;
import kiro.tool.builtin.ProjectChecks;
import kiro.tool.builtin.SessionTools;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// The inventory of the tools of one run. Closing it ends what they have left in the background.
final class RunTools implements AutoCloseable {
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);
    private static final Duration SERVER_WAIT = Duration.ofSeconds(5);
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final Config config;
    private final PermissionSettings.Opening.Opened permissions;
    private final RunServers servers;
    private final BackgroundCommands background = new BackgroundCommands();

    RunTools(
            Workspace workspace,
            Config config,
            PermissionSettings.Opening.Opened permissions,
            RunServers servers) {
        this.workspace = workspace;
        this.config = config;
        this.permissions = permissions;
        this.servers = servers;
    }

    List<Tool> of(
            WorkspaceFiles files,
            Git git,
            CommandRunner commands,
            Journal journal,
            ProjectChecks checks)
            throws InterruptedException {
        var running =
                new BuiltinTools.Running(
                        commands,
                        this::confined,
                        config.timeSpan("agent.command-limit").orElse(COMMAND_LIMIT));
        var fetcher =
                new PageFetcher(
                        config.text("fetch.private").filter("on"::equals).isPresent(), PAGE_LIMIT);
        var tools = new ArrayList<>(BuiltinTools.of(workspace, files, git, running, journal));
        tools.addAll(SessionTools.of(workspace, git, running, background, checks, fetcher));
        tools.addAll(servers.tools(config.timeSpan("mcp.start-wait").orElse(SERVER_WAIT)));
        return tools;
    }

    /// A command line of the model, within the sandbox.
    private Command confined(Command command) throws InterruptedException {
        return permissions.sandbox().state() instanceof SandboxState.Active
                ? permissions.sandbox().confine(command, CommandNeeds.of(command.argv().getLast()))
                : command;
    }

    @Override
    public void close() {
        background.close();
        servers.close();
    }
}
