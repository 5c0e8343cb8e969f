package kiro.model.anthropic;

import static kiro.model.anthropic.Conversations.KEY;
import static kiro.model.anthropic.Conversations.hurried;
import static kiro.model.anthropic.Conversations.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Reply;
import kiro.model.Usage;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AnthropicModelTest {
    private static final Map<String, String> STREAM = Map.of("Content-Type", "text/event-stream");
    private static final Message GO = Message.user("go");

    private AnthropicServer server;
    private AnthropicModel model;

    @BeforeEach
    void start() {
        server = AnthropicServer.start();
        model = Conversations.model(server.url());
    }

    @AfterEach
    void stop() throws Exception {
        model.close();
        server.close();
    }

    @Test
    @Tag("anthropic-model#AC-1")
    void a_whole_reply_is_decoded_and_its_pieces_are_told_in_order() throws Exception {
        server.thenReply(
                AnthropicEvents.reply()
                        .ping()
                        .thinking("hm", "c2ln")
                        .start("{\"type\":\"redacted_thinking\",\"data\":\"b3Bh\"}")
                        .stop()
                        .with("news", "{\"type\":\"news\",\"of\":[\"a later version\"]}")
                        .text("Look", "ing…")
                        .call("toolu_1", "read", "", "{\"pa", "th\": \"a", ".txt\"}")
                        .call("toolu_2", "list")
                        .end("tool_use"));
        var pieces = new ArrayList<Reply>();

        Answer answer = model.answer(request(GO), pieces::add);

        var thinking = new Block.Thinking("hm", "c2ln", "anthropic");
        var redacted =
                new Block.Opaque("anthropic", "{\"type\":\"redacted_thinking\",\"data\":\"b3Bh\"}");
        var text = new Block.Text("Looking…");
        var read = new Block.ToolCall("toolu_1", "read", "{\"path\": \"a.txt\"}");
        var list = new Block.ToolCall("toolu_2", "list", "{}");
        assertThat(answer)
                .isEqualTo(
                        new Answer.Complete(
                                new Message(
                                        Message.Role.MODEL,
                                        List.of(thinking, redacted, text, read, list)),
                                new Answer.Stop.ToolUse(),
                                new Usage(25, 11, 7, 15, 0)));
        assertThat(pieces)
                .containsExactly(
                        new Reply.ThinkingDelta("hm"),
                        new Reply.BlockFinished(thinking),
                        new Reply.BlockFinished(redacted),
                        new Reply.TextDelta("Look"),
                        new Reply.TextDelta("ing…"),
                        new Reply.BlockFinished(text),
                        new Reply.CallStarted("toolu_1", "read"),
                        new Reply.BlockFinished(read),
                        new Reply.CallStarted("toolu_2", "list"),
                        new Reply.BlockFinished(list));
    }

    @Test
    @Tag("anthropic-model#AC-16")
    void what_a_server_does_not_say_of_its_use_is_estimated() throws Exception {
        server.thenReply(
                AnthropicEvents.saying("Hi").stream()
                        .map(event -> event.replace("\"usage\":", "\"used\":"))
                        .toList());
        ModelRequest request = request(GO);

        var whole = (Answer.Complete) answer(request);

        assertThat(whole.usage()).isEqualTo(Usage.about(request, whole.message()));
    }

    @Test
    void a_conversation_keeps_its_connection() throws Exception {
        server.thenReply(AnthropicEvents.saying("one")).thenReply(AnthropicEvents.saying("two"));

        assertThat(text(answer(request(GO)))).isEqualTo("one");
        assertThat(text(answer(request(GO)))).isEqualTo("two");

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void the_request_says_who_asks_and_which_version_is_spoken() throws Exception {
        server.thenReply(AnthropicEvents.saying("hi"));

        model.warmUp();
        answer(request(GO));

        AnthropicServer.Received received = server.requests().getFirst();
        assertThat(received.line()).isEqualTo("POST /v1/messages HTTP/1.1");
        assertThat(received.headers())
                .containsEntry("x-api-key", KEY)
                .containsEntry("anthropic-version", "2023-06-01")
                .containsEntry("content-type", "application/json")
                .containsKey("content-length");
        assertThat(model.name()).isEqualTo("anthropic/claude-test");
        assertThat(model.window()).isEqualTo(200_000);
    }

    @Test
    void a_server_that_leaves_the_connection_open_after_the_last_event_does_not_hold_the_answer()
            throws Exception {
        server.then(wire -> {
            wire.head(200, STREAM);
            for (String event : AnthropicEvents.saying("done")) {
                wire.chunk(event);
            }
            wire.silence();
        });

        assertThat(text(answer(hurried(5_000, 5_000, 20_000)))).isEqualTo("done");
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @Tag("anthropic-model#AC-3")
    void a_stream_that_ends_before_its_last_event_is_a_failure_wherever_it_ends() throws Exception {
        List<String> events = everything();
        for (int sent = 0; sent < events.size(); sent++) {
            int last = sent;
            server.then(wire -> {
                wire.head(200, STREAM);
                for (String event : events.subList(0, last)) {
                    wire.chunk(event);
                }
                wire.endChunks();
            });

            assertThat(answer(request(GO)))
                    .as("ended after %d events", sent)
                    .isEqualTo(
                            new Answer.Failed(
                                    new ModelFailure.Disconnected(
                                            "the stream ended before the reply was whole")));
        }
    }

    @Test
    @Tag("anthropic-model#AC-3")
    @Tag("anthropic-model#AC-7")
    void a_connection_that_breaks_is_a_failure_wherever_it_breaks() throws Exception {
        List<String> events = everything();
        for (int sent = 0; sent < events.size(); sent++) {
            int last = sent;
            server.then(wire -> {
                wire.head(200, STREAM);
                for (String event : events.subList(0, last)) {
                    wire.chunk(event);
                }
                if (last % 2 == 0) {
                    wire.cut();
                } else {
                    wire.reset();
                }
            });

            assertThat(failure(request(GO)))
                    .as("broken after %d events", sent)
                    .isInstanceOfSatisfying(
                            ModelFailure.Disconnected.class,
                            broken ->
                                    assertThat(broken.message())
                                            .startsWith(
                                                    "the connection to "
                                                            + server.url()
                                                            + " broke"));
        }
    }

    @Test
    @Tag("anthropic-model#AC-7")
    void a_connection_that_breaks_before_any_answer_is_a_failure() throws Exception {
        server.then(AnthropicServer.Wire::cut)
                .then(AnthropicServer.Wire::reset)
                .then(wire -> {
                    wire.raw(
                            "HTTP/1.1 200 OK\r\nContent-Ty"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    wire.cut();
                });

        for (int i = 0; i < 3; i++) {
            assertThat(failure(request(GO))).isInstanceOf(ModelFailure.Disconnected.class);
        }
    }

    @Test
    @Tag("anthropic-model#AC-7")
    void nobody_at_the_address_is_a_broken_connection() throws Exception {
        URI nobody;
        try (var port = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + port.getLocalPort());
        }

        assertThat(failureAt(nobody))
                .isEqualTo(
                        new ModelFailure.Disconnected(
                                nobody + " cannot be reached: connection refused"));
        assertThat(failureAt(URI.create("http://no-such-host.invalid")))
                .isEqualTo(
                        new ModelFailure.Disconnected(
                                "http://no-such-host.invalid cannot be reached: unknown host"));
    }

    @Test
    @Tag("anthropic-model#AC-7")
    void a_server_that_does_not_speak_tls_is_a_broken_connection() throws Exception {
        server.then(AnthropicServer.Wire::cut);

        assertThat(failureAt(URI.create("https://127.0.0.1:" + server.url().getPort())))
                .isInstanceOf(ModelFailure.Disconnected.class);
    }

    @Test
    @Tag("anthropic-model#AC-6")
    void after_a_limit_the_same_model_answers() throws Exception {
        server.thenStatus(
                        429,
                        Map.of("Retry-After", "1"),
                        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow down\"}}")
                .thenReply(AnthropicEvents.saying("hello"));

        assertThat(failure(request(GO)))
                .isEqualTo(
                        new ModelFailure.RateLimited(
                                "too many requests (HTTP 429: slow down)",
                                Optional.of(Duration.ofSeconds(1))));
        assertThat(text(answer(request(GO)))).isEqualTo("hello");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    @Tag("anthropic-model#AC-6")
    void an_error_body_that_never_ends_does_not_hold_the_failure() throws Exception {
        server.then(wire -> {
            wire.head(500, Map.of("Content-Type", "application/json"));
            for (int i = 0; i < 100; i++) {
                wire.chunk("x".repeat(1024));
            }
            wire.silence();
        });

        assertThat(failure(request(GO)))
                .isEqualTo(new ModelFailure.ProviderFault("Anthropic failed (HTTP 500)"));
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void a_model_that_is_closed_while_it_warms_up_leaves_no_thread() throws Exception {
        var warm = Conversations.model(server.url());
        warm.warmUp();
        warm.close();

        assertThat(failureOf(warm)).isInstanceOf(ModelFailure.Disconnected.class);
        assertThat(server.connections()).isZero();
    }

    private static ModelFailure failureOf(AnthropicModel closed) throws InterruptedException {
        return ((Answer.Failed) closed.answer(request(GO), piece -> {})).failure();
    }

    @Test
    void a_closed_model_that_was_never_used_costs_nothing() {
        var unused = Conversations.model(server.url());
        unused.close();
        unused.close();

        assertThat(server.connections()).isZero();
    }

    private static List<String> everything() {
        return AnthropicEvents.reply()
                .ping()
                .thinking("hm", "c2ln")
                .text("Looking")
                .call("toolu_1", "read", "{\"path\":", "\"a\"}")
                .end("tool_use");
    }

    private ModelFailure failureAt(URI url) throws InterruptedException {
        try (var other = Conversations.model(url)) {
            return ((Answer.Failed) other.answer(request(GO), piece -> {})).failure();
        }
    }

    private Answer answer(ModelRequest request) throws InterruptedException {
        return model.answer(request, piece -> {});
    }

    private ModelFailure failure(ModelRequest request) throws InterruptedException {
        return ((Answer.Failed) answer(request)).failure();
    }

    private static String text(Answer answer) {
        return ((Answer.Complete) answer).message().text();
    }
}
