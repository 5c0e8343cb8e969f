package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a person is offered who has set no model.
@Timeout(60)
class FoundModelsTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @TempDir private Path folder;

    private AnthropicServer server;
    private TemporaryWorkspace workspace;
    private String nobody = "";

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("README.md", "# Demo\n");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + free.getLocalPort();
        }
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("OLLAMA_HOST", nobody)
                .with("ANTHROPIC_BASE_URL", server.url().toString())
                .with("AWS_EC2_METADATA_DISABLED", "true");
    }

    private static Kiro.Result run(Kiro kiro) {
        return kiro.run("agent", "do it now", "--mode", "autonomous");
    }

    private Path settings() {
        return folder.resolve("home/.kiro/config.yaml");
    }

    /// A run of a model that looks around and finds nothing to do.
    private void works() {
        server.thenReply(AnthropicEvents.reply().call("l", "list_directory", "{}").end("tool_use"))
                .thenReply(AnthropicEvents.saying("nothing to do"));
    }

    @Test
    @Tag("model-routing#AC-12")
    void what_is_here_is_offered_by_name_and_the_answer_is_kept_without_a_key() throws Exception {
        works();
        works();
        Kiro keyed = kiro().with("ANTHROPIC_API_KEY", "key-of-anthropic");

        Kiro.Result first = run(keyed.typing("7", "1"));

        assertThat(first.code()).as(first.out() + first.err()).isZero();
        assertThat(first.out())
                .startsWith(
                        """
                        no model is set, and these can be used:
                          1  anthropic  key of environment ANTHROPIC_API_KEY, at %s
                          2  built-in  no language model: it reads the structured parts of specs
                        """
                                .formatted(server.url()));
        assertThat(first.out() + first.err())
                .contains("'7' is none of them", "model: anthropic, in ~/.kiro/config.yaml");
        assertThat(Files.readString(settings()))
                .isEqualTo("model: anthropic\n")
                .doesNotContain("key-of");

        assertThat(run(keyed.typing("1")).out()).doesNotContain("these can be used");
    }

    @Test
    @Tag("model-routing#AC-12")
    void models_of_a_server_here_are_offered_each_by_its_name() throws IOException {
        server.thenStatus(
                200,
                JSON,
                "{\"models\":[{\"name\":\"nomic-embed-text\"},{\"name\":\"qwen3:8b\"}]}");

        Kiro.Result result =
                run(kiro().with("OLLAMA_HOST", server.url().toString()).typing("built-in"));

        assertThat(result.out())
                .contains("  1  ollama/qwen3:8b  at " + server.url() + "\n  2  built-in");
        assertThat(Files.readString(settings())).isEqualTo("model: built-in\n");
    }

    @Test
    @Tag("model-routing#AC-12")
    void a_server_that_does_not_answer_is_not_waited_for() {
        server.then(AnthropicServer.Wire::silence);
        long began = System.nanoTime();

        Kiro.Result result = run(kiro().with("OLLAMA_HOST", server.url().toString()).typing("1"));

        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
        assertThat(result.out()).doesNotContain("these can be used");
    }

    @Test
    @Tag("model-routing#AC-12")
    void who_does_not_answer_is_asked_again_and_who_has_said_it_is_not() {
        Kiro keyed = kiro().with("OPENAI_API_KEY", "key-of-openai");

        assertThat(run(keyed.typing("")).out()).contains("  1  openai  key of environment");
        assertThat(settings()).doesNotExist();
        assertThat(run(keyed.with("KIRO_MODEL", "built-in").typing("")).out())
                .doesNotContain("these can be used");
    }

    @Test
    @Tag("model-routing#AC-13")
    void nobody_is_asked_without_a_terminal_and_anthropics_key_leads_to_its_models() {
        works();

        Kiro.Result keyed = run(kiro().with("ANTHROPIC_API_KEY", "k"));
        Kiro.Result other = run(kiro().with("OPENAI_API_KEY", "k"));

        assertThat(keyed.out() + keyed.err()).doesNotContain("these can be used");
        assertThat(server.requests().getFirst().body()).contains("\"claude-sonnet-5-5\"");
        assertThat(other.out() + other.err())
                .contains("an OpenAI key is set and no model is")
                .contains("the built-in engine reads the structured parts of a spec");
        assertThat(settings()).doesNotExist();
    }
}
