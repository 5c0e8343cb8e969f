package kiro.model.bedrock;

import static kiro.model.bedrock.Bedrock.GO;
import static kiro.model.bedrock.Bedrock.answer;
import static kiro.model.bedrock.Bedrock.complete;
import static kiro.model.bedrock.Bedrock.delta;
import static kiro.model.bedrock.Bedrock.end;
import static kiro.model.bedrock.Bedrock.everything;
import static kiro.model.bedrock.Bedrock.failure;
import static kiro.model.bedrock.Bedrock.metadata;
import static kiro.model.bedrock.Bedrock.request;
import static kiro.model.bedrock.Bedrock.start;
import static kiro.model.bedrock.Bedrock.stop;
import static kiro.model.bedrock.Bedrock.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.Reply;
import kiro.model.Usage;
import kiro.testing.AnthropicServer;
import kiro.testing.AwsFrames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Replies of a loopback server that streams Bedrock's binary frames, whole ones and all that can go wrong with them.
class BedrockReplyTest {
    private AnthropicServer server;
    private BedrockModel model;

    @BeforeEach
    void begin() {
        server = AnthropicServer.start();
        model = Bedrock.model(server.url(), Map.of());
    }

    @AfterEach
    void leave() throws Exception {
        model.close();
        server.close();
    }

    @Test
    @Tag("bedrock-model#AC-1")
    void a_whole_reply_is_decoded_and_its_pieces_are_told_in_order() throws Exception {
        server.then(stream(everything()));
        var pieces = new ArrayList<Reply>();

        Answer answer = model.answer(request(GO), pieces::add);

        assertThat(answer)
                .isEqualTo(
                        new Answer.Complete(
                                new Message(Message.Role.MODEL, Bedrock.WHOLE),
                                new Answer.Stop.ToolUse(),
                                Bedrock.USED));
        assertThat(pieces)
                .containsExactly(
                        new Reply.ThinkingDelta("Let me "),
                        new Reply.ThinkingDelta("think…"),
                        new Reply.BlockFinished(Bedrock.WHOLE.get(0)),
                        new Reply.BlockFinished(Bedrock.WHOLE.get(1)),
                        new Reply.BlockFinished(Bedrock.WHOLE.get(2)),
                        new Reply.TextDelta("Schöne "),
                        new Reply.CallStarted("tooluse_abc", "read"),
                        new Reply.TextDelta("Grüße 🎈"),
                        new Reply.BlockFinished(Bedrock.WHOLE.get(3)),
                        new Reply.BlockFinished(Bedrock.WHOLE.get(4)),
                        new Reply.CallStarted("call", "list"),
                        new Reply.BlockFinished(Bedrock.WHOLE.get(5)));
    }

    @Test
    @Tag("bedrock-model#AC-2")
    void the_answer_is_the_same_wherever_the_stream_is_cut() throws Exception {
        byte[] bytes = AwsFrames.joined(everything());
        for (int size : List.of(1, 2, 5, 13, 64, 777, bytes.length)) {
            server.then(wire -> {
                wire.head(200, AwsFrames.type());
                for (int at = 0; at < bytes.length; at += size) {
                    wire.chunk(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
                }
                wire.endChunks();
            });

            assertThat(complete(model).message().blocks())
                    .as("packets of %d bytes", size)
                    .isEqualTo(Bedrock.WHOLE);
        }
    }

    @Test
    @Tag("bedrock-model#AC-2")
    void what_a_later_version_sends_is_passed_over_wherever_it_stands() throws Exception {
        List<byte[]> unknown =
                List.of(
                        AwsFrames.event("somethingNew", "{\"a\":[1,{\"b\":null}]}"),
                        AwsFrames.event("initial-response", "{}"),
                        AwsFrames.event(
                                "contentBlockStart",
                                "{\"contentBlockIndex\":9,\"start\":{\"hologram\":{}}}"),
                        delta(9, "{\"hologram\":{\"light\":1}}"),
                        delta(9, "{\"text\":\"of the hologram\"}"),
                        stop(9),
                        AwsFrames.frame(AwsFrames.text(":message-type", "later"), new byte[3]),
                        delta(8, "{\"image\":{\"source\":\"x\"}}"),
                        stop(8),
                        stop(7));
        for (int at = 1; at < everything().size() - 1; at++) {
            var frames = new ArrayList<>(everything());
            frames.addAll(at, unknown);
            server.then(stream(frames));

            assertThat(complete(model).message().blocks())
                    .as("before event %d", at)
                    .isEqualTo(Bedrock.WHOLE);
        }
    }

    @Test
    @Tag("bedrock-model#AC-2")
    void a_beginning_that_says_nothing_leaves_the_block_to_its_first_fragment() throws Exception {
        for (String start : List.of("", ",\"start\":{}", ",\"start\":null")) {
            server.then(
                    stream(
                            List.of(
                                    start(),
                                    AwsFrames.event(
                                            "contentBlockStart",
                                            "{\"contentBlockIndex\":0" + start + "}"),
                                    delta(0, "{\"text\":\"hi\"}"),
                                    stop(0),
                                    end("end_turn"),
                                    metadata())));

            assertThat(complete(model).message()).isEqualTo(Message.model("hi"));
        }
    }

    @Test
    @Tag("bedrock-model#AC-4")
    void a_stream_that_ends_or_breaks_before_the_reply_is_whole_is_a_failure() throws Exception {
        List<byte[]> frames = everything();
        for (int sent = 0; sent < frames.size() - 1; sent++) {
            List<byte[]> some = frames.subList(0, sent);
            server.then(stream(some));
            ModelFailure ended = failure(model, request(GO));
            server.then(wire -> {
                Bedrock.send(wire, some);
                wire.reset();
            });
            ModelFailure reset = failure(model, request(GO));
            byte[] half = Arrays.copyOf(frames.get(sent), frames.get(sent).length / 2);
            server.then(stream(Bedrock.with(some, sent, half)));

            assertThat(ended)
                    .as("ended after %d", sent)
                    .isEqualTo(
                            new ModelFailure.Disconnected(
                                    "the stream ended before the reply was whole"));
            assertThat(reset).isInstanceOf(ModelFailure.Disconnected.class);
            assertThat(failure(model, request(GO))).isEqualTo(ended);
        }
    }

    @Test
    @Tag("bedrock-model#AC-4")
    void a_whole_reply_counts_without_what_it_used() throws Exception {
        List<byte[]> without = everything().subList(0, everything().size() - 1);
        var whole =
                new Answer.Complete(
                        new Message(Message.Role.MODEL, Bedrock.WHOLE),
                        new Answer.Stop.ToolUse(),
                        Usage.about(request(GO), new Message(Message.Role.MODEL, Bedrock.WHOLE)));
        server.then(stream(without))
                .then(wire -> {
                    Bedrock.send(wire, without);
                    wire.reset();
                })
                .then(wire -> {
                    Bedrock.send(wire, without);
                    wire.silence();
                });

        assertThat(answer(model, request(GO))).isEqualTo(whole);
        assertThat(answer(model, request(GO))).isEqualTo(whole);
        assertThat(answer(model, request(GO))).isEqualTo(whole);
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @Tag("bedrock-model#AC-4")
    void silence_ends_the_request_wherever_it_begins() throws Exception {
        List<byte[]> frames = everything();
        for (int sent = 0; sent < frames.size() - 1; sent++) {
            List<byte[]> some = frames.subList(0, sent);
            server.then(wire -> {
                Bedrock.send(wire, some);
                wire.silence();
            });

            assertThat(
                            failure(
                                    model,
                                    request(
                                            Bedrock.within(sent == 0 ? 200 : 20_000, 100, 60_000),
                                            GO)))
                    .as("silent after %d", sent)
                    .isEqualTo(
                            sent == 0
                                    ? new ModelFailure.Silent(
                                            "no reply came within 200 ms", Duration.ofMillis(200))
                                    : new ModelFailure.Silent(
                                            "nothing more of the reply came within 100 ms",
                                            Duration.ofMillis(100)));
            assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    @Tag("bedrock-model#AC-3")
    void a_wrong_checksum_anywhere_is_a_failure_that_may_pass() throws Exception {
        List<byte[]> frames = everything();
        for (int at = 0; at < frames.size(); at++) {
            var damaged = new ArrayList<>(frames);
            damaged.set(at, AwsFrames.damaged(frames.get(at), at % 2 == 0 ? -1 : -9));
            server.then(stream(damaged));

            assertThat(failure(model, request(GO)))
                    .as("event %d", at)
                    .isEqualTo(
                            new ModelFailure.Malformed(
                                    "the reply does not follow the protocol: a frame with the wrong checksum"));
        }
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-1")
    @CsvSource({
        "end_turn, end-of-turn",
        "stop_sequence, end-of-turn",
        "tool_use, tool-use",
        "max_tokens, max-tokens",
        "model_context_window_exceeded, max-tokens",
        "content_filtered, refusal",
        "something_new, something_new",
    })
    void each_reason_to_stop_is_told(String reason, String word) throws Exception {
        server.then(
                stream(
                        List.of(
                                start(),
                                delta(0, "{\"text\":\"hi\"}"),
                                stop(0),
                                end(reason),
                                metadata())));

        assertThat(complete(model).stop().word()).isEqualTo(word);
    }

    @ParameterizedTest
    @Tag("bedrock-model#AC-4")
    @CsvSource({"malformed_model_output", "malformed_tool_use"})
    void what_bedrock_itself_cannot_read_may_pass(String reason) throws Exception {
        server.then(stream(List.of(start(), end(reason), metadata())));

        ModelFailure failure = failure(model, request(GO));

        assertThat(failure)
                .isEqualTo(
                        new ModelFailure.Malformed(
                                "the model wrote what Bedrock cannot read (" + reason + ")"));
        assertThat(failure.isTransient()).isTrue();
    }

    @Test
    @Tag("bedrock-model#AC-1")
    void arguments_that_are_cut_stay_as_they_are_in_a_reply_that_says_that_it_is_cut()
            throws Exception {
        server.then(
                stream(
                        List.of(
                                start(),
                                Bedrock.call(0, "t1", "write"),
                                delta(0, "{\"toolUse\":{\"input\":\"{\\\"text\\\":\\\"half\"}}"),
                                stop(0),
                                end("max_tokens"),
                                metadata())));

        assertThat(complete(model))
                .isEqualTo(
                        new Answer.Complete(
                                Bedrock.said(new Block.ToolCall("t1", "write", "{\"text\":\"half")),
                                new Answer.Stop.MaxTokens(),
                                Bedrock.USED));
    }

    @Test
    @Tag("bedrock-model#AC-1")
    void ids_are_made_fit_and_unique_in_the_conversation() throws Exception {
        server.then(
                stream(
                        List.of(
                                start(),
                                Bedrock.call(0, "t1", "read"),
                                stop(0),
                                Bedrock.call(1, "t1", "read"),
                                stop(1),
                                Bedrock.call(2, "a:b.c", "read"),
                                stop(2),
                                end("tool_use"),
                                metadata())));

        Answer.Complete answer =
                (Answer.Complete)
                        answer(
                                model,
                                request(
                                        GO,
                                        Bedrock.said(new Block.ToolCall("t1", "read", "{}")),
                                        Bedrock.told(new Block.ToolResult("t1", "x", false))));

        assertThat(answer.message().calls())
                .extracting(Block.ToolCall::id)
                .containsExactly("t1_2", "t1_3", "a_b_c");
    }

    @Test
    @Tag("bedrock-model#AC-1")
    void a_reply_without_words_is_one_that_can_be_sent_again() throws Exception {
        server.then(
                stream(
                        List.of(
                                start(),
                                delta(0, "{\"text\":\"\\n\"}"),
                                stop(0),
                                end("end_turn"),
                                metadata())));

        assertThat(complete(model).message()).isEqualTo(Message.model("(the model said nothing)"));
    }

    @Test
    @Tag("bedrock-model#AC-4")
    void events_that_contradict_each_other_are_malformed() throws Exception {
        List<List<byte[]>> wrong =
                List.of(
                        List.of(start(), start()),
                        List.of(start(), delta(0, "{\"toolUse\":{\"input\":\"{}\"}}")),
                        List.of(start(), stop(0), stop(0)),
                        List.of(start(), delta(0, "{\"text\":\"a\"}"), end("end_turn")),
                        List.of(start(), end("")),
                        List.of(start(), AwsFrames.event("messageStop", "{}")),
                        List.of(
                                start(),
                                delta(0, "{\"text\":\"a\"}"),
                                stop(0),
                                delta(0, "{\"text\":\"b\"}")),
                        List.of(
                                start(),
                                delta(0, "{\"text\":\"a\"}"),
                                delta(0, "{\"reasoningContent\":{\"text\":\"b\"}}")),
                        List.of(
                                start(),
                                delta(0, "{\"reasoningContent\":{\"redactedContent\":\"???\"}}")),
                        List.of(start(), Bedrock.call(0, "t", "")),
                        List.of(start(), Bedrock.call(0, "t", "a"), Bedrock.call(0, "u", "b")),
                        List.of(
                                start(),
                                AwsFrames.event(
                                        "contentBlockDelta", "{\"delta\":{\"text\":\"a\"}}")),
                        List.of(start(), AwsFrames.event("contentBlockDelta", "[1]")),
                        List.of(
                                start(),
                                AwsFrames.event(
                                        "contentBlockDelta",
                                        "{\"contentBlockIndex\":0,\"delta\":{\"te")),
                        List.of(start(), AwsFrames.event("metadata", "")));
        for (List<byte[]> frames : wrong) {
            server.then(stream(frames));

            assertThat(failure(model, request(GO)))
                    .as("%d: %s", wrong.indexOf(frames), frames.size())
                    .isInstanceOf(ModelFailure.Malformed.class);
        }
    }

    @Test
    @Tag("bedrock-model#AC-4")
    void an_interrupt_ends_the_request_and_closes_the_connection() throws Exception {
        var begun = new CountDownLatch(1);
        server.then(wire -> {
            Bedrock.send(wire, everything().subList(0, 12));
            wire.silence();
        });
        var ended = new AtomicReference<String>("");
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                ended.set("" + model.answer(request(GO), _ -> begun.countDown()));
                            } catch (InterruptedException stopped) {
                                ended.set("interrupted");
                            }
                        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        asking.interrupt();

        assertThat(asking.join(Duration.ofSeconds(2))).isTrue();
        assertThat(ended).hasValue("interrupted");
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @Tag("bedrock-model#AC-4")
    void what_is_no_stream_of_frames_is_said() throws Exception {
        server.thenStatus(200, Map.of("Content-Type", "text/html"), "<html>sign in</html>");

        assertThat(failure(model, request(GO)))
                .isEqualTo(
                        new ModelFailure.Rejected(
                                server.url()
                                        + " answers with text/html instead of a stream of AWS's frames: is aws.region or bedrock.base-url right?"));
    }
}
