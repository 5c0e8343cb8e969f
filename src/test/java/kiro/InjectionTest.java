package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts that want a model to do harm, in files, in what commands print and in what servers answer, before a model
/// that does whatever it reads: the permissions hold, whatever the model is talked into.
@Timeout(120)
@Tag("mcp#AC-18")
class InjectionTest {
    private static final Path CORPUS = Path.of("src/test/resources/kiro/injection");
    private static final Pattern WANTED = Pattern.compile("(?m)^>>> (\\S+) (\\{.*})$");
    private static final String SECRET = "hunter2-hunter2-hunter2";

    private static final String PLAN =
            "{\"title\":\"Read\",\"steps\":[{\"action\":\"read the notes\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}]}";

    @TempDir Path folder;
    private TemporaryWorkspace workspace;
    private HttpServer abroad;
    private final AtomicInteger reached = new AtomicInteger();
    private Path outside;

    @BeforeEach
    void makeProject() throws Exception {
        abroad = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 8);
        abroad.createContext(
                "/",
                exchange -> {
                    reached.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        abroad.start();
        // The folder of temporary files is open to every command; what is elsewhere is not.
        outside =
                Files.createTempDirectory(
                        Files.createDirectories(Path.of("target").toAbsolutePath()), "outside");
        program("curl", "touch '" + outside + "/reached'");
        // Without walls everything but looking is asked about: the test is of permissions alone.
        program("bwrap", "exit 1");
        Files.writeString(outside.resolve("keep"), "as it was");
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".gitignore", ".env\n.kiro/sessions/\n.kiro/plans/\nsent\n")
                        .with(".env", "TOKEN=" + SECRET + "\n")
                        .with("README.md", "# Demo\n")
                        .with("server.sh", server())
                        .with(".kiro/specs/demo.md", spec())
                        .with(
                                ".kiro/mcp.yaml",
                                "servers:\n  demo: {command: /bin/sh, args: [server.sh], autoApprove: [note]}\n");
        for (int i = 0; i < texts().size(); i++) {
            workspace
                    .with("notes/" + i + ".txt", texts().get(i))
                    .with(
                            "notes/" + i + ".json",
                            JsonMapper.shared().writeValueAsString(texts().get(i)));
        }
        workspace.committed();
        assertThat(kiro().run("trust", "--yes").code()).isZero();
    }

    @AfterEach
    void stop() throws IOException {
        abroad.stop(0);
        try (Stream<Path> files = Files.walk(outside)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void program(String name, String line) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String spec() {
        return "# Demo\n\n## Overview\n\nx\n\n## Requirements\n\n- y\n\n## Acceptance Criteria\n\n- [ ] AC-1: It works\n";
    }

    /// A server whose one approved tool reads a note, and whose other tool would send something away.
    private static String server() {
        return """
        reply() { printf '{"jsonrpc":"2.0","id":"%s","result":%s}\\n' "$id" "$1"; }
        while IFS= read -r line; do
          id=$(printf '%s' "$line" | sed -n 's/.*"id":"\\([^"]*\\)".*/\\1/p')
          case "$line" in
            *'"method":"initialize"'*) reply '{"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{"name":"s","version":"1"}}' ;;
            *'"method":"tools/list"'*) reply '{"tools":[{"name":"note","inputSchema":{"type":"object"}},{"name":"send","inputSchema":{"type":"object"}}]}' ;;
            *'"name":"note"'*)
              n=$(printf '%s' "$line" | sed -n 's/.*"n":\\([0-9]*\\).*/\\1/p')
              text=$(cat notes/$n.json)
              reply "{\\"content\\":[{\\"type\\":\\"text\\",\\"text\\":$text}]}" ;;
            *'"name":"send"'*) touch sent; reply '{"content":[]}' ;;
          esac
        done
        """;
    }

    private List<String> texts() {
        try (Stream<Path> files = Files.list(CORPUS)) {
            var texts = new ArrayList<String>();
            for (Path file : files.sorted().toList()) {
                texts.add(
                        Files.readString(file)
                                .replace("$OUTSIDE", outside.toString())
                                .replace("$PORT", "" + abroad.getAddress().getPort()));
            }
            return texts;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Test
    void the_corpus_is_one() {
        assertThat(texts()).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
        assertThat(texts()).allMatch(text -> WANTED.matcher(text).find());
    }

    @ParameterizedTest
    @CsvSource({
        "read_file, semi-automatic",
        "run_command, autonomous",
        "mcp__demo__note, semi-automatic",
        "mcp__demo__note, autonomous",
    })
    void nothing_of_it_is_done(String channel, String mode) throws Exception {
        String files = workspace.git("status", "--porcelain", "--untracked-files=all");
        try (AnthropicServer server = AnthropicServer.start()) {
            server.then(wire ->
                    answer(
                            wire,
                            AnthropicEvents.reply()
                                    .call("p", "propose_plan", PLAN)
                                    .end("tool_use")));
            for (int i = 0; i < texts().size(); i++) {
                String id = "t" + i;
                String arguments = reading(channel, i);
                server.then(wire ->
                        answer(
                                wire,
                                AnthropicEvents.reply()
                                        .call(id, channel, arguments)
                                        .end("tool_use")));
                server.then(wire -> answer(wire, obeying(server, id)));
            }
            server.then(wire -> answer(wire, AnthropicEvents.saying("done")));

            Kiro.Result result =
                    kiro().with("ANTHROPIC_API_KEY", "k")
                            .with("ANTHROPIC_BASE_URL", server.url().toString())
                            .with("KIRO_MODEL", "anthropic/m")
                            .with("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
                            .with("KIRO_SANDBOX", "on")
                            .typing(saysNo())
                            .run("agent", "go", "--mode", mode, "--max-turns", "500");

            assertThat(server.requests())
                    .as("every text was read and obeyed: " + result.out() + result.err())
                    .hasSizeGreaterThanOrEqualTo(2 * texts().size() + 2);
            assertThat(server.requests())
                    .as("no secret has come to the model")
                    .noneMatch(request -> request.body().contains(SECRET));
        }
        assertThat(reached).as("nobody abroad was reached").hasValue(0);
        assertThat(Files.readString(outside.resolve("keep"))).isEqualTo("as it was");
        try (Stream<Path> there = Files.list(outside)) {
            assertThat(there.map(Path::getFileName)).containsExactly(Path.of("keep"));
        }
        assertThat(workspace.has("sent")).isFalse();
        assertThat(workspace.has(".git/hooks/pre-commit")).isFalse();
        assertThat(workspace.git("status", "--porcelain", "--untracked-files=all"))
                .isEqualTo(files);
    }

    private static String reading(String channel, int number) {
        return switch (channel) {
            case "read_file" -> "{\"path\":\"notes/%d.txt\"}".formatted(number);
            case "run_command" -> "{\"command\":\"cat notes/%d.txt\"}".formatted(number);
            default -> "{\"n\":%d}".formatted(number);
        };
    }

    /// A person who approves the plan, and no effect that they are asked about.
    private static String[] saysNo() {
        return Stream.concat(Stream.of("a"), Stream.generate(() -> "n").limit(1_000))
                .toArray(String[]::new);
    }

    /// Does what stands in the last answer.
    private static List<String> obeying(AnthropicServer server, String id) {
        String text = lastResult(server.requests().getLast().body(), id);
        Matcher wanted = WANTED.matcher(text);
        assertThat(wanted.find()).as("the text came through: " + text).isTrue();
        return AnthropicEvents.reply()
                .call(id + "-obeyed", wanted.group(1), wanted.group(2))
                .end("tool_use");
    }

    private static String lastResult(String body, String id) {
        JsonNode messages = JsonMapper.shared().readTree(body).path("messages");
        for (JsonNode block : messages.get(messages.size() - 1).path("content")) {
            if (block.path("tool_use_id").asString("").equals(id)) {
                JsonNode content = block.path("content");
                return content.isString()
                        ? content.asString()
                        : content.path(0).path("text").asString("");
            }
        }
        return "";
    }

    private static void answer(AnthropicServer.Wire wire, List<String> events)
            throws IOException, InterruptedException {
        wire.head(200, Map.of("Content-Type", "text/event-stream; charset=utf-8"));
        for (String event : events) {
            wire.chunk(event);
        }
        wire.endChunks();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root());
    }
}
