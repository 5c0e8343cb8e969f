package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import kiro.testing.NpmServers;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Servers as they are published on npm: the reference servers of the protocol, over both transports.
@Timeout(60)
@Tag("mcp#AC-19")
class RealServersTest {
    private static NpmServers npm;
    private static Process web;
    private static int port;

    @TempDir Path folder;
    private TemporaryWorkspace workspace;

    @BeforeAll
    static void install() throws Exception {
        npm = NpmServers.installed();
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var builder =
                new ProcessBuilder(
                        "node", npm.script("server-everything").toString(), "streamableHttp");
        builder.environment().put("PORT", String.valueOf(port));
        web =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
    }

    @AfterAll
    static void end() {
        web.destroyForcibly();
    }

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", "script.jsonl\n.kiro/sessions/\n")
                        .with("notes.txt", "seven\n")
                        .with(".kiro/config.yaml", "mcp:\n  start-wait: 30s\n")
                        .with(
                                ".kiro/mcp.yaml",
                                """
                                servers:
                                  everything:
                                    command: node
                                    args: ['%s', stdio]
                                    autoApprove: ['*']
                                  files:
                                    command: node
                                    args: ['%s', .]
                                    autoApprove: ['*']
                                  web:
                                    url: http://127.0.0.1:%d/mcp
                                    autoApprove: ['*']
                                  broken:
                                    command: node
                                    args: [-e, "console.error('no database'); process.exit(3)"]
                                """
                                        .formatted(
                                                npm.script("server-everything"),
                                                npm.script("server-filesystem"),
                                                port))
                        .with(
                                ".kiro/settings/mcp.json",
                                """
                                {"mcpServers": {"memory": {
                                  "command": "node",
                                  "args": ["%s"],
                                  "env": {"MEMORY_FILE_PATH": "${GRAPH}"},
                                  "autoApprove": ["read_graph", "create_entities"]}}}
                                """
                                        .formatted(npm.script("server-memory")))
                        .committed();
        assertThat(kiro().run("trust", "--yes").code()).isZero();
        await(() -> isListening());
    }

    @Test
    void they_introduce_themselves_and_the_one_that_cannot_start_is_named_with_its_words()
            throws Exception {
        Kiro.Result result = kiro().run("mcp", "doctor", "--json");

        JsonNode servers = new JsonMapper().readTree(result.out()).get("servers");
        assertThat(servers)
                .extracting(each -> each.get("name").asString() + " " + each.path("works"))
                .containsExactlyInAnyOrder(
                        "everything true", "files true", "web true", "broken false", "memory true");
        assertThat(result.out()).contains("no database").contains("trigger-elicitation-request");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void a_model_works_with_their_tools_resources_and_prompts() {
        workspace.with(
                "script.jsonl",
                ScriptLines.all(
                        ScriptLines.call("c1", "mcp__everything__get-sum", "{\"a\":2,\"b\":3}"),
                        ScriptLines.call("c2", "mcp__web__echo", "{\"message\":\"over http\"}"),
                        ScriptLines.call(
                                "c3", "mcp__files__read_text_file", "{\"path\":\"notes.txt\"}"),
                        ScriptLines.call(
                                "c4", "mcp__files__read_text_file", "{\"path\":\"/etc/passwd\"}"),
                        ScriptLines.call(
                                "c5",
                                "mcp__files__write_file",
                                "{\"path\":\"made.txt\",\"content\":\"by a server\"}"),
                        ScriptLines.call(
                                "c6",
                                "mcp__memory__create_entities",
                                "{\"entities\":[{\"name\":\"Ada\",\"entityType\":\"person\",\"observations\":[\"x\"]}]}"),
                        ScriptLines.call(
                                "c7",
                                "mcp_read_resource",
                                "{\"server\":\"everything\",\"uri\":\"demo://resource/static/document/features.md\"}"),
                        ScriptLines.call(
                                "c8",
                                "mcp_get_prompt",
                                "{\"server\":\"web\",\"prompt\":\"args-prompt\",\"arguments\":{\"city\":\"Rome\"}}"),
                        ScriptLines.call("c9", "mcp__web__get-tiny-image", "{}"),
                        ScriptLines.says("done")));

        Kiro.Result result =
                kiro().run(
                                "chat",
                                "go",
                                "--model",
                                "scripted/script.jsonl",
                                "--mode",
                                "autonomous");

        assertThat(result.out()).doesNotContain("has not introduced itself");
        assertThat(session())
                .contains("The sum of 2 and 3 is 5.")
                .contains("Echo: over http")
                .contains("seven")
                .contains("Access denied - path outside allowed directories")
                .contains("# Everything Server")
                .contains("Rome")
                .contains("[an image, image/png, 4,033 bytes, kept in ");
        assertThat(folder.resolve("graph.json")).content().contains("Ada");
        assertThat(workspace.read("made.txt")).isEqualTo("by a server");
        assertThat(kiro().run("undo").code()).isZero();
        assertThat(workspace.has("made.txt")).isFalse();
    }

    @Test
    void a_long_form_is_answered_at_the_terminal() throws Exception {
        workspace.with(
                "script.jsonl",
                ScriptLines.all(
                        ScriptLines.call(
                                "c1", "mcp__everything__trigger-elicitation-request", "{}"),
                        ScriptLines.says("all told")));
        LiveKiro kiro =
                LiveKiro.in(workspace.root(), 100)
                        .with("GRAPH", folder.resolve("graph.json").toString())
                        .start("chat", "go", "--model", "scripted/script.jsonl");

        kiro.sees("its questions: [a]nswer").press("a");
        kiro.sees("String>").type("Ada\r");
        kiro.sees("Boolean>").type("y\r");
        kiro.sees("String with default>").type("\r");
        kiro.sees("String with email format>").type("ada\r");
        kiro.sees("that is no answer to it: it takes an address of mail").type("ada@example.com\r");
        kiro.sees("String with uri format>").type("\r");
        kiro.sees("String with date format>").type("\r");
        kiro.sees("Integer>").type("101\r");
        kiro.sees("it takes a whole number, 1 to 100").type("7\r");
        kiro.sees("Number in range 1-1000>").type("\r");
        kiro.sees("Untitled Single Select Enum>").type("Joey\r");
        kiro.sees("Untitled Multiple Select Enum>").type("Guitar, Drums\r");
        kiro.sees("Titled Single Select Enum>").type("wonder woman\r");
        kiro.sees("Titled Multiple Select Enum>").type("\r");
        kiro.sees("Legacy Titled Single Select Enum>").type("\r");
        kiro.sees("send this: [y]es").press("y");
        kiro.sees("all told").press("/quit\r");

        assertThat(kiro.ends()).isZero();
        assertThat(session())
                .contains("- Name: Ada")
                .contains("- Agreed to terms: true")
                .contains("- Email: ada@example.com")
                .contains("- Favorite Integer: 7")
                .contains("hero-3")
                .contains("Guitar");
    }

    @Test
    void one_that_is_killed_in_the_middle_of_a_call_is_started_again() throws Exception {
        workspace.with(
                "script.jsonl",
                ScriptLines.all(
                        ScriptLines.call(
                                "c1",
                                "mcp__everything__trigger-long-running-operation",
                                "{\"duration\":60,\"steps\":3}"),
                        ScriptLines.call(
                                "c2", "mcp__everything__echo", "{\"message\":\"back again\"}"),
                        ScriptLines.says("done")));
        var run =
                CompletableFuture.supplyAsync(() ->
                        kiro().run(
                                        "chat",
                                        "go",
                                        "--model",
                                        "scripted/script.jsonl",
                                        "--mode",
                                        "autonomous"));
        await(() -> session().contains("tool-intended"));

        mine().forEach(ProcessHandle::destroyForcibly);

        assertThat(run.get(30, TimeUnit.SECONDS).code()).isZero();
        assertThat(session()).contains("it ended with exit code 137").contains("Echo: back again");
        await(() -> mine().findAny().isEmpty());
    }

    /// The servers that this test has started: they stand in no other test's folder.
    private Stream<ProcessHandle> mine() {
        return ProcessHandle.current()
                .descendants()
                .filter(each ->
                        each.info().commandLine().orElse("").contains("server-everything")
                                && each.pid() != web.pid());
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root()).with("GRAPH", folder.resolve("graph.json").toString());
    }

    private static boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String session() {
        Path sessions = workspace.root().resolve(".kiro/sessions");
        if (!Files.isDirectory(sessions)) {
            return "";
        }
        try (var files = Files.walk(sessions)) {
            var text = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.endsWith("events.jsonl")).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
