package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.mcp.ShellServer;
import kiro.session.Event;
import kiro.testing.MemoryFolder;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs are killed with SIGKILL whose work goes on in other processes, which die with them or live on a moment: of these no copy of
/// a folder tells. Killed are those in which such work begins or ends, after the intent and after the answer.
class AgentKilledProcessesTest {
    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    /// A server and a command in the background.
    static final class Living extends LivingWork {
        private static final String SERVER =
                ShellServer.of(ShellServer.tool("do", false))
                        .does(
                                "do",
                                "echo server >> ../outside/effects; echo x > server.txt",
                                "done")
                        .script();

        @Override
        Worker worker() {
            return new Worker(
                    "{\"title\":\"t\",\"steps\":[{\"action\":\"do\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}]}",
                    List.of(
                            List.of(
                                    Worker.Action.making(
                                            "background.txt",
                                            "start_command",
                                            "{\"command\":\"echo b >> background.txt; echo begun; sleep 300\"}"),
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
        void prepare(TemporaryWorkspace workspace) {
            workspace
                    .with("server.sh", SERVER)
                    .with(
                            "ensure.sh",
                            "for n in 1 2 3 4 5 6 7 8 9 10; do [ -e background.txt ] && exit; sleep 0.1; done; echo b >> background.txt\n");
        }

        @Override
        Optional<String> server() {
            return Optional.of("server.sh");
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

        List<String> faults =
                Kills.each(
                        List.of(
                                KilledProgram.place(
                                        events, Event.ToolIntended.class, "start_command"),
                                KilledProgram.place(
                                        events, Event.ToolFinished.class, "start_command"),
                                KilledProgram.place(events, Event.ToolIntended.class, "mcp__s__do"),
                                KilledProgram.place(
                                        events, Event.ToolFinished.class, "mcp__s__do")),
                        after -> {
                            Path killed = folder.resolve("process-" + after);
                            KilledProgram.kill(killed, Living.class, after);
                            assertThat(KilledProgram.goesOn(killed))
                                    .as("killed at %d", after)
                                    .isEmpty();
                            return Kills.faults("killed at " + after, new Living(), killed, wanted);
                        });

        assertThat(faults).isEmpty();
        assertThat(wanted.get("outside/effects")).isEqualTo("[server]");
    }
}
