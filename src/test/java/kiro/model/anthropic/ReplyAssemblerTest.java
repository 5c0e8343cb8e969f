package kiro.model.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.http.EventSink;
import kiro.http.Framing;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.CallIds;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Usage;
import kiro.testing.AnthropicEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyAssemblerTest {
    private static final URI URL = URI.create("http://127.0.0.1:1");
    private static final ModelRequest FIRST = Conversations.request(Message.user("go"));

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(
                        AnthropicEvents.reply().with("x", "{\"type\":\"content_block_d"),
                        "an event that is no JSON"),
                Arguments.of(
                        AnthropicEvents.nothing().with("x", "[1]"),
                        "an event that is no JSON object"),
                Arguments.of(
                        AnthropicEvents.nothing().with("x", "<html>"), "an event that is no JSON"),
                Arguments.of(AnthropicEvents.nothing().with("x", "{}"), "an event without a type"),
                Arguments.of(
                        AnthropicEvents.nothing().with("x", "{\"type\":\"content_block_stop\"}"),
                        "an event with a number that is none"),
                Arguments.of(
                        AnthropicEvents.nothing()
                                .with(
                                        "x",
                                        "{\"type\":\"message_delta\",\"usage\":{\"output_tokens\":\"many\"}}"),
                        "an event with a number that is none"),
                Arguments.of(
                        AnthropicEvents.reply()
                                .with("message_start", "{\"type\":\"message_start\"}"),
                        "a second reply within the first"),
                Arguments.of(AnthropicEvents.reply().start("{}"), "a block without a type"),
                Arguments.of(
                        AnthropicEvents.reply()
                                .start("{\"type\":\"text\",\"text\":\"\"}")
                                .start("{\"type\":\"text\",\"text\":\"\"}"),
                        "two blocks with the number 0"),
                Arguments.of(
                        AnthropicEvents.reply()
                                .text("one")
                                .with(
                                        "x",
                                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\"}}"),
                        "two blocks with the number 0"),
                Arguments.of(
                        AnthropicEvents.reply().delta("{\"type\":\"text_delta\",\"text\":\"x\"}"),
                        "a fragment of a block that is not open: 0"),
                Arguments.of(
                        AnthropicEvents.reply()
                                .start("{\"type\":\"text\",\"text\":\"\"}")
                                .delta("{\"type\":\"input_json_delta\",\"partial_json\":\"x\"}"),
                        "a fragment of another kind than its block: 0"),
                Arguments.of(
                        AnthropicEvents.reply().stop(), "the end of a block that is not open: 0"),
                Arguments.of(
                        AnthropicEvents.reply()
                                .start("{\"type\":\"text\",\"text\":\"\"}")
                                .with("message_stop", "{\"type\":\"message_stop\"}"),
                        "a reply that ends within a block"),
                Arguments.of(
                        AnthropicEvents.reply()
                                .text("hi")
                                .with("message_stop", "{\"type\":\"message_stop\"}"),
                        "a reply that does not say why it ends"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @Tag("anthropic-model#AC-8")
    void what_does_not_follow_the_protocol_is_malformed(AnthropicEvents events, String reason) {
        assertThat(assembled(FIRST, events.events()))
                .contains(
                        new Answer.Failed(
                                new ModelFailure.Malformed(
                                        "the reply does not follow the protocol: " + reason)));
    }

    @Test
    @Tag("anthropic-model#AC-8")
    void bytes_that_are_no_text_are_malformed() {
        byte[] event = "{\"type\":\"message_stop\",\"x\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        event[event.length - 3] = (byte) 0xFF;

        assertThat(new EventReader().read(event, event.length))
                .isEqualTo(new StreamEvent.Broken("an event that is no JSON"));
    }

    @ParameterizedTest
    @Tag("anthropic-model#AC-5")
    @CsvSource({
        "overloaded_error, Overloaded, 'Anthropic is overloaded (overloaded_error: hm)'",
        "rate_limit_error, RateLimited, 'too many requests (rate_limit_error: hm)'",
        "api_error, ProviderFault, 'Anthropic failed (api_error: hm)'",
        "timeout_error, ProviderFault, 'Anthropic failed (timeout_error: hm)'",
        "of_a_later_version, ProviderFault, 'Anthropic failed (of_a_later_version: hm)'",
        "authentication_error, Unauthorized, 'Anthropic refuses the key: change it (ANTHROPIC_API_KEY, or ''kiro auth login --anthropic'') to one that may use claude-test (authentication_error: hm)'",
        "permission_error, Unauthorized, 'Anthropic refuses the key: change it (ANTHROPIC_API_KEY, or ''kiro auth login --anthropic'') to one that may use claude-test (permission_error: hm)'",
        "not_found_error, Rejected, 'no model ''claude-test'' at http://127.0.0.1:1: set model or anthropic.base-url (not_found_error: hm)'",
        "request_too_large, ContextTooLong, 'the conversation is too long for claude-test (request_too_large: hm)'",
        "invalid_request_error, Rejected, 'Anthropic rejects the request (invalid_request_error: hm)'",
        "billing_error, Rejected, 'Anthropic rejects the request (billing_error: hm)'"
    })
    void an_error_event_is_the_failure_that_its_type_says(
            String type, String kind, String message) {
        var failed =
                (Answer.Failed)
                        assembled(
                                        FIRST,
                                        AnthropicEvents.reply()
                                                .text("so far")
                                                .error(type, "hm")
                                                .events())
                                .orElseThrow();

        assertThat(failed.failure().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failed.failure().message()).isEqualTo(message);
    }

    @Test
    @Tag("anthropic-model#AC-9")
    void a_call_that_is_cut_is_kept_as_written_and_the_answer_says_so() {
        Answer answer =
                assembled(
                                FIRST,
                                AnthropicEvents.reply()
                                        .call("toolu_1", "read", "{\"path\": \"a/ve")
                                        .end("max_tokens"))
                        .orElseThrow();

        assertThat(answer)
                .isEqualTo(
                        new Answer.Complete(
                                new Message(
                                        Message.Role.MODEL,
                                        List.of(
                                                new Block.ToolCall(
                                                        "toolu_1", "read", "{\"path\": \"a/ve"))),
                                new Answer.Stop.MaxTokens(),
                                new Usage(25, 11, 7, 15, 0)));
    }

    @Test
    @Tag("anthropic-model#AC-10")
    void ids_that_cannot_be_used_are_replaced() {
        ModelRequest later =
                Conversations.request(
                        Message.user("go"),
                        new Message(
                                Message.Role.MODEL,
                                List.of(new Block.ToolCall("call", "list", "{}"))),
                        new Message(
                                Message.Role.USER,
                                List.of(new Block.ToolResult("call", "ok", false))));
        List<String> events =
                AnthropicEvents.reply()
                        .call("", "list")
                        .call("a.b/c", "list")
                        .call("a.b/c", "list")
                        .call("fine", "list")
                        .call("x".repeat(80), "list")
                        .call("x".repeat(80), "list")
                        .end("tool_use");

        List<String> ids = ids(later, events);

        assertThat(ids)
                .containsExactly(
                        "call_2",
                        "a_b_c",
                        "a_b_c_2",
                        "fine",
                        "x".repeat(64),
                        "x".repeat(62) + "_2");
        assertThat(ids(later, events)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, EndOfTurn[]",
        "stop_sequence, EndOfTurn[]",
        "tool_use, ToolUse[]",
        "max_tokens, MaxTokens[]",
        "model_context_window_exceeded, MaxTokens[]",
        "refusal, Refusal[]",
        "pause_turn, Unknown[reason=pause_turn]"
    })
    void the_reason_to_stop_is_read(String reason, String stop) {
        var complete =
                (Answer.Complete)
                        assembled(FIRST, AnthropicEvents.reply().text("x").end(reason))
                                .orElseThrow();

        assertThat(complete.stop().toString()).isEqualTo(stop);
    }

    @Test
    void blocks_may_be_interleaved_and_keep_their_order() {
        List<String> events =
                AnthropicEvents.reply()
                        .with(
                                "x",
                                "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"b\"}}")
                        .with(
                                "x",
                                "{\"content_block\":{\"text\":\"a\",\"type\":\"text\"},\"index\":0,\"type\":\"content_block_start\"}")
                        .with(
                                "x",
                                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"2\"}}")
                        .with(
                                "x",
                                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"1\"}}")
                        .with("x", "{\"type\":\"content_block_stop\",\"index\":1}")
                        .with("x", "{\"type\":\"content_block_stop\",\"index\":0}")
                        .end("end_turn");

        assertThat(blocks(events)).containsExactly(new Block.Text("a1"), new Block.Text("b2"));
    }

    @Test
    void a_call_whose_arguments_come_at_once_keeps_them() {
        List<String> events =
                AnthropicEvents.reply()
                        .start(
                                "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"read\",\"input\":{\"path\":\"ü\"}}")
                        .stop()
                        .end("tool_use");

        assertThat(blocks(events))
                .containsExactly(new Block.ToolCall("t", "read", "{\"path\":\"ü\"}"));
    }

    @Test
    void what_no_provider_takes_back_is_left_out() {
        List<String> events =
                AnthropicEvents.reply()
                        .text(" ", "\n")
                        .start("{\"type\":\"of_a_later_version\"}")
                        .delta("{\"type\":\"unknown_delta\"}")
                        .stop()
                        .thinking("", "only a signature")
                        .text("x")
                        .end("end_turn");

        assertThat(blocks(events))
                .containsExactly(
                        new Block.Thinking("", "only a signature", "anthropic"),
                        new Block.Text("x"));
    }

    @Test
    void a_reply_of_nothing_still_is_a_message() {
        assertThat(blocks(AnthropicEvents.reply().end("end_turn")))
                .containsExactly(new Block.Text("(the model said nothing)"));
    }

    private static List<String> ids(ModelRequest request, List<String> events) {
        var complete = (Answer.Complete) assembled(request, events).orElseThrow();
        return complete.message().calls().stream().map(Block.ToolCall::id).toList();
    }

    private static List<Block> blocks(List<String> events) {
        return ((Answer.Complete) assembled(FIRST, events).orElseThrow()).message().blocks();
    }

    /// What the events come to, through the decoder and the reader.
    static Optional<Answer> assembled(ModelRequest request, List<String> events) {
        var failures = AnthropicModel.failures(Conversations.settings(URL), Conversations.CLOCK);
        var assembler = new ReplyAssembler(piece -> {}, CallIds.of(request), failures);
        var answers = new java.util.ArrayList<Answer>();
        var decoder =
                Framing.EVENTS.decoder(
                        new EventSink() {
                            @Override
                            public void event(String name, byte[] data, int length) {
                                assembler.event(data, length).ifPresent(answers::add);
                            }

                            @Override
                            public void failure(String type, byte[] data, int length) {}

                            @Override
                            public void broken(String reason) {}

                            @Override
                            public void comment() {}

                            @Override
                            public void tooLong() {}
                        },
                        1_000_000);
        decoder.feed(ByteBuffer.wrap(String.join("", events).getBytes(StandardCharsets.UTF_8)));
        return answers.stream().findFirst();
    }
}
