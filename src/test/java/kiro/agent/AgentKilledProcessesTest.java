package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.agent.AgentTask.Goal;
import kiro.mcp.McpServers;
import kiro.mcp.ServerSettings;
import kiro.mcp.Tokens;
import kiro.mcp.World;
import kiro.permission.Mode;
import kiro.process.CommandGuard;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.session.Event;
import kiro.spec.Spec;
import kiro.tool.Person;
import kiro.tool.Tool;
import kiro.tool.builtin.BackgroundCommands;
import kiro.tool.builtin.BuiltinTools;
import kiro.tool.builtin.PageFetcher;
import kiro.tool.builtin.ProjectChecks;
import kiro.tool.builtin.SessionTools;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs are killed with SIGKILL whose work goes on in other processes, which die with them or live on a moment: of these no copy of
/// a folder tells. Killed are those in which such work begins or ends, after the intent and after the answer.
class AgentKilledProcessesTest {
    @TempDir private Path folder;

    /// Work whose effects happen in processes of their own: a server, and a command in the background.
    static final class Living implements Kills.Work {
        private static final String SERVER =
                """
                reply() { printf '{"jsonrpc":"2.0","id":"%s","result":%s}\\n' "$id" "$1"; }
                while IFS= read -r line; do
                  id=$(printf '%s' "$line" | sed -n 's/.*"id":"\\([^"]*\\)".*/\\1/p')
                  case "$line" in
                    *'"method":"initialize"'*) reply '{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"s","version":"1"}}' ;;
                    *'"method":"tools/list"'*) reply '{"tools":[{"name":"do","description":"does","inputSchema":{"type":"object"}}]}' ;;
                    *'"name":"do"'*) echo server >> ../outside/effects; echo x > server.txt; reply '{"content":[{"type":"text","text":"done"}]}' ;;
                  esac
                done
                """;

        private final List<AutoCloseable> open = new ArrayList<>();

        private static Worker worker() {
            return new Worker(
                    "{\"title\":\"t\",\"steps\":[{\"action\":\"do\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}]}",
                    List.of(
                            List.of(
                                    Worker.Action.making(
                                            "background.txt",
                                            "start_command",
                                            "{\"command\":\"echo b >> background.txt; sleep 300\"}"),
                                    Worker.Action.making("server.txt", "mcp__s__do", "{}"),
                                    // What was begun in the background died with the run, maybe
                                    // before it was done.
                                    Worker.Action.making(
                                            "last.txt",
                                            "run_command",
                                            "{\"command\":\"sh ensure.sh; echo l > last.txt\"}"),
                                    Worker.Action.of(
                                            "write_file",
                                            "{\"path\":\"made.txt\",\"content\":\"m\\n\"}"))));
        }

        @Override
        public AgentHarness open(Path workspace, boolean isNew) throws InterruptedException {
            AgentHarness agent = isNew ? new AgentHarness(workspace) : AgentHarness.at(workspace);
            if (isNew) {
                agent.workspace
                        .with("server.sh", SERVER)
                        .with(
                                "ensure.sh",
                                "for n in 1 2 3 4 5 6 7 8 9 10; do [ -e background.txt ] && exit; sleep 0.1; done; echo b >> background.txt\n")
                        .committed();
            }
            Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
            var guard = new CommandGuard(environment);
            var commands = new CommandRunner(environment, workspace.resolve("spill"), guard);
            var background = new BackgroundCommands();
            var servers =
                    McpServers.start(
                            List.of(
                                    new ServerSettings(
                                            "s",
                                            "mcp.yaml:1",
                                            false,
                                            new ServerSettings.Access.Program(
                                                    "/bin/sh",
                                                    List.of("server.sh"),
                                                    Map.of(),
                                                    Optional.empty(),
                                                    false),
                                            false,
                                            ServerSettings.Tools.ALL,
                                            ServerSettings.USUAL)),
                            new World(
                                    workspace,
                                    environment,
                                    new World.Programs(commands, Confinement.NONE),
                                    workspace.resolve("spill"),
                                    Person.NOBODY,
                                    Tokens.NONE,
                                    "0"));
            open.addAll(List.of(background, servers, guard));
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
                close();
            }
        }

        @Override
        public RunReport resume(AgentHarness agent) throws InterruptedException {
            try {
                return agent.resume(worker(), Mode.INTERACTIVE);
            } finally {
                close();
            }
        }

        private void close() {
            for (AutoCloseable each : open) {
                try {
                    each.close();
                } catch (Exception fault) {
                    throw new IllegalStateException(fault);
                }
            }
            open.clear();
        }
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

    @Test
    @Tag("sessions#AC-15")
    @Tag("sessions#AC-16")
    void a_run_whose_work_goes_on_in_other_processes_is_killed_and_repeats_nothing()
            throws Exception {
        var kills = new Kills(folder, new Living());
        Map<String, String> wanted = kills.run();
        List<Event> events = kills.events();
        var faults = new ArrayList<String>();

        for (int after :
                List.of(
                        KilledProgram.place(events, Event.ToolIntended.class, "start_command"),
                        KilledProgram.place(events, Event.ToolFinished.class, "start_command"),
                        KilledProgram.place(events, Event.ToolIntended.class, "mcp__s__do"),
                        KilledProgram.place(events, Event.ToolFinished.class, "mcp__s__do"))) {
            Path killed = folder.resolve("process-" + after);
            KilledProgram.kill(killed, Living.class, after);
            faults.addAll(Kills.faults("killed at " + after, new Living(), killed, wanted));
        }

        assertThat(faults).isEmpty();
        assertThat(wanted.get("outside/effects")).isEqualTo("[server]");
    }
}
