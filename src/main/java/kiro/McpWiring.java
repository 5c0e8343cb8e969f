package kiro;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.cli.PermissionSettings;
import kiro.mcp.McpFiles;
import kiro.mcp.McpServers;
import kiro.mcp.ServerSettings;
import kiro.mcp.ServerVisit;
import kiro.mcp.World;
import kiro.mcp.oauth.SignIn;
import kiro.mcp.oauth.StoredTokens;
import kiro.permission.ClosedPaths;
import kiro.permission.Trust;
import kiro.persona.Persona;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.sandbox.Sandbox;
import kiro.sandbox.SandboxNeeds;
import kiro.sandbox.SandboxState;
import kiro.tool.Person;
import kiro.workspace.Workspace;

/// The inventory of MCP servers.
final class McpWiring {
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(5);

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

    /// What an agent works with, which are its own as well.
    McpFiles files(Workspace workspace, Optional<Persona> agent) {
        McpFiles files = files(workspace);
        return agent.map(
                        each -> {
                            Persona.Servers servers = each.servers();
                            return servers.own().isEmpty() && !servers.isAlone()
                                    ? files
                                    : files.withAgents(
                                            servers.file(),
                                            each.file(),
                                            each.source().isProjects(),
                                            servers.isAlone());
                        })
                .orElse(files);
    }

    /// Starts the servers that are configured, in the background.
    ///
    /// @param agent that works with them
    /// @param closed what rules and the agent deny
    /// @param outputs where answers are kept that are too long for a model
    RunServers start(
            Workspace workspace,
            Optional<Persona> agent,
            CommandRunner commands,
            Sandbox sandbox,
            ClosedPaths closed,
            Path outputs,
            Person person) {
        McpFiles.Reading configured = files(workspace, agent).read();
        return new RunServers(
                configured,
                configured.servers().stream().allMatch(ServerSettings::isDisabled)
                        ? Optional.empty()
                        : Optional.of(
                                McpServers.start(
                                        configured.servers(),
                                        world(
                                                workspace,
                                                commands,
                                                confined(sandbox, closed),
                                                outputs,
                                                person))));
    }

    /// A server that is to be confined is not started where it cannot be, but for a person who wants no sandbox.
    private static Confinement confined(Sandbox sandbox, ClosedPaths closed) {
        return command ->
                switch (sandbox.state()) {
                    case SandboxState.Active _ ->
                            sandbox.confine(command, new SandboxNeeds(true, false).closing(closed));
                    case SandboxState.Off _ -> command;
                    case SandboxState.Degraded degraded ->
                            command.withArgv(
                                    List.of(
                                            "/bin/sh",
                                            "-c",
                                            "echo \"kiro: it is to be confined, and cannot be: $0\" >&2; exit 126",
                                            degraded.reason()));
                };
    }

    private Confinement confined(Workspace workspace) {
        return command ->
                switch (new PermissionWiring(outside).open(workspace, Optional.empty())) {
                    case PermissionSettings.Opening.Opened opened ->
                            confined(opened.sandbox(), opened.policy().denied()).confine(command);
                    case PermissionSettings.Opening.Broken broken ->
                            command.withArgv(
                                    List.of(
                                            "/bin/sh",
                                            "-c",
                                            "echo \"kiro: $0\" >&2; exit 126",
                                            String.valueOf(broken.findings().getFirst())));
                };
    }

    /// The settings of a server, with the variables in them filled in where they are set.
    ServerSettings settings(McpFiles.Reading reading, String name) {
        ServerSettings settings = reading.server(name).orElseThrow();
        return settings.withVariables(outside.environment());
    }

    /// A visit of the person to one server, outside of any run.
    ServerVisit visit(ServerSettings settings, Workspace workspace, Person person) {
        return ServerVisit.to(
                settings,
                world(
                        workspace,
                        new CommandRunner(
                                ChildEnvironment.of(outside.environment()), outside.temporary()),
                        confined(workspace),
                        outside.temporary(),
                        person));
    }

    SignIn signIn() {
        return new SignIn(tokens(), outside.clock(), TO_SIGN_IN);
    }

    /// Outside of every repository.
    private Path tokens() {
        String moved = outside.environment().getOrDefault("KIRO_HOME", "").strip();
        Path home = moved.isEmpty() ? outside.home().resolve(".kiro") : Path.of(moved);
        return home.resolve("mcp").resolve("tokens");
    }

    /// The agent may have written what a server of the project would run when it is started anew.
    private World.Standing standing(Workspace workspace) {
        Trust trust = new PermissionWiring(outside).files(workspace).trust();
        return settings ->
                settings.isProjects() && !trust.state().isTrusted()
                        ? Optional.of(
                                "the project is not trusted as it is now: look at what has changed, and run 'kiro trust'")
                        : Optional.empty();
    }

    private World world(
            Workspace workspace,
            CommandRunner commands,
            Confinement confinement,
            Path outputs,
            Person person) {
        return new World(
                workspace.root(),
                Map.copyOf(outside.environment()),
                new World.Programs(commands, confinement, standing(workspace)),
                outputs,
                person,
                new StoredTokens(tokens(), outside.clock()),
                Version.NUMBER);
    }
}
