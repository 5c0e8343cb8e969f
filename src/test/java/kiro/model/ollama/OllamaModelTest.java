package kiro.model.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.ToolSpec;
import kiro.model.Usage;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The adapter against a loopback server that speaks Ollama's own API, faults included.
class OllamaModelTest {
    private static final Map<String, String> LINES = Map.of("Content-Type", "application/x-ndjson");
    private static final Message GO = Message.user("go");
    private static final String CARD =
            "{\"model_info\":{\"general.name\":\"x\",\"qwen3.context_length\":40960},\"capabilities\":[\"completion\",\"tools\"]}";

    private AnthropicServer server;
    private OllamaModel model;

    @BeforeEach
    void start() {
        server = AnthropicServer.start();
        model = model(32_000);
    }

    private OllamaModel model(int window) {
        return new OllamaModel(
                new ModelChoice.Ollama("qwen3:4b", URI.create("" + server.url()), window, 4_000),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        model.close();
        server.close();
    }

    private static ModelRequest request(Message... messages) {
        return request(Deadlines.STANDARD, messages);
    }

    private static ModelRequest request(Deadlines deadlines, Message... messages) {
        return new ModelRequest(
                Purpose.CODE,
                "be good",
                List.of(new ToolSpec("read", "reads", "{\"type\":\"object\"}")),
                List.of(messages),
                3_000,
                deadlines);
    }

    private static String line(String message, String rest) {
        return "{\"model\":\"qwen3:4b\",\"message\":%s%s}\n".formatted(message, rest);
    }

    private static String part(String message) {
        return line(message, ",\"done\":false");
    }

    private static String last(String reason) {
        return line(
                "{\"role\":\"assistant\",\"content\":\"\"}",
                ",\"done\":true,\"done_reason\":\"%s\",\"prompt_eval_count\":120,\"eval_count\":9"
                        .formatted(reason));
    }

    private static List<String> everything() {
        return List.of(
                part("{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"hm\"}"),
                part("{\"role\":\"assistant\",\"content\":\"Look\"}"),
                part("{\"role\":\"assistant\",\"content\":\"ing…\"}"),
                part(
                        "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"read\",\"arguments\":{\"path\":\"a.txt\"}}},{\"id\":\"own\",\"function\":{\"name\":\"list\",\"arguments\":{}}}]}"),
                last("stop"));
    }

    private static final List<Block> WHOLE =
            List.of(
                    new Block.Thinking("hm", "", "ollama"),
                    new Block.Text("Looking…"),
                    new Block.ToolCall("call", "read", "{\"path\":\"a.txt\"}"),
                    new Block.ToolCall("own", "list", "{}"));

    private OllamaModelTest carded() {
        server.thenStatus(200, Map.of(), CARD);
        return this;
    }

    private void reply(List<String> lines) {
        server.then(wire -> {
            wire.head(200, LINES);
            for (String line : lines) {
                wire.chunk(line);
            }
            wire.endChunks();
        });
    }

    private Answer answer(ModelRequest request) throws InterruptedException {
        return model.answer(request, _ -> {});
    }

    private ModelFailure failure(ModelRequest request) throws InterruptedException {
        return ((Answer.Failed) answer(request)).failure();
    }

    @Test
    @Tag("ollama-model#AC-1")
    void a_whole_reply_is_decoded_and_its_pieces_are_told_in_order() throws Exception {
        carded().reply(everything());
        var pieces = new ArrayList<Reply>();

        Answer answer = model.answer(request(GO), pieces::add);

        assertThat(answer)
                .isEqualTo(
                        new Answer.Complete(
                                new Message(Message.Role.MODEL, WHOLE),
                                new Answer.Stop.ToolUse(),
                                new Usage(120, 0, 0, 9, 0)));
        assertThat(pieces)
                .startsWith(
                        new Reply.ThinkingDelta("hm"),
                        new Reply.TextDelta("Look"),
                        new Reply.TextDelta("ing…"),
                        new Reply.CallStarted("call", "read"),
                        new Reply.CallStarted("own", "list"));
    }

    @Test
    @Tag("ollama-model#AC-9")
    void what_is_not_said_of_the_use_is_estimated() throws Exception {
        carded().reply(
                        List.of(
                                part("{\"role\":\"assistant\",\"content\":\"Hi\"}"),
                                line(
                                        "{\"role\":\"assistant\",\"content\":\"\"}",
                                        ",\"done\":true,\"done_reason\":\"stop\"")));
        ModelRequest request = request(Message.user("go"));

        var whole = (Answer.Complete) model.answer(request, _ -> {});

        assertThat(whole.usage()).isEqualTo(Usage.about(request, whole.message()));
    }

    @Test
    @Tag("ollama-model#AC-2")
    void the_answer_is_the_same_wherever_the_stream_is_cut_and_the_last_line_needs_no_end()
            throws Exception {
        byte[] bytes = String.join("\n", everything()).strip().getBytes(StandardCharsets.UTF_8);
        carded();
        for (int size : List.of(1, 2, 3, 7, 64, 1000)) {
            server.then(wire -> {
                wire.head(200, LINES);
                for (int at = 0; at < bytes.length; at += size) {
                    wire.chunk(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
                }
                wire.endChunks();
            });

            assertThat(((Answer.Complete) answer(request(GO))).message().blocks())
                    .as("packets of %d bytes", size)
                    .isEqualTo(WHOLE);
        }
    }

    @Test
    @Tag("ollama-model#AC-11")
    void what_a_later_version_sends_is_passed_over_wherever_it_stands() throws Exception {
        List<String> unknown =
                List.of(
                        "{\"model\":\"qwen3:4b\",\"novelty\":{\"content\":\"no\"},\"done\":false}\n",
                        part(
                                "{\"role\":\"assistant\",\"content\":\"\",\"audio\":[1.50],\"images\":null}"));
        carded();
        for (String each : unknown) {
            for (int at = 0; at < everything().size(); at++) {
                var lines = new ArrayList<>(everything());
                lines.add(at, each);
                reply(lines);

                assertThat(((Answer.Complete) answer(request(GO))).message().blocks())
                        .as("%s before line %d", each, at)
                        .isEqualTo(WHOLE);
            }
        }
    }

    @Test
    @Tag("ollama-model#AC-11")
    void ids_that_are_repeated_or_no_ids_are_replaced() throws Exception {
        Message before =
                new Message(Message.Role.MODEL, List.of(new Block.ToolCall("own", "read", "{}")));
        Message result =
                new Message(Message.Role.USER, List.of(new Block.ToolResult("own", "x", false)));
        carded().reply(
                        List.of(
                                part(
                                        "{\"tool_calls\":[{\"id\":\"own\",\"function\":{\"name\":\"read\",\"arguments\":{}}},"
                                                + "{\"id\":\"own\",\"function\":{\"name\":\"read\",\"arguments\":{}}},"
                                                + "{\"id\":\"a b\",\"function\":{\"name\":\"read\",\"arguments\":{}}}]}"),
                                last("stop")));

        List<String> ids =
                ((Answer.Complete) answer(request(GO, before, result)))
                        .message().calls().stream().map(Block.ToolCall::id).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .doesNotContain("own")
                .allMatch(id -> id.matches("[a-zA-Z0-9_-]{1,64}"))
                .hasSize(3);
    }

    @Test
    @Tag("ollama-model#AC-3")
    void a_stream_that_ends_breaks_or_falls_silent_before_its_last_line_is_a_failure()
            throws Exception {
        List<String> lines = everything();
        carded();
        var hurried =
                new Deadlines(
                        Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofSeconds(9));
        for (int sent = 0; sent < lines.size(); sent++) {
            int last = sent;
            reply(lines.subList(0, last));
            assertThat(failure(request(GO)))
                    .isEqualTo(
                            new ModelFailure.Disconnected(
                                    "the stream ended before the reply was whole"));
            server.then(wire -> {
                wire.head(200, LINES);
                for (String line : lines.subList(0, last)) {
                    wire.chunk(line);
                }
                wire.reset();
            });
            assertThat(failure(request(GO))).isInstanceOf(ModelFailure.Disconnected.class);
            server.then(wire -> {
                wire.head(200, LINES);
                for (String line : lines.subList(0, last)) {
                    wire.chunk(line);
                }
                wire.silence();
            });
            assertThat(failure(request(hurried, GO))).isInstanceOf(ModelFailure.Silent.class);
        }
    }

    @Test
    @Tag("ollama-model#AC-4")
    void errors_are_the_failures_they_stand_for_in_a_status_and_in_a_good_response()
            throws Exception {
        carded().reply(List.of(part("{\"content\":\"half\"}"), "{\"error\":\"out of memory\"}\n"));
        assertThat(failure(request(GO)))
                .isEqualTo(new ModelFailure.ProviderFault("Ollama failed (out of memory)"));

        server.thenStatus(404, Map.of(), "{\"error\":\"model 'qwen3:4b' not found\"}")
                .thenStatus(500, Map.of(), "{\"error\":\"llama runner process has terminated\"}")
                .thenStatus(503, Map.of(), "{\"error\":\"server busy\"}");
        assertThat(failure(request(GO)))
                .isInstanceOfSatisfying(
                        ModelFailure.Rejected.class,
                        no ->
                                assertThat(no.message())
                                        .contains("no model 'qwen3:4b' at", "not found"));
        assertThat(failure(request(GO))).isInstanceOf(ModelFailure.ProviderFault.class);
        assertThat(failure(request(GO))).isInstanceOf(ModelFailure.Overloaded.class);
    }

    @Test
    @Tag("ollama-model#AC-4")
    void what_does_not_follow_the_protocol_is_malformed() throws Exception {
        carded();
        for (String line :
                List.of(
                        "{\n",
                        "[]\n",
                        part("{\"tool_calls\":[{\"function\":{\"arguments\":{}}}]}"))) {
            reply(List.of(line, last("stop")));
            assertThat(failure(request(GO))).isInstanceOf(ModelFailure.Malformed.class);
        }
    }

    @Test
    @Tag("ollama-model#AC-5")
    void the_context_is_as_large_as_is_set_and_never_larger_than_the_model_has() throws Exception {
        carded().reply(everything());
        answer(request(GO));
        assertThat(options(1).path("num_ctx").asInt()).isEqualTo(32_000);
        assertThat(options(1).path("num_predict").asInt()).isEqualTo(3_000);
        model.close();

        model = model(100_000);
        assertThat(model.window()).isEqualTo(100_000);
        carded().reply(everything());
        answer(request(GO));
        assertThat(options(3).path("num_ctx").asInt()).isEqualTo(40_960);
        assertThat(model.window()).isEqualTo(40_960);
    }

    private JsonNode options(int request) {
        return JsonMapper.shared().readTree(server.requests().get(request).body()).path("options");
    }

    @Test
    @Tag("ollama-model#AC-6")
    void what_cannot_fit_is_not_sent() throws Exception {
        model.close();
        model = model(2_000);
        carded();

        assertThat(failure(request(Message.user("x".repeat(13_000)))))
                .isInstanceOfSatisfying(
                        ModelFailure.ContextTooLong.class,
                        no -> assertThat(no.message()).contains("ollama.window"));
        assertThat(server.requests())
                .extracting(AnthropicServer.Received::line)
                .containsExactly("POST /api/show HTTP/1.1");
    }

    @Test
    @Tag("ollama-model#AC-6")
    void a_reply_to_a_request_that_was_cut_is_a_failure() throws Exception {
        model.close();
        model = model(2_000);
        carded().reply(everything());
        reply(everything());

        assertThat(failure(request(Message.user("x".repeat(9_000)))))
                .isInstanceOfSatisfying(
                        ModelFailure.ContextTooLong.class,
                        no -> assertThat(no.message()).contains("it has cut off its beginning"));
        assertThat(answer(request(GO))).isInstanceOf(Answer.Complete.class);
    }

    private OllamaModel thinking(String name) {
        return new OllamaModel(
                new ModelChoice.Ollama(
                        name, URI.create("" + server.url()), 32_768, 4_000, Optional.of("medium")),
                Clock.systemUTC());
    }

    @Test
    @Tag("model-routing#AC-6")
    void a_model_that_thinks_is_told_to_and_one_that_knows_degrees_how_much() throws Exception {
        for (String name : List.of("qwen3:4b", "gpt-oss:20b")) {
            server.thenStatus(200, Map.of(), "{\"capabilities\":[\"tools\",\"thinking\"]}");
            server.thenStatus(500, Map.of(), "{}");
            try (OllamaModel asked = thinking(name)) {
                asked.answer(request(GO), _ -> {});
            }
        }

        assertThat(server.requests().get(1).body()).contains("\"think\":true");
        assertThat(server.requests().get(3).body()).contains("\"think\":\"medium\"");
    }

    @Test
    @Tag("model-routing#AC-6")
    void a_model_that_does_not_think_is_refused_where_it_is_told_to() throws Exception {
        server.thenStatus(200, Map.of(), "{\"capabilities\":[\"tools\"]}");

        try (OllamaModel asked = thinking("llama3")) {
            assertThat(asked.answer(request(GO), _ -> {}))
                    .isEqualTo(
                            new Answer.Failed(
                                    new ModelFailure.Rejected(
                                            "the model 'llama3' does not think, so that it cannot be told how much: leave effort out, or choose one that does, as 'ollama show' tells")));
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Tag("ollama-model#AC-5")
    void a_model_that_cannot_call_tools_is_refused_before_it_is_asked() throws Exception {
        server.thenStatus(200, Map.of(), "{\"capabilities\":[\"completion\"]}");

        assertThat(failure(request(GO)))
                .isEqualTo(
                        new ModelFailure.Rejected(
                                "the model 'qwen3:4b' cannot call tools: choose one that can, as 'ollama show' tells"));
    }

    @Test
    @Tag("ollama-model#AC-5")
    void a_server_that_tells_nothing_of_the_model_is_asked_all_the_same() throws Exception {
        server.thenStatus(404, Map.of(), "no such page");
        reply(everything());

        assertThat(answer(request(GO))).isInstanceOf(Answer.Complete.class);
        assertThat(model.window()).isEqualTo(32_000);
    }

    @Test
    @Tag("ollama-model#AC-8")
    void the_request_has_the_conversation_in_the_form_of_the_api() throws Exception {
        carded().reply(everything());
        Message asked =
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("mine", "", "ollama"),
                                new Block.Thinking("theirs", "c2ln", "anthropic"),
                                new Block.ToolCall("c1", "read", "{\"path\":\"a\"}"),
                                new Block.ToolCall("c2", "list", "{broken")));
        Message told =
                new Message(
                        Message.Role.USER,
                        List.of(
                                new Block.ToolResult("c1", "text", false),
                                new Block.ToolResult("c2", "no JSON", true),
                                new Block.Text("go on")));

        answer(request(GO, asked, told));

        AnthropicServer.Received received = server.requests().getLast();
        assertThat(received.line()).isEqualTo("POST /api/chat HTTP/1.1");
        assertThat(JsonMapper.shared().readTree(received.body()).path("messages").toString())
                .isEqualTo(
                        "[{\"role\":\"system\",\"content\":\"be good\"},{\"role\":\"user\",\"content\":\"go\"},"
                                + "{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"mine\",\"tool_calls\":["
                                + "{\"function\":{\"name\":\"read\",\"arguments\":{\"path\":\"a\"}}},"
                                + "{\"function\":{\"name\":\"list\",\"arguments\":{}}}]},"
                                + "{\"role\":\"tool\",\"tool_name\":\"read\",\"content\":\"text\"},"
                                + "{\"role\":\"tool\",\"tool_name\":\"list\",\"content\":\"error: no JSON\"},"
                                + "{\"role\":\"user\",\"content\":\"go on\"}]");
    }

    @Test
    @Tag("ollama-model#AC-3")
    void a_reply_that_was_cut_at_its_limit_says_so() throws Exception {
        carded().reply(List.of(part("{\"content\":\"half\"}"), last("length")));

        assertThat(((Answer.Complete) answer(request(GO))).stop())
                .isEqualTo(new Answer.Stop.MaxTokens());
    }
}
