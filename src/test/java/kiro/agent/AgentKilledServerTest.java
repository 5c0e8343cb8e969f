package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @TempDir private Path folder;

    /// A server does something, and something else once the person has answered it.
    static final class Asking extends LivingWork {
        private static final String SERVER =
                """
                reply() { printf '{"jsonrpc":"2.0","id":"%s","result":%s}\\n' "$id" "$1"; }
                while IFS= read -r line; do
                  id=$(printf '%s' "$line" | sed -n 's/.*"id":"\\([^"]*\\)".*/\\1/p')
                  case "$line" in
                    *'"method":"initialize"'*) reply '{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"s","version":"1"}}' ;;
                    *'"method":"tools/list"'*) reply '{"tools":[{"name":"do","description":"does","inputSchema":{"type":"object"}},{"name":"ask","description":"asks","inputSchema":{"type":"object"}}]}' ;;
                    *'"name":"do"'*) echo server >> ../outside/effects; echo x > server.txt; reply '{"content":[{"type":"text","text":"done"}]}' ;;
                    *'"name":"ask"'*) asked=$id; printf '{"jsonrpc":"2.0","id":7,"method":"elicitation/create","params":{"message":"Who?","requestedSchema":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}}\\n' ;;
                    *'"id":7'*) id=$asked; echo "$line" | grep -q Ada && { echo asked >> ../outside/effects; echo x > asked.txt; }; reply '{"content":[{"type":"text","text":"done"}]}' ;;
                  esac
                done
                """;

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
