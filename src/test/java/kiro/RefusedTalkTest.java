package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Conversations in which a model refuses to answer. Told the same again, it would refuse again.
@Timeout(60)
class RefusedTalkTest {
    @TempDir private Path folder;

    private AnthropicServer server;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/.keep", "")
                        .with("a.txt", "words of a file\n");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("KIRO_MODEL", "anthropic/claude-sonnet-4-5")
                .with("ANTHROPIC_API_KEY", "k-1")
                .with("ANTHROPIC_BASE_URL", server.url().toString());
    }

    private String told(int request) {
        return JsonMapper.shared()
                .readTree(server.requests().get(request).body())
                .path("messages")
                .toString();
    }

    @Test
    @Tag("chat#AC-18")
    void what_a_model_refuses_to_answer_is_not_told_again_whatever_it_had_begun() {
        server.thenReply(
                        AnthropicEvents.reply()
                                .text("I begin")
                                .call("c1", "read_file", "{\"path\":\"a.txt\"}")
                                .end("refusal"))
                .thenReply(AnthropicEvents.saying("good day"))
                .thenReply(AnthropicEvents.saying("once more"));

        Kiro.Result result = kiro().reading("do harm", "hello").run("chat");

        assertThat(result.out() + result.err())
                .contains(
                        "the model refused to answer",
                        "what was said last is left out of the conversation from here on",
                        "good day");
        assertThat(told(0)).contains("do harm");
        assertThat(told(1)).contains("<guide>", "hello").doesNotContain("do harm", "I begin");

        kiro().reading("and again").run("chat", "--resume");

        assertThat(told(2))
                .contains("hello", "good day", "and again")
                .doesNotContain("do harm", "I begin");
    }

    @Test
    @Tag("chat#AC-18")
    void a_run_that_goes_on_after_a_refusal_does_not_tell_what_was_refused() {
        server.thenReply(
                        AnthropicEvents.reply()
                                .call("c1", "read_file", "{\"path\":\"a.txt\"}")
                                .end("tool_use"))
                .thenReply(AnthropicEvents.reply().text("no").end("refusal"))
                .thenReply(AnthropicEvents.saying("then without"));

        Kiro.Result refused = kiro().run("agent", "look at it", "--mode", "autonomous");
        Kiro.Result resumed = kiro().run("agent", "--resume", "--mode", "autonomous");

        assertThat(refused.out()).contains("the model refused to answer");
        assertThat(told(1)).contains("words of a file");
        assertThat(resumed.out()).contains("then without");
        assertThat(told(2)).doesNotContain("words of a file");
    }
}
