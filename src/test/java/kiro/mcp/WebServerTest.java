package kiro.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kiro.mcp.ServerSettings.Access;
import kiro.mcp.ServerSettings.OAuthClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Servers on the network.
@Timeout(30)
@Tag("mcp#AC-16")
class WebServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir Path folder;

    @Test
    void a_server_is_met_called_and_left_as_a_session_of_its_own() throws Exception {
        try (WebServer server = WebServer.start().open()) {
            try (McpBench bench = McpBench.of(folder, settings(server.uri().toString()))) {
                assertThat(bench.remarks()).isEmpty();
                assertThat(bench.call("mcp__web__echo", "{}").text()).contains("over the network");
            }
            assertThat(server.seen())
                    .containsSubsequence(
                            "initialize",
                            "notifications/initialized",
                            "tools/list",
                            "tools/call",
                            "session ended");
        }
    }

    @Test
    void an_answer_need_not_be_a_stream_of_events() throws Exception {
        try (WebServer server = WebServer.start().open().withoutEvents();
                McpBench bench = McpBench.of(folder, settings(server.uri().toString()))) {
            assertThat(bench.call("mcp__web__echo", "{}").text()).contains("over the network");
        }
    }

    @Test
    void a_server_that_wants_to_know_who_asks_says_how_to_sign_in() throws Exception {
        try (WebServer server = WebServer.start();
                McpBench bench = McpBench.of(folder, settings(server.uri().toString()))) {
            assertThat(bench.remarks())
                    .containsExactly(
                            "the MCP server 'web' could not be started: it wants to know who asks (status 401): run 'kiro mcp"
                                    + " login web'");
        }
    }

    @Test
    void one_where_nobody_answers_or_whose_words_others_could_read_is_named() throws Exception {
        String gone;
        try (WebServer server = WebServer.start()) {
            gone = server.uri().toString();
        }
        try (McpBench bench = McpBench.of(folder, settings(gone))) {
            assertThat(bench.remarks())
                    .containsExactly(
                            "the MCP server 'web' could not be started: nobody answers at its address");
        }
        try (McpBench bench = McpBench.of(folder, settings("http://example.com/mcp"))) {
            assertThat(bench.remarks())
                    .singleElement()
                    .asString()
                    .contains("its address has to begin with https://");
        }
    }

    private static ServerSettings settings(String url) {
        return new ServerSettings(
                "web",
                "mcp.yaml:1",
                false,
                new Access.Address(url, Map.of(), OAuthClient.UNKNOWN),
                false,
                ServerSettings.Tools.ALL,
                new ServerSettings.Limits(LIMIT, LIMIT));
    }
}
