package kiro;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kiro.mcp.McpFiles;
import kiro.mcp.McpServers;
import kiro.mcp.ServerSettings;
import kiro.mcp.Tokens;
import kiro.mcp.World;
import kiro.process.CommandRunner;
import kiro.sandbox.Sandbox;
import kiro.sandbox.SandboxNeeds;
import kiro.tool.Person;
import kiro.workspace.Workspace;

/// The inventory of MCP servers.
final class McpWiring {
    private final Outside outside;

    McpWiring(Outside outside) {
        this.outside = outside;
    }

    McpFiles files(Workspace workspace) {
        return McpFiles.of(
                outside.environment(),
                outside.home(),
                workspace.root(),
                new PermissionWiring(outside).files(workspace).trust()::allows);
    }

    /// Starts the servers that are configured, in the background.
    ///
    /// @param outputs where answers are kept that are too long for a model
    RunServers start(
            Workspace workspace,
            CommandRunner commands,
            Sandbox sandbox,
            Path outputs,
            Person person) {
        McpFiles.Reading configured = files(workspace).read();
        return new RunServers(
                configured,
                configured.servers().stream().allMatch(ServerSettings::isDisabled)
                        ? Optional.empty()
                        : Optional.of(
                                McpServers.start(
                                        configured.servers(),
                                        world(workspace, commands, sandbox, outputs, person))));
    }

    private World world(
            Workspace workspace,
            CommandRunner commands,
            Sandbox sandbox,
            Path outputs,
            Person person) {
        return new World(
                workspace.root(),
                Map.copyOf(outside.environment()),
                new World.Programs(
                        commands,
                        command -> sandbox.confine(command, new SandboxNeeds(true, false))),
                outputs,
                person,
                Tokens.NONE,
                Version.NUMBER);
    }
}
