package kiro.model.openai;

import static kiro.model.openai.ResponsesEvents.GO;
import static kiro.model.openai.ResponsesEvents.KEY;
import static kiro.model.openai.ResponsesEvents.SEALED;
import static kiro.model.openai.ResponsesEvents.STREAM;
import static kiro.model.openai.ResponsesEvents.added;
import static kiro.model.openai.ResponsesEvents.call;
import static kiro.model.openai.ResponsesEvents.completed;
import static kiro.model.openai.ResponsesEvents.delta;
import static kiro.model.openai.ResponsesEvents.done;
import static kiro.model.openai.ResponsesEvents.event;
import static kiro.model.openai.ResponsesEvents.everything;
import static kiro.model.openai.ResponsesEvents.incomplete;
import static kiro.model.openai.ResponsesEvents.request;
import static kiro.model.openai.ResponsesEvents.whole;
import static kiro.model.openai.ResponsesEvents.words;
import static org.assertj.core.api.Assertions.assertThat;

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
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Reply;
import kiro.model.Usage;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Replies over OpenAI's Responses, from a loopback server that speaks the wire format, faults included.
class ResponsesModelTest {
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

    private Answer answer(ModelRequest request) throws InterruptedException {
        return model.answer(request, _ -> {});
    }

    private Answer.Complete complete(String... events) throws InterruptedException {
        server.thenReply(List.of(events));
        return (Answer.Complete) answer(request(GO));
    }

    private ModelFailure failure(String... events) throws InterruptedException {
        server.thenReply(List.of(events));
        return ((Answer.Failed) answer(request(GO))).failure();
    }

    @Test
    @Tag("openai-model#AC-13")
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
    void what_is_not_said_of_the_use_is_estimated() throws Exception {
        List<String> without =
                everything().stream()
                        .map(event -> event.replace("\"usage\":{", "\"used\":{"))
                        .toList();

        Answer.Complete whole = complete(without.toArray(String[]::new));

        assertThat(whole.usage()).isEqualTo(Usage.about(request(GO), whole.message()));
    }

    @Test
    @Tag("openai-model#AC-14")
    void the_answer_is_the_same_wherever_the_stream_is_cut() throws Exception {
        byte[] bytes = ResponsesEvents.bytes(everything());
        for (int size : List.of(1, 2, 3, 7, 64, 1000)) {
            server.then(wire -> {
                wire.head(200, STREAM);
                for (int at = 0; at < bytes.length; at += size) {
                    wire.chunk(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
                }
                wire.endChunks();
            });

            assertThat(((Answer.Complete) answer(request(GO))).message().blocks())
                    .as("packets of %d bytes", size)
                    .isEqualTo(whole());
        }
    }

    @Test
    @Tag("openai-model#AC-14")
    void a_stream_that_ends_is_a_failure_wherever_it_ends() throws Exception {
        List<String> events = everything();
        for (int sent = 0; sent < events.size(); sent++) {
            assertThat(failure(events.subList(0, sent).toArray(String[]::new)))
                    .as("ended after %d events", sent)
                    .isEqualTo(
                            new ModelFailure.Disconnected(
                                    "the stream ended before the reply was whole"));
        }
    }

    @Test
    @Tag("openai-model#AC-14")
    void a_mark_of_the_other_interface_ends_nothing() throws Exception {
        assertThat(failure(delta("x", 0, "y"), "data: [DONE]\n\n"))
                .isInstanceOf(ModelFailure.Disconnected.class);
    }

    @Test
    @Tag("openai-model#AC-14")
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
    @Tag("openai-model#AC-14")
    void silence_ends_the_request_wherever_it_begins() throws Exception {
        List<String> events = everything();
        var hurried =
                new Deadlines(
                        Duration.ofMillis(150), Duration.ofMillis(150), Duration.ofSeconds(9));
        for (int sent = 0; sent < events.size(); sent++) {
            int last = sent;
            server.then(wire -> {
                wire.head(200, STREAM);
                for (String event : events.subList(0, last)) {
                    wire.chunk(event);
                }
                wire.silence();
            });

            assertThat(((Answer.Failed) answer(request(hurried, GO))).failure())
                    .as("silent after %d events", sent)
                    .isInstanceOf(ModelFailure.Silent.class);
        }
    }

    @Test
    @Tag("openai-model#AC-14")
    void a_connection_left_open_after_the_last_event_holds_nobody() throws Exception {
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
    @Tag("openai-model#AC-14")
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

    @ParameterizedTest
    @Tag("openai-model#AC-15")
    @CsvSource({
        "max_output_tokens, max-tokens",
        "content_filter, refusal",
        "novelty, novelty",
    })
    void why_a_response_is_incomplete_is_read(String reason, String word) throws Exception {
        Answer.Complete answer =
                complete(added(0, words("")), delta("output_text", 0, "half"), incomplete(reason));

        assertThat(answer.stop().word()).isEqualTo(word);
        assertThat(answer.message().text()).isEqualTo("half");
    }

    @ParameterizedTest
    @Tag("openai-model#AC-15")
    @ValueSource(strings = {"max_output_tokens", "novelty"})
    void a_call_that_is_cut_is_kept_as_written_and_the_answer_says_so(String reason)
            throws Exception {
        Answer.Complete answer =
                complete(
                        added(0, call(0, "c", "read", "")),
                        delta("function_call_arguments", 0, "{\"pa"),
                        incomplete(reason));

        assertThat(answer.stop()).isEqualTo(new Answer.Stop.MaxTokens());
        assertThat(answer.message().calls())
                .containsExactly(new Block.ToolCall("c", "read", "{\"pa"));
    }

    @Test
    @Tag("openai-model#AC-15")
    void a_complete_response_with_half_a_call_is_malformed() throws Exception {
        assertThat(
                        failure(
                                added(0, call(0, "c", "read", "")),
                                delta("function_call_arguments", 0, "{\"pa"),
                                completed()))
                .isEqualTo(
                        new ModelFailure.Malformed(
                                "the reply does not follow the protocol: a response that is complete with a call that is not"));
    }

    @Test
    @Tag("openai-model#AC-15")
    void a_refusal_is_no_answer_in_words() throws Exception {
        Answer.Complete answer =
                complete(
                        added(0, words("")),
                        delta("refusal", 0, "I cannot"),
                        done(
                                0,
                                "{\"type\":\"message\",\"content\":[{\"type\":\"refusal\",\"refusal\":\"I cannot\"}]}"),
                        completed());

        assertThat(answer.stop()).isEqualTo(new Answer.Stop.Refusal());
        assertThat(answer.message().text()).isEqualTo("I cannot");
    }

    @ParameterizedTest
    @Tag("openai-model#AC-15")
    @CsvSource(
            delimiter = '|',
            value = {
                "rate_limit_exceeded | RateLimited",
                "server_error | ProviderFault",
                "server_is_overloaded | Overloaded",
                "context_length_exceeded | ContextTooLong",
                "insufficient_quota | Rejected",
                "invalid_prompt | Blocked",
                "something_new | ProviderFault"
            })
    void an_error_inside_a_good_response_is_the_failure_that_it_says(String code, String kind)
            throws Exception {
        String half = delta("output_text", 0, "half");
        String told = "\"code\":\"%s\",\"message\":\"no\"".formatted(code);
        List<String> forms =
                List.of(
                        event("error", told + ",\"param\":null"),
                        event("error", "\"error\":{" + told + "}"),
                        event(
                                "response.failed",
                                "\"response\":{\"status\":\"failed\",\"error\":{" + told + "}}"),
                        event(
                                "response.completed",
                                "\"response\":{\"status\":\"failed\",\"error\":{" + told + "}}"));
        for (String form : forms) {
            assertThat(failure(added(0, words("")), half, form).getClass().getSimpleName())
                    .as(form)
                    .isEqualTo(kind);
        }
    }

    @Test
    @Tag("openai-model#AC-15")
    void a_status_is_the_failure_that_it_stands_for_and_no_message_holds_the_key()
            throws Exception {
        server.thenStatus(429, Map.of("Retry-After", "7"), "{\"error\":{\"message\":\"slow\"}}")
                .thenStatus(
                        401,
                        Map.of(),
                        "{\"error\":{\"message\":\"Incorrect API key provided: %s\"}}"
                                .formatted(KEY))
                .thenStatus(503, Map.of(), "<html>");

        assertThat(((Answer.Failed) answer(request(GO))).failure())
                .isEqualTo(
                        new ModelFailure.RateLimited(
                                "too many requests (HTTP 429: slow)",
                                Optional.of(Duration.ofSeconds(7))));
        assertThat(((Answer.Failed) answer(request(GO))).failure())
                .isInstanceOfSatisfying(
                        ModelFailure.Unauthorized.class,
                        wrong -> assertThat(wrong.message()).doesNotContain(KEY));
        assertThat(((Answer.Failed) answer(request(GO))).failure())
                .isInstanceOf(ModelFailure.Overloaded.class);
    }

    @Test
    @Tag("openai-model#AC-18")
    void items_told_twice_count_once_and_those_of_the_end_alone_count_too() throws Exception {
        String item = call(0, "call_1", "read", "{}");
        var pieces = new ArrayList<Reply>();
        server.thenReply(
                List.of(
                        added(0, item),
                        added(0, item),
                        done(0, item),
                        done(0, item),
                        event(
                                "response.completed",
                                "\"response\":{\"status\":\"completed\",\"output\":[%s,%s]}"
                                        .formatted(item, words("late")))));

        var answer = (Answer.Complete) model.answer(request(GO), pieces::add);

        assertThat(answer.message().blocks())
                .containsExactly(
                        new Block.ToolCall("call_1", "read", "{}"), new Block.Text("late"));
        assertThat(pieces).filteredOn(Reply.CallStarted.class::isInstance).hasSize(1);
        assertThat(pieces).contains(new Reply.TextDelta("late"));
    }

    @Test
    @Tag("openai-model#AC-18")
    void ids_that_are_missing_or_repeated_are_replaced() throws Exception {
        Message before =
                new Message(
                        Message.Role.MODEL, List.of(new Block.ToolCall("call_1", "read", "{}")));
        Message result =
                new Message(Message.Role.USER, List.of(new Block.ToolResult("call_1", "x", false)));
        server.thenReply(
                List.of(
                        done(0, call(0, "call_1", "read", "{}")),
                        done(1, call(1, "call_1", "read", "{}")),
                        done(2, call(2, "", "list", "{}")),
                        completed()));

        Answer.Complete answer = (Answer.Complete) answer(request(GO, before, result));

        assertThat(answer.message().calls())
                .extracting(Block.ToolCall::id)
                .containsExactly("call_1_2", "call_1_3", "call");
    }

    @Test
    @Tag("openai-model#AC-18")
    void what_does_not_follow_the_protocol_is_malformed() throws Exception {
        for (String wrong :
                List.of(
                        "data: {\n\n",
                        "data: [1]\n\n",
                        delta("function_call_arguments", 3, "{}"),
                        delta("output_text", 3, "who?"),
                        done(0, "{\"type\":\"function_call\",\"call_id\":\"c\"}"))) {
            assertThat(failure(wrong, completed())).isInstanceOf(ModelFailure.Malformed.class);
        }
    }

    @Test
    @Tag("openai-model#AC-18")
    void a_model_that_only_thought_has_said_nothing() throws Exception {
        assertThat(complete(done(0, SEALED), completed()).message().blocks())
                .containsExactly(
                        new Block.Opaque("openai", SEALED),
                        new Block.Text("(the model said nothing)"));
    }
}
