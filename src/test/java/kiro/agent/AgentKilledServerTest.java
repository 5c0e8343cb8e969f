package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.mcp.ShellServer;
import kiro.testing.MemoryFolder;
import kiro.testing.TemporaryWorkspace;
import kiro.tool.FormAnswer;
import kiro.tool.Person;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is killed at each of its records while a server works for it, and asks the person. What goes on with it has a new server.
class AgentKilledServerTest {
    private static final String PLAN =
            "{\"title\":\"t\",\"steps\":[{\"action\":\"do\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}]}";

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    /// A server does something, and something else once the person has answered it.
    static final class Asking extends LivingWork {
        private static final String SERVER =
                ShellServer.of(ShellServer.tool("do", false), ShellServer.tool("ask", false))
                        .does(
                                "do",
                                "echo server >> ../outside/effects; echo x > server.txt",
                                "done")
                        .asks(
                                "ask",
                                "Who?",
                                "{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":{\"type\":\"string\"}}}",
                                "echo \"$line\" | grep -q Ada && { echo asked >> ../outside/effects; echo x > asked.txt; }")
                        .script();

        @Override
        Worker worker() {
            return new Worker(
                    PLAN,
                    List.of(
                            List.of(
                                    Worker.Action.making("server.txt", "mcp__s__do", "{}"),
                                    Worker.Action.making("asked.txt", "mcp__s__ask", "{}"),
                                    Worker.Action.of(
                                            "write_file",
                                            "{\"path\":\"made.txt\",\"content\":\"m\\n\"}"))));
        }

        @Override
        void prepare(TemporaryWorkspace workspace) {
            workspace.with("server.sh", SERVER);
        }

        @Override
        Optional<String> server() {
            return Optional.of("server.sh");
        }

        @Override
        Person person() {
            return form -> new FormAnswer.Given(Map.of("name", List.of("Ada")));
        }
    }

    @Test
    @Tag("sessions#AC-15")
    @Tag("sessions#AC-16")
    void a_run_with_a_server_that_asks_is_killed_anywhere_and_repeats_nothing() throws Exception {
        var kills = new Kills(folder, new Asking());

        assertThat(kills.faults()).isEmpty();

        assertThat(Kills.left(folder.resolve("whole")).get("outside/effects"))
                .isEqualTo("[asked, server]");
        assertThat(KilledProgram.goesOn(folder.toRealPath())).isEmpty();
    }
}
