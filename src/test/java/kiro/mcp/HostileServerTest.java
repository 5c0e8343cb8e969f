package kiro.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kiro.testing.Processes;
import kiro.tool.Person;
import kiro.tool.ToolResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Servers that do not do what they should: each is named with its own words, and the others go on.
@Timeout(30)
@Tag("mcp#AC-6")
class HostileServerTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    @TempDir Path folder;

    @Test
    void one_that_crashes_at_its_start_is_named_with_what_it_printed() throws Exception {
        assertThat(remarks(new ShellServer().first("echo 'no API key' >&2; exit 3")))
                .containsExactly(
                        "the MCP server 'bad' could not be started: it ended with exit code 3; it printed: no API key");
    }

    @Test
    void one_that_is_not_there_is_named() throws Exception {
        ServerSettings settings = new ShellServer().in(folder, "bad");
        var missing =
                new ServerSettings(
                        "bad",
                        settings.place(),
                        false,
                        new ServerSettings.Access.Program(
                                "no-such-server",
                                List.of(),
                                java.util.Map.of(),
                                java.util.Optional.empty(),
                                false),
                        false,
                        ServerSettings.Tools.ALL,
                        settings.limits());
        try (McpBench bench = McpBench.of(folder, missing)) {
            assertThat(bench.remarks())
                    .singleElement()
                    .asString()
                    .startsWith("the MCP server 'bad' could not be started: there is no program");
        }
    }

    @Test
    void one_that_says_nothing_is_given_up_at_its_limit() throws Exception {
        assertThat(remarks(new ShellServer().first("echo starting >&2")))
                .containsExactly(
                        "the MCP server 'bad' could not be started: it did not answer within 0.7 seconds; it printed: starting");
    }

    @Test
    void one_that_speaks_another_protocol_is_named_with_it() throws Exception {
        assertThat(
                        remarks(
                                ShellServer.proper()
                                        .on(
                                                "\"method\":\"initialize\"",
                                                "reply '"
                                                        + ShellServer.INTRODUCTION.replace(
                                                                "2025-06-18", "1999-01-01")
                                                        + "'")))
                .containsExactly(
                        "the MCP server 'bad' could not be started: it speaks a version of the protocol that kiro does not:"
                                + " 1999-01-01");
    }

    @Test
    void one_that_refuses_the_handshake_is_named_with_its_reason() throws Exception {
        assertThat(remarks(new ShellServer().on("\"method\":\"initialize\"", "refuse 'not today'")))
                .containsExactly(
                        "the MCP server 'bad' could not be started: not today (code -32000)");
    }

    @Test
    void what_is_no_message_is_passed_over() throws Exception {
        var server = ShellServer.proper().first("echo 'Welcome!'; echo '{\"a\":1}'; echo '[]'");
        try (McpBench bench = McpBench.of(folder, server.in(folder, "chatty"))) {
            assertThat(bench.remarks()).isEmpty();
            assertThat(bench.call("mcp__chatty__echo", "{}").text()).contains("echoed");
        }
    }

    @Test
    void one_that_prints_what_is_no_message_without_end_is_ended() throws Exception {
        assertThat(remarks(new ShellServer().first("yes garbage"), Duration.ofSeconds(20)))
                .singleElement()
                .asString()
                .startsWith(
                        "the MCP server 'bad' could not be started: it prints what is no message without end; it printed: [on standard"
                                + " output] garbage");
    }

    @Test
    void one_that_sends_a_message_without_end_is_ended() throws Exception {
        assertThat(
                        remarks(
                                new ShellServer().first("tr '\\0' 'x' </dev/zero"),
                                Duration.ofSeconds(20)))
                .containsExactly(
                        "the MCP server 'bad' could not be started: it sent a message of more than 32 MB");
    }

    @Test
    void one_that_sends_notices_without_end_is_ended() throws Exception {
        assertThat(
                        remarks(
                                new ShellServer()
                                        .first(
                                                "yes '{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}'"),
                                Duration.ofSeconds(20)))
                .containsExactly(
                        "the MCP server 'bad' could not be started: it sends messages without end that nobody asked for");
    }

    @Test
    void one_that_dies_in_the_middle_of_a_call_leaves_the_outcome_open() throws Exception {
        var server =
                ShellServer.proper().on("\"name\":\"echo\"", "echo 'out of memory' >&2; exit 9");
        try (McpBench bench = McpBench.of(folder, server.in(folder, "frail"))) {
            assertThat(bench.call("mcp__frail__echo", "{}"))
                    .isEqualTo(
                            new ToolResult.Unsuccessful(
                                    """
                                    the MCP server 'frail': it ended with exit code 9; it printed: out of memory
                                    whether the call did anything is not known: look before you repeat it, or go on without it\
                                    """));
            assertThat(bench.call("mcp__frail__look", "{}").text())
                    .as("it is started anew")
                    .contains("seen");
        }
    }

    @Test
    void one_that_dies_again_and_again_is_left_alone() throws Exception {
        var server = ShellServer.proper().on("\"name\":\"echo\"", "exit 9");
        try (McpBench bench = McpBench.of(folder, server.in(folder, "frail"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(bench.call("mcp__frail__echo", "{}").text())
                        .contains("it ended with exit code 9");
            }
            assertThat(bench.call("mcp__frail__look", "{}"))
                    .isEqualTo(
                            new ToolResult.Failed(
                                    "the MCP server 'frail': it has failed 3 times, and is not started again\ngo on without it"));
        }
    }

    @Test
    void one_that_does_not_answer_a_call_is_told_that_nobody_waits_any_more() throws Exception {
        var server =
                ShellServer.proper()
                        .on("\"name\":\"echo\"", ":")
                        .on("notifications/cancelled", "printf '%s' \"$line\" >cancelled");
        try (McpBench bench = McpBench.of(folder, server.in(folder, "slow", SHORT))) {
            ToolResult result = bench.call("mcp__slow__echo", "{}");
            assertThat(result).isInstanceOf(ToolResult.Unsuccessful.class);
            assertThat(result.text())
                    .startsWith("the MCP server 'slow': it did not answer within 0.7 seconds\n");
            assertThat(bench.call("mcp__slow__look", "{}").text()).contains("seen");
        }
        assertThat(Files.readString(folder.resolve("cancelled"))).contains("\"requestId\"");
    }

    @Test
    void a_huge_answer_is_cut_and_kept_whole_in_a_file() throws Exception {
        var server =
                ShellServer.proper()
                        .on(
                                "\"name\":\"echo\"",
                                "big=$(head -c 200000 /dev/zero | tr '\\0' 'x');"
                                        + " printf '{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}}\\n'"
                                        + " \"$id\" \"$big\"");
        try (McpBench bench = McpBench.of(folder, server.in(folder, "big"))) {
            String text = bench.call("mcp__big__echo", "{}").text();
            assertThat(text)
                    .hasSizeLessThan(41_000)
                    .contains("the whole, 200,000 characters, is in output/mcp-1.txt]");
            assertThat(folder.resolve("output/mcp-1.txt")).hasSize(200_000);
        }
    }

    @Test
    void one_that_is_late_is_reached_later_and_the_run_does_not_wait() throws Exception {
        var late = ShellServer.proper().first("sleep 2").in(folder, "late");
        var early = ShellServer.proper().in(folder, "early");
        long begun = System.nanoTime();
        try (McpBench bench =
                McpBench.of(folder, Duration.ofMillis(800), Person.NOBODY, late, early)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(bench.tools())
                    .containsExactly(
                            "mcp__early__echo",
                            "mcp__early__look",
                            "mcp_list",
                            "mcp_call",
                            "mcp_read_resource",
                            "mcp_get_prompt");
            assertThat(bench.remarks())
                    .containsExactly(
                            "the MCP server 'late' has not introduced itself within 0.8 seconds: the run begins without its tools,"
                                    + " which mcp_call reaches later");
            assertThat(bench.call("mcp_call", "{\"server\":\"late\",\"tool\":\"look\"}").text())
                    .contains("seen");
        }
    }

    @Test
    @Tag("mcp#AC-7")
    void nothing_of_a_server_is_left_when_the_run_is_closed() throws Exception {
        var stubborn =
                ShellServer.proper()
                        .first("trap '' TERM; sleep 91 & echo $! >child; echo $$ >leader")
                        .in(folder, "stubborn");
        var starting =
                new ShellServer().first("echo $$ >starting; exec sleep 92").in(folder, "starting");
        try (McpBench bench =
                McpBench.of(folder, Duration.ofSeconds(1), Person.NOBODY, stubborn, starting)) {
            assertThat(bench.tools()).contains("mcp__stubborn__echo");
        }
        for (String file : List.of("child", "leader", "starting")) {
            assertThat(Processes.hasEnded(pid(file))).as(file).isTrue();
        }
    }

    private long pid(String file) throws Exception {
        return Long.parseLong(Files.readString(folder.resolve(file)).strip());
    }

    private List<String> remarks(ShellServer bad) throws InterruptedException {
        return remarks(bad, SHORT);
    }

    /// What is said of a bad server, beside which a good one stays usable.
    private List<String> remarks(ShellServer bad, Duration limit) throws InterruptedException {
        ServerSettings good = ShellServer.proper().in(folder, "good");
        Duration bound = Duration.ofSeconds(25);
        try (McpBench bench =
                McpBench.of(folder, bound, Person.NOBODY, bad.in(folder, "bad", limit), good)) {
            assertThat(bench.call("mcp__good__look", "{}").text()).contains("seen");
            return bench.remarks();
        }
    }
}
