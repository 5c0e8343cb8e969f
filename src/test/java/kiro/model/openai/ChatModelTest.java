package kiro.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.OpenAiWay;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.ToolSpec;
import kiro.model.Usage;
import kiro.secret.Secret;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The adapter against a loopback server that speaks the wire format, faults included.
class ChatModelTest {
    private static final String KEY = "sk-hidden-1";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> STREAM = Map.of("Content-Type", "text/event-stream");
    private static final List<ToolSpec> TOOLS =
            List.of(
                    new ToolSpec("list", "lists a folder", "{ \"type\": \"object\" }"),
                    new ToolSpec("read", "reads a \"file\"", "{\"type\":\"object\"}"));

    private AnthropicServer server;
    private ChatModel model;

    @BeforeEach
    void start() {
        server = AnthropicServer.start();
        model = model("test-model");
    }

    private ChatModel model(String name) {
        return new ChatModel(
                new ModelChoice.OpenAi(
                        name,
                        Optional.of(Secret.of(KEY)),
                        URI.create(server.url() + "/v1"),
                        32_000,
                        8_000),
                CLOCK);
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
                Purpose.CODE, "be good", TOOLS, List.of(messages), 4_000, deadlines);
    }

    private static final Message GO = Message.user("go");

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }

    private static String delta(String delta) {
        return data(
                "{\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":null}]}"
                        .formatted(delta));
    }

    private static String finish(String reason) {
        return data(
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}"
                        .formatted(reason));
    }

    private static final String DONE = data("[DONE]");

    /// A reply with all that there is.
    private static List<String> everything() {
        return List.of(
                ": keep-alive\n\n",
                delta("{\"role\":\"assistant\",\"content\":\"\"}"),
                delta("{\"reasoning_content\":\"hm\"}"),
                delta("{\"content\":\"Look\"}"),
                delta("{\"content\":\"ing…\"}"),
                delta(
                        "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"read\",\"arguments\":\"\"}}]}"),
                delta(
                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"path\\\": \"}}]}"),
                delta(
                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"a.txt\\\"}\"}}]}"),
                delta(
                        "{\"tool_calls\":[{\"index\":1,\"id\":\"call_2\",\"type\":\"function\",\"function\":{\"name\":\"list\",\"arguments\":\"\"}}]}"),
                finish("tool_calls"),
                data(
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":9,\"prompt_tokens_details\":{\"cached_tokens\":11},\"completion_tokens_details\":{\"reasoning_tokens\":4}}}"),
                DONE);
    }

    private static List<Block> whole() {
        return List.of(
                new Block.Thinking("hm", "", "openai"),
                new Block.Text("Looking…"),
                new Block.ToolCall("call_1", "read", "{\"path\": \"a.txt\"}"),
                new Block.ToolCall("call_2", "list", "{}"));
    }

    private Answer answer(ModelRequest request) throws InterruptedException {
        return model.answer(request, _ -> {});
    }

    private List<Block> blocks(String... events) throws InterruptedException {
        server.thenReply(List.of(events));
        return ((Answer.Complete) answer(request(GO))).message().blocks();
    }

    private ModelFailure failure(String... events) throws InterruptedException {
        server.thenReply(List.of(events));
        return ((Answer.Failed) answer(request(GO))).failure();
    }

    @Test
    @Tag("openai-model#AC-1")
    void a_whole_reply_is_decoded_and_its_pieces_are_told_in_order() throws Exception {
        server.thenReply(everything());
        var pieces = new ArrayList<Reply>();

        Answer answer = model.answer(request(GO), pieces::add);

        assertThat(answer)
                .isEqualTo(
                        new Answer.Complete(
                                new Message(Message.Role.MODEL, whole()),
                                new Answer.Stop.ToolUse(),
                                new Usage(19, 11, 0, 9, 4)));
        assertThat(pieces)
                .startsWith(
                        new Reply.ThinkingDelta("hm"),
                        new Reply.TextDelta("Look"),
                        new Reply.TextDelta("ing…"),
                        new Reply.CallStarted("call_1", "read"),
                        new Reply.CallStarted("call_2", "list"))
                .endsWith(whole().stream().map(Reply.BlockFinished::new).toArray(Reply[]::new));
    }

    @Test
    @Tag("openai-model#AC-19")
    void what_a_server_does_not_say_of_its_use_is_estimated_and_not_nothing() throws Exception {
        ModelRequest request = request(GO);
        for (String usage : List.of("", data("{\"choices\":[],\"usage\":{}}"))) {
            server.thenReply(List.of(delta("{\"content\":\"Hi\"}"), finish("stop"), usage, DONE));

            var whole = (Answer.Complete) answer(request);

            assertThat(whole.usage()).isEqualTo(Usage.about(request, whole.message()));
            assertThat(whole.usage().estimated()).isEqualTo(1);
            assertThat(whole.usage().total()).isGreaterThan(20);
        }
    }

    @Test
    @Tag("openai-model#AC-2")
    void the_answer_is_the_same_wherever_the_stream_is_cut() throws Exception {
        byte[] bytes = String.join("", everything()).getBytes(StandardCharsets.UTF_8);
        for (int size : List.of(1, 2, 3, 7, 64, 1000)) {
            server.then(wire -> {
                wire.head(200, STREAM);
                for (int at = 0; at < bytes.length; at += size) {
                    wire.chunk(
                            java.util.Arrays.copyOfRange(
                                    bytes, at, Math.min(bytes.length, at + size)));
                }
                wire.endChunks();
            });

            assertThat(((Answer.Complete) answer(request(GO))).message().blocks())
                    .as("packets of %d bytes", size)
                    .isEqualTo(whole());
        }
    }

    @Test
    @Tag("openai-model#AC-3")
    void a_stream_that_ends_before_it_says_why_is_a_failure_wherever_it_ends() throws Exception {
        List<String> events = everything();
        int finish = events.indexOf(finish("tool_calls"));
        for (int sent = 0; sent <= finish; sent++) {
            assertThat(failure(events.subList(0, sent).toArray(String[]::new)))
                    .as("ended after %d events", sent)
                    .isEqualTo(
                            new ModelFailure.Disconnected(
                                    "the stream ended before the reply was whole"));
        }
    }

    @Test
    @Tag("openai-model#AC-3")
    void a_server_that_ends_without_its_mark_has_said_all() throws Exception {
        List<String> events = everything();
        assertThat(blocks(events.subList(0, events.size() - 1).toArray(String[]::new)))
                .isEqualTo(whole());
    }

    @Test
    @Tag("openai-model#AC-3")
    void a_mark_without_a_reason_is_no_reply() throws Exception {
        assertThat(failure(delta("{\"content\":\"half\"}"), DONE))
                .isEqualTo(
                        new ModelFailure.Malformed(
                                "the reply does not follow the protocol: a reply that does not say why it ends"));
    }

    @Test
    @Tag("openai-model#AC-3")
    void a_connection_that_breaks_is_a_failure_wherever_it_breaks() throws Exception {
        List<String> events = everything();
        for (int sent = 0; sent < events.size(); sent++) {
            int last = sent;
            server.then(wire -> {
                wire.head(200, STREAM);
                for (String event : events.subList(0, last)) {
                    wire.chunk(event);
                }
                wire.reset();
            });

            assertThat(((Answer.Failed) answer(request(GO))).failure())
                    .as("broken after %d events", sent)
                    .isInstanceOf(ModelFailure.Disconnected.class);
        }
    }

    @Test
    @Tag("openai-model#AC-21")
    void what_a_later_version_sends_is_passed_over_wherever_it_stands() throws Exception {
        List<String> unknown =
                List.of(
                        "event: novelty\n" + data("{\"object\":\"novelty\",\"later\":[1.50,{}]}"),
                        data("{\"choices\":[],\"later\":true}"),
                        delta("{\"novelty\":{\"content\":\"no\"},\"audio\":null}"));
        for (String each : unknown) {
            for (int at = 0; at < everything().size(); at++) {
                var events = new ArrayList<>(everything());
                events.add(at, each);

                server.thenReply(events);

                assertThat(answer(request(GO)))
                        .as("%s before event %d", each, at)
                        .isEqualTo(
                                new Answer.Complete(
                                        new Message(Message.Role.MODEL, whole()),
                                        new Answer.Stop.ToolUse(),
                                        new Usage(19, 11, 0, 9, 4)));
            }
        }
    }

    @Test
    @Tag("openai-model#AC-4")
    void silence_ends_the_request_wherever_it_begins() throws Exception {
        List<String> events = everything();
        var hurried =
                new Deadlines(
                        Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(9));
        // With its reason to stop the reply is whole.
        for (int sent = 0; sent < events.size() - 2; sent++) {
            int last = sent;
            server.then(wire -> {
                wire.head(200, STREAM);
                for (String event : events.subList(0, last)) {
                    wire.chunk(event);
                }
                wire.silence();
            });

            assertThat(((Answer.Failed) answer(request(hurried, GO))).failure())
                    .isInstanceOf(ModelFailure.Silent.class);
        }
    }

    /// Deadlines alone would let a server that never stops fill the memory for as long as they are.
    @Test
    @Tag("openai-model#AC-4")
    void a_reply_that_has_no_end_is_given_up() throws Exception {
        String event = data("{\"choices\":[],\"more\":\"" + "x".repeat(1_000_000) + "\"}");
        server.then(wire -> {
            wire.head(200, STREAM);
            for (int sent = 0; sent < 1_000; sent++) {
                wire.chunk(event);
            }
        });

        assertThat(((Answer.Failed) answer(request(GO))).failure())
                .isEqualTo(
                        new ModelFailure.Malformed(
                                "the reply does not follow the protocol: a reply longer than 134217728 bytes"));
    }

    @Test
    @Tag("openai-model#AC-4")
    void a_server_that_leaves_the_connection_open_after_its_mark_does_not_hold_the_answer()
            throws Exception {
        server.then(wire -> {
            wire.head(200, STREAM);
            for (String event : everything()) {
                wire.chunk(event);
            }
            wire.silence();
        });

        assertThat(((Answer.Complete) answer(request(GO))).message().blocks()).isEqualTo(whole());
    }

    @Test
    @Tag("openai-model#AC-5")
    void calls_are_told_apart_however_a_server_numbers_them() throws Exception {
        String both =
                "{\"tool_calls\":[{%s\"id\":\"a\",\"function\":{\"name\":\"read\",\"arguments\":{\"n\":1}}},{%s\"id\":\"b\",\"function\":{\"name\":\"list\",\"arguments\":\"{}\"}}]}";
        List<Block> expected =
                List.of(
                        new Block.ToolCall("a", "read", "{\"n\":1}"),
                        new Block.ToolCall("b", "list", "{}"));

        assertThat(blocks(delta(both.formatted("", "")), finish("stop"), DONE)).isEqualTo(expected);
        assertThat(
                        blocks(
                                delta(both.formatted("\"index\":0,", "\"index\":0,")),
                                finish("stop"),
                                DONE))
                .isEqualTo(expected);
        assertThat(
                        blocks(
                                delta(
                                        "{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"n\\\"\"}}]}"),
                                delta(
                                        "{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"read\",\"arguments\":\":1}\"}}]}"),
                                finish("tool_calls"),
                                DONE))
                .containsExactly(new Block.ToolCall("a", "read", "{\"n\":1}"));
    }

    @Test
    @Tag("openai-model#AC-5")
    void ids_that_are_missing_or_repeated_are_replaced() throws Exception {
        Message before =
                new Message(
                        Message.Role.MODEL, List.of(new Block.ToolCall("call_1", "read", "{}")));
        Message result =
                new Message(Message.Role.USER, List.of(new Block.ToolResult("call_1", "x", false)));
        server.thenReply(
                List.of(
                        delta(
                                "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}},{\"index\":1,\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}}]}"),
                        finish("tool_calls"),
                        DONE));

        Answer.Complete answer = (Answer.Complete) answer(request(GO, before, result));

        assertThat(answer.message().calls())
                .extracting(Block.ToolCall::id)
                .containsExactly("call_1_2", "call");
    }

    @ParameterizedTest
    @Tag("openai-model#AC-6")
    @CsvSource({
        "stop, end-of-turn",
        "length, max-tokens",
        "content_filter, refusal",
        "tool_calls, tool-use",
        "novelty, novelty"
    })
    void the_reason_to_stop_is_read(String reason, String word) throws Exception {
        server.thenReply(List.of(delta("{\"content\":\"hi\"}"), finish(reason), DONE));

        assertThat(((Answer.Complete) answer(request(GO))).stop().word()).isEqualTo(word);
    }

    @Test
    @Tag("openai-model#AC-6")
    void a_refusal_is_no_answer_in_words() throws Exception {
        server.thenReply(List.of(delta("{\"refusal\":\"I cannot\"}"), finish("stop"), DONE));

        Answer.Complete answer = (Answer.Complete) answer(request(GO));

        assertThat(answer.stop()).isEqualTo(new Answer.Stop.Refusal());
        assertThat(answer.message().text()).isEqualTo("I cannot");
    }

    @Test
    @Tag("openai-model#AC-6")
    void a_call_that_is_cut_is_kept_as_written_and_the_answer_says_so() throws Exception {
        server.thenReply(
                List.of(
                        delta(
                                "{\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"pa\"}}]}"),
                        finish("length"),
                        DONE));

        Answer.Complete answer = (Answer.Complete) answer(request(GO));

        assertThat(answer.stop()).isEqualTo(new Answer.Stop.MaxTokens());
        assertThat(answer.message().calls())
                .containsExactly(new Block.ToolCall("c", "read", "{\"pa"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> errors() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of(
                        "{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}",
                        "RateLimited"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "{\"error\":{\"message\":\"pay\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
                        "Rejected"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "{\"error\":{\"message\":\"busy\",\"code\":503}}", "Overloaded"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens\",\"type\":\"invalid_request_error\",\"code\":\"context_length_exceeded\"}}",
                        "ContextTooLong"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "{\"error\":{\"code\":500,\"message\":\"Context size has been exceeded.\",\"type\":\"server_error\"}}",
                        "ContextTooLong"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "{\"error\":\"out of memory\"}", "ProviderFault"),
                org.junit.jupiter.params.provider.Arguments.of(
                        "{\"object\":\"error\",\"message\":\"bad\",\"type\":\"invalid_request_error\"}",
                        "Rejected"));
    }

    @ParameterizedTest
    @Tag("openai-model#AC-7")
    @org.junit.jupiter.params.provider.MethodSource("errors")
    void an_error_inside_a_good_response_is_the_failure_that_it_says(String event, String kind)
            throws Exception {
        assertThat(failure(delta("{\"content\":\"half\"}"), data(event)).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    @Tag("openai-model#AC-7")
    void a_status_is_the_failure_that_it_stands_for() throws Exception {
        String quota =
                "{\"error\":{\"message\":\"key %s has no money\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}"
                        .formatted(KEY);
        server.thenStatus(429, Map.of("Retry-After", "7"), "{\"error\":{\"message\":\"slow\"}}")
                .thenStatus(429, Map.of(), quota)
                .thenStatus(401, Map.of(), "{\"error\":{\"message\":\"who?\"}}")
                .thenStatus(404, Map.of(), "<html>")
                .thenStatus(400, Map.of(), "{\"error\":{\"message\":\"context size exceeded\"}}")
                .thenStatus(500, Map.of(), "{\"error\":{\"message\":\"context size exceeded\"}}");

        assertThat(((Answer.Failed) answer(request(GO))).failure())
                .isEqualTo(
                        new ModelFailure.RateLimited(
                                "too many requests (HTTP 429: slow)",
                                Optional.of(Duration.ofSeconds(7))));
        assertThat(((Answer.Failed) answer(request(GO))).failure().message())
                .contains("is used up")
                .doesNotContain(KEY);
        assertThat(((Answer.Failed) answer(request(GO))).failure())
                .isInstanceOfSatisfying(
                        ModelFailure.Unauthorized.class,
                        wrong -> assertThat(wrong.message()).contains("change it (OPENAI_API_KEY"));
        assertThat(((Answer.Failed) answer(request(GO))).failure().message())
                .contains("no model 'test-model' at", "openai.base-url");
        for (int status : List.of(400, 500)) {
            assertThat(((Answer.Failed) answer(request(GO))).failure())
                    .as("HTTP %d", status)
                    .isInstanceOf(ModelFailure.ContextTooLong.class);
        }
    }

    @Test
    @Tag("openai-model#AC-7")
    void a_server_that_wants_a_key_where_none_is_set_is_not_said_to_refuse_one() throws Exception {
        server.thenStatus(401, Map.of(), "{\"error\":{\"message\":\"who?\"}}");
        var settings =
                new ModelChoice.OpenAi(
                        "m", Optional.empty(), server.url(), 32_000, 8_000, OpenAiWay.CHAT);

        try (var open = new ChatModel(settings, Clock.systemUTC())) {
            assertThat(((Answer.Failed) open.answer(request(GO), _ -> {})).failure().message())
                    .contains(
                            "wants to know who asks: set a key (OPENAI_API_KEY", "(HTTP 401: who?)")
                    .doesNotContain("refuses");
        }
    }

    @Test
    @Tag("openai-model#AC-7")
    void what_is_not_taken_for_what_it_says_is_told_from_other_bad_requests() throws Exception {
        server.thenStatus(
                400,
                Map.of(),
                "{\"error\":{\"message\":\"The response was filtered\",\"type\":null,\"param\":\"prompt\",\"code\":\"content_filter\",\"status\":400}}");

        assertThat(((Answer.Failed) answer(request(GO))).failure())
                .isInstanceOfSatisfying(
                        ModelFailure.Blocked.class,
                        blocked ->
                                assertThat(blocked.message())
                                        .contains(
                                                "does not take what it was told last (HTTP 400: The response was filtered)"));
    }

    @Test
    @Tag("openai-model#AC-8")
    void what_does_not_follow_the_protocol_is_malformed() throws Exception {
        for (String event :
                List.of(
                        data("{"),
                        data("[1]"),
                        delta("{\"tool_calls\":[{\"function\":{\"arguments\":\"{}\"}}]}"))) {
            assertThat(failure(event, finish("stop"), DONE))
                    .isInstanceOf(ModelFailure.Malformed.class);
        }
        assertThat(
                        failure(
                                delta(
                                        "{\"tool_calls\":[{\"index\":0,\"id\":\"x\",\"function\":{\"arguments\":\"{}\"}}]}"),
                                finish("tool_calls"),
                                DONE))
                .isInstanceOf(ModelFailure.Malformed.class);
    }

    @Test
    @Tag("openai-model#AC-9")
    void the_request_has_the_conversation_in_the_form_of_the_api() throws Exception {
        Message asked =
                new Message(
                        Message.Role.MODEL,
                        List.of(
                                new Block.Thinking("secret thoughts", "c2ln", "anthropic"),
                                new Block.Text("I look"),
                                new Block.ToolCall("toolu:1", "rea d", "{\"path\": 1e2}"),
                                new Block.ToolCall("c2", "list", "{broken")));
        Message told =
                new Message(
                        Message.Role.USER,
                        List.of(
                                new Block.ToolResult("toolu:1", "", false),
                                new Block.ToolResult("c2", "no JSON", true),
                                new Block.Text("go on \uD800")));
        server.thenReply(List.of(delta("{\"content\":\"ok\"}"), finish("stop"), DONE));

        answer(request(GO, asked, told));

        AnthropicServer.Received received = server.requests().getFirst();
        assertThat(received.line()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(received.headers()).containsEntry("authorization", "Bearer " + KEY);
        JsonNode body = JsonMapper.shared().readTree(received.body());
        assertThat(body.path("max_tokens").asInt()).isEqualTo(4_000);
        assertThat(body.path("tools").get(0).toString())
                .isEqualTo(
                        "{\"type\":\"function\",\"function\":{\"name\":\"list\",\"description\":\"lists a folder\",\"parameters\":{\"type\":\"object\"}}}");
        String id = body.path("messages").get(2).path("tool_calls").get(0).path("id").asString();
        assertThat(id).matches("call_[0-9a-f]{24}");
        assertThat(body.path("messages").toString())
                .isEqualTo(
                        "[{\"role\":\"system\",\"content\":\"be good\"},{\"role\":\"user\",\"content\":\"go\"},"
                                + "{\"role\":\"assistant\",\"content\":\"I look\",\"tool_calls\":["
                                + "{\"id\":\"ID\",\"type\":\"function\",\"function\":{\"name\":\"rea_d\",\"arguments\":\"{\\\"path\\\":1e2}\"}},"
                                        .replace("ID", id)
                                + "{\"id\":\"c2\",\"type\":\"function\",\"function\":{\"name\":\"list\",\"arguments\":\"{}\"}}]},"
                                + "{\"role\":\"tool\",\"tool_call_id\":\"ID\",\"content\":\"(nothing)\"},"
                                        .replace("ID", id)
                                + "{\"role\":\"tool\",\"tool_call_id\":\"c2\",\"content\":\"error: no JSON\"},"
                                + "{\"role\":\"user\",\"content\":\"go on �\"}]");
    }

    @Test
    @Tag("model-routing#AC-6")
    void how_much_is_to_be_thought_is_said() throws Exception {
        model.close();
        model =
                new ChatModel(
                        new ModelChoice.OpenAi(
                                "m",
                                Optional.empty(),
                                URI.create(server.url() + "/v1"),
                                32_000,
                                8_000,
                                new OpenAiWay(OpenAiWay.Api.CHAT, false, Optional.of("low"))),
                        CLOCK);
        server.thenReply(List.of(delta("{\"content\":\"ok\"}"), finish("stop"), DONE));

        answer(request(GO));

        assertThat(server.requests().getFirst().body()).contains("\"reasoning_effort\":\"low\"");
    }

    @Test
    @Tag("openai-model#AC-10")
    void each_request_of_a_conversation_begins_with_the_bytes_of_the_one_before() throws Exception {
        var messages = new ArrayList<Message>(List.of(GO));
        String before = "";
        for (int turn = 0; turn < 4; turn++) {
            server.thenReply(List.of(delta("{\"content\":\"ok\"}"), finish("stop"), DONE));
            answer(request(messages.toArray(Message[]::new)));
            String body = server.requests().getLast().body();
            assertThat(body).startsWith(before);
            before = body.substring(0, body.length() - "]}".length());
            messages.add(Message.model("turn " + turn));
            messages.add(Message.user("more " + turn));
        }
    }

    @Test
    @Tag("openai-model#AC-9")
    void mistral_gets_ids_of_nine_letters_and_digits() throws Exception {
        model.close();
        model = model("devstral-small");
        server.thenReply(List.of(delta("{\"content\":\"ok\"}"), finish("stop"), DONE));

        answer(
                request(
                        GO,
                        new Message(
                                Message.Role.MODEL,
                                List.of(new Block.ToolCall("toolu_12", "read", "{}"))),
                        new Message(
                                Message.Role.USER,
                                List.of(new Block.ToolResult("toolu_12", "x", false)))));

        JsonNode messages =
                JsonMapper.shared().readTree(server.requests().getFirst().body()).path("messages");
        String id = messages.get(2).path("tool_calls").get(0).path("id").asString();
        assertThat(id).matches("[a-zA-Z0-9]{9}");
        assertThat(messages.get(3).path("tool_call_id").asString()).isEqualTo(id);
    }

    @Test
    @Tag("openai-model#AC-4")
    void an_interrupt_ends_the_request_and_closes_the_connection() throws Exception {
        server.then(wire -> {
            wire.head(200, STREAM);
            wire.silence();
        });
        var caller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                answer(request(GO));
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
        while (server.requests().isEmpty()) {
            Thread.onSpinWait();
        }

        caller.interrupt();

        assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void a_redirect_is_named_and_the_key_stays_here() throws Exception {
        server.thenStatus(302, Map.of("Location", "https://elsewhere.example/"), "");

        assertThat(((Answer.Failed) answer(request(GO))).failure().message())
                .contains("sends requests to https://elsewhere.example/", "set openai.base-url");
    }
}
