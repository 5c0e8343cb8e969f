package kiro.model.openai;

import static kiro.model.openai.ResponsesEvents.GO;
import static kiro.model.openai.ResponsesEvents.KEY;
import static kiro.model.openai.ResponsesEvents.SEALED;
import static kiro.model.openai.ResponsesEvents.completed;
import static kiro.model.openai.ResponsesEvents.done;
import static kiro.model.openai.ResponsesEvents.request;
import static kiro.model.openai.ResponsesEvents.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.OpenAiWay;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests over OpenAI's Responses.
class ResponsesRequestTest {
    private static final Message THOUGHT =
            new Message(
                    Message.Role.MODEL,
                    List.of(
                            new Block.Thinking("shown", "", "openai"),
                            new Block.Opaque("openai", SEALED),
                            new Block.Opaque("bedrock/anthropic", "{\"redacted\":1}"),
                            new Block.Text("I look"),
                            new Block.ToolCall("call_1", "rea d", "{\"path\": 1e2}"),
                            new Block.Opaque("openai", SEALED.replace("rs_1", "rs_2"))));

    private static final Message TOLD =
            new Message(
                    Message.Role.USER,
                    List.of(
                            new Block.ToolResult("call_1", "no such file", true),
                            new Block.Text("go on \uD800")));

    private AnthropicServer server;
    private ResponsesModel model;

    @BeforeEach
    void start() {
        server = AnthropicServer.start();
        model = ResponsesEvents.model(server.url(), ResponsesEvents.thinking());
    }

    @AfterEach
    void stop() throws Exception {
        model.close();
        server.close();
    }

    private void thenOk() {
        server.thenReply(List.of(done(0, words("ok")), completed()));
    }

    private JsonNode sent(int number) {
        return JsonMapper.shared().readTree(server.requests().get(number).body());
    }

    @Test
    @Tag("openai-model#AC-16")
    void the_request_has_the_conversation_as_items_with_thoughts_as_they_came() throws Exception {
        thenOk();

        model.answer(request(GO, THOUGHT, TOLD), _ -> {});

        AnthropicServer.Received received = server.requests().getFirst();
        assertThat(received.line()).isEqualTo("POST /v1/responses HTTP/1.1");
        assertThat(received.headers()).containsEntry("authorization", "Bearer " + KEY);
        JsonNode body = sent(0);
        assertThat(body.path("store").asBoolean(true)).isFalse();
        assertThat(body.path("include").toString()).isEqualTo("[\"reasoning.encrypted_content\"]");
        assertThat(body.path("max_output_tokens").asInt()).isEqualTo(4_000);
        assertThat(body.path("instructions").asString()).isEqualTo("be good");
        assertThat(body.has("reasoning")).isFalse();
        assertThat(body.path("tools").get(0).toString())
                .isEqualTo(
                        "{\"type\":\"function\",\"name\":\"list\",\"description\":\"lists a folder\",\"strict\":false,\"parameters\":{\"type\":\"object\"}}");
        assertThat(received.body())
                .endsWith(
                        "\"input\":[{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"go\"}]},"
                                + SEALED
                                + ",{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"I look\"}]},"
                                + "{\"type\":\"function_call\",\"call_id\":\"call_1\",\"name\":\"rea_d\",\"arguments\":\"{\\\"path\\\":1e2}\"},"
                                + "{\"type\":\"function_call_output\",\"call_id\":\"call_1\",\"output\":\"error: no such file\"},"
                                + "{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"go on �\"}]}]}");
    }

    @Test
    @Tag("openai-model#AC-16")
    void each_request_of_a_conversation_begins_with_the_bytes_of_the_one_before() throws Exception {
        var messages = new ArrayList<Message>(List.of(GO));
        String before = "";
        for (int turn = 0; turn < 4; turn++) {
            server.thenReply(List.of(done(0, SEALED), done(1, words("ok")), completed()));
            var answer =
                    (Answer.Complete)
                            model.answer(request(messages.toArray(Message[]::new)), _ -> {});
            String body = server.requests().getLast().body();
            assertThat(body).startsWith(before);
            before = body.substring(0, body.length() - "]}".length());
            messages.add(answer.message());
            messages.add(Message.user("more " + turn));
        }
    }

    @ParameterizedTest
    @Tag("openai-model#AC-17")
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"Unknown parameter\",\"param\":\"input[1].id\",\"type\":\"invalid_request_error\"}}",
                "{\"error\":{\"message\":\"Item with id 'rs_1' not found. Items are not persisted when `store` is set to false.\"}}"
            })
    void a_server_that_refuses_ids_is_asked_without_them_from_then_on(String objection)
            throws Exception {
        server.thenStatus(400, Map.of(), objection);
        thenOk();
        thenOk();

        assertThat(model.answer(request(GO, THOUGHT, TOLD), _ -> {}))
                .isInstanceOf(Answer.Complete.class);
        assertThat(model.answer(request(GO, THOUGHT, TOLD), _ -> {}))
                .isInstanceOf(Answer.Complete.class);

        assertThat(sent(0).path("input").get(1).path("id").asString()).isEqualTo("rs_1");
        for (int i : List.of(1, 2)) {
            assertThat(sent(i).path("input").get(1).toString())
                    .isEqualTo(SEALED.replace("\"id\":\"rs_1\",", "").replace("1.50", "1.5"));
        }
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    @Tag("openai-model#AC-17")
    void a_model_without_sealed_thoughts_is_asked_for_none_from_then_on() throws Exception {
        server.thenStatus(
                400,
                Map.of(),
                "{\"error\":{\"message\":\"Encrypted content is not supported with this model.\",\"param\":\"include\"}}");
        thenOk();
        thenOk();

        model.answer(request(GO), _ -> {});
        model.answer(request(GO), _ -> {});

        assertThat(sent(0).has("include")).isTrue();
        assertThat(sent(1).has("include")).isFalse();
        assertThat(sent(2).has("include")).isFalse();
    }

    @Test
    @Tag("openai-model#AC-17")
    void any_other_objection_is_a_failure_at_once() throws Exception {
        server.thenStatus(
                400, Map.of(), "{\"error\":{\"message\":\"no tool\",\"param\":\"tools[0]\"}}");

        assertThat(((Answer.Failed) model.answer(request(GO), _ -> {})).failure())
                .isInstanceOf(ModelFailure.Rejected.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Tag("openai-model#AC-16")
    void how_much_is_to_be_thought_is_said_in_the_models_own_word() throws Exception {
        model.close();
        model =
                ResponsesEvents.model(
                        server.url(),
                        new OpenAiWay(OpenAiWay.Api.RESPONSES, false, Optional.of("xhigh")));
        thenOk();

        model.answer(request(GO), _ -> {});

        assertThat(sent(0).path("reasoning").toString()).isEqualTo("{\"effort\":\"xhigh\"}");
        assertThat(sent(0).has("include")).isFalse();
    }

    /// What a proxy answers in the place of the service: nothing, or a page of its own.
    @Test
    @Tag("openai-model#AC-15")
    void a_proxy_that_answers_with_a_page_is_named_and_one_that_hangs_up_is_a_broken_connection()
            throws Exception {
        server.then(wire -> {
            wire.head(200, Map.of("Content-Type", "text/html"));
            wire.chunk("<html>log in first</html>");
            wire.endChunks();
        });
        server.then(AnthropicServer.Wire::cut);

        assertThat(((Answer.Failed) model.answer(request(GO), _ -> {})).failure().message())
                .contains("answers with text/html instead of an event stream")
                .contains("openai.base-url");
        assertThat(((Answer.Failed) model.answer(request(GO), _ -> {})).failure())
                .isInstanceOf(ModelFailure.Disconnected.class);
    }

    @Test
    @Tag("openai-model#AC-15")
    void a_server_that_is_not_there_cannot_be_reached() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var nobody =
                ResponsesEvents.model(
                        URI.create("http://127.0.0.1:" + port), ResponsesEvents.thinking())) {
            assertThat(((Answer.Failed) nobody.answer(request(GO), _ -> {})).failure().message())
                    .contains("cannot be reached");
        }
    }
}
