package kiro.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kiro.agent.AgentTask.Goal;
import kiro.mcp.McpServers;
import kiro.mcp.ServerSettings;
import kiro.mcp.Tokens;
import kiro.mcp.World;
import kiro.permission.Mode;
import kiro.process.CommandGuard;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.spec.Spec;
import kiro.testing.TemporaryWorkspace;
import kiro.tool.Person;
import kiro.tool.Tool;
import kiro.tool.builtin.BackgroundCommands;
import kiro.tool.builtin.BuiltinTools;
import kiro.tool.builtin.PageFetcher;
import kiro.tool.builtin.ProjectChecks;
import kiro.tool.builtin.SessionTools;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;

/// Work whose effects happen in processes of their own: servers, and commands in the background.
abstract class LivingWork implements Kills.Work {
    /// By the agents, of which several go on at a time.
    private final Map<AgentHarness, List<AutoCloseable>> open = new ConcurrentHashMap<>();

    abstract Worker worker();

    /// The project before the run.
    abstract void prepare(TemporaryWorkspace workspace);

    /// The program of a server in the project, which it has.
    abstract Optional<String> server();

    Person person() {
        return Person.NOBODY;
    }

    @Override
    public AgentHarness open(Path workspace, boolean isNew) throws InterruptedException {
        AgentHarness agent = isNew ? new AgentHarness(workspace) : AgentHarness.at(workspace);
        if (isNew) {
            prepare(agent.workspace);
            agent.workspace.committed();
        }
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
        var guard = new CommandGuard(environment);
        var commands = new CommandRunner(environment, workspace.resolve("spill"), guard);
        var background = new BackgroundCommands();
        var servers =
                McpServers.start(
                        server().stream()
                                .map(program ->
                                        new ServerSettings(
                                                "s",
                                                "mcp.yaml:1",
                                                false,
                                                new ServerSettings.Access.Program(
                                                        "/bin/sh",
                                                        List.of(program),
                                                        Map.of(),
                                                        Optional.empty(),
                                                        false),
                                                false,
                                                ServerSettings.Tools.ALL,
                                                ServerSettings.USUAL))
                                .toList(),
                        new World(
                                workspace,
                                environment,
                                new World.Programs(commands, Confinement.NONE),
                                workspace.resolve("spill"),
                                person(),
                                Tokens.NONE,
                                "0"));
        open.put(agent, List.of(background, servers, guard));
        var tools = new ArrayList<>(servers.offer(Duration.ofSeconds(20)).tools());
        tools.addAll(
                SessionTools.of(
                        agent.workspace.workspace(),
                        new Git(agent.workspace.workspace(), commands),
                        new BuiltinTools.Running(
                                commands,
                                Confinement.NONE,
                                Duration.ofSeconds(20),
                                GitLeave.Giver.FREE),
                        background,
                        new NoChecks(),
                        new PageFetcher(false, Duration.ofSeconds(5))));
        return agent.asking(new Says()).offering(tools.toArray(Tool[]::new));
    }

    @Override
    public RunReport run(AgentHarness agent) throws InterruptedException {
        try {
            return agent.run(
                    worker(),
                    new AgentTask(
                            "do it", Optional.empty(), new Goal.WholeWork(), Mode.INTERACTIVE));
        } finally {
            close(agent);
        }
    }

    @Override
    public RunReport resume(AgentHarness agent) throws InterruptedException {
        try {
            return agent.resume(worker(), Mode.INTERACTIVE);
        } finally {
            close(agent);
        }
    }

    private void close(AgentHarness agent) {
        for (AutoCloseable each : open.getOrDefault(agent, List.of())) {
            try {
                each.close();
            } catch (Exception fault) {
                throw new IllegalStateException(fault);
            }
        }
        open.remove(agent);
    }

    private record NoChecks() implements ProjectChecks {
        @Override
        public Optional<String> testCommand() {
            return Optional.empty();
        }

        @Override
        public Tested test() {
            return new Tested(true, "");
        }

        @Override
        public List<String> standing(Spec spec) {
            return List.of();
        }
    }
}
