package kiro.model.anthropic;

import static kiro.model.anthropic.Conversations.hurried;
import static kiro.model.anthropic.Conversations.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kiro.model.Answer;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Reply;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Waiting that ends: deadlines, interrupts, and a caller that gives up.
class AnthropicWaitingTest {
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
    @Tag("anthropic-model#AC-4")
    void silence_ends_the_request_wherever_it_begins() throws Exception {
        List<String> events = everything();
        for (int sent = 0; sent < events.size(); sent++) {
            int last = sent;
            server.then(wire -> {
                wire.head(200, STREAM);
                for (String event : events.subList(0, last)) {
                    wire.chunk(event);
                }
                wire.silence();
            });

            Answer answer = answer(hurried(sent == 0 ? 300 : 20_000, 100, 60_000));

            assertThat(answer)
                    .as("silent after %d events", sent)
                    .isEqualTo(
                            new Answer.Failed(
                                    sent == 0
                                            ? new ModelFailure.Silent(
                                                    "no reply came within 300 ms",
                                                    Duration.ofMillis(300))
                                            : new ModelFailure.Silent(
                                                    "nothing more of the reply came within 100 ms",
                                                    Duration.ofMillis(100))));
            assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    @Tag("anthropic-model#AC-4")
    void a_server_that_takes_the_request_and_says_nothing_at_all_is_left() throws Exception {
        server.then(AnthropicServer.Wire::silence);

        assertThat(failure(hurried(200, 10_000, 10_000)))
                .isEqualTo(
                        new ModelFailure.Silent(
                                "no reply came within 200 ms", Duration.ofMillis(200)));
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @Tag("anthropic-model#AC-4")
    void signs_of_life_without_a_reply_do_not_make_a_request_endless() throws Exception {
        server.then(wire -> drip(wire, ": alive\n\n"))
                .then(wire -> drip(wire, "event: ping\ndata: {\"type\":\"ping\"}\n\n"));

        assertThat(failure(hurried(300, 20_000, 60_000)))
                .isEqualTo(
                        new ModelFailure.Silent(
                                "no reply came within 300 ms", Duration.ofMillis(300)));
        assertThat(failure(hurried(20_000, 20_000, 600)))
                .isEqualTo(
                        new ModelFailure.Silent(
                                "the reply was not whole within 600 ms", Duration.ofMillis(600)));
    }

    private static void drip(AnthropicServer.Wire wire, String sign)
            throws java.io.IOException, InterruptedException {
        wire.head(200, STREAM);
        for (int i = 0; i < 100; i++) {
            wire.chunk(sign);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    @Tag("anthropic-model#AC-4")
    void pings_keep_a_slow_reply_alive() throws Exception {
        server.then(wire -> {
            wire.head(200, STREAM);
            List<String> events = AnthropicEvents.saying("slow");
            wire.chunk(events.getFirst());
            for (int i = 0; i < 6; i++) {
                TimeUnit.MILLISECONDS.sleep(250);
                wire.chunk(
                        i % 2 == 0 ? ": alive\n\n" : "event: ping\ndata: {\"type\":\"ping\"}\n\n");
            }
            for (String event : events.subList(1, events.size())) {
                wire.chunk(event);
            }
            wire.endChunks();
        });

        assertThat(text(answer(hurried(20_000, 1_000, 60_000)))).isEqualTo("slow");
    }

    @Test
    @Tag("anthropic-model#AC-13")
    void an_interrupt_ends_the_request_and_closes_the_connection() throws Exception {
        server.then(
                        wire -> {
                            wire.head(200, STREAM);
                            for (String event : everything().subList(0, 8)) {
                                wire.chunk(event);
                            }
                            wire.silence();
                        })
                .then(AnthropicServer.Wire::silence);

        assertInterruptEnds(1, Reply.TextDelta.class);
        assertInterruptEnds(2, Reply.class);
    }

    /// @param requests how many requests the server has seen when the interrupt comes
    /// @param awaited what has arrived of the reply by then, in the first of them
    private void assertInterruptEnds(int requests, Class<? extends Reply> awaited)
            throws Exception {
        var begun = new CountDownLatch(requests == 1 ? 1 : 0);
        var outcome = new AtomicReference<Object>("no answer");
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                outcome.set(
                                        model.answer(
                                                request(GO),
                                                piece -> {
                                                    if (awaited.isInstance(piece)) {
                                                        begun.countDown();
                                                    }
                                                }));
                            } catch (InterruptedException stopped) {
                                outcome.set("interrupted");
                            }
                        });
        begun.await();
        awaitRequests(requests);

        caller.interrupt();
        // The deadlines are minutes away.
        caller.join(10_000);

        assertThat(outcome.get()).isEqualTo("interrupted");
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    @Tag("anthropic-model#AC-13")
    void an_interrupt_before_the_request_sends_nothing() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> answer(request(GO))).isInstanceOf(InterruptedException.class);
        assertThat(server.requests()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_listener_that_throws_ends_the_request() throws Exception {
        server.then(wire -> {
            wire.head(200, STREAM);
            for (String event : everything().subList(0, 5)) {
                wire.chunk(event);
            }
            wire.silence();
        });

        assertThatThrownBy(() ->
                        model.answer(
                                request(GO),
                                piece -> {
                                    throw new IllegalStateException("full");
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
        assertThat(server.sawHangUp(Duration.ofSeconds(5))).isTrue();
    }

    private void awaitRequests(int count) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(10);
        while (server.requests().size() < count && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static List<String> everything() {
        return AnthropicEvents.reply()
                .ping()
                .thinking("hm", "c2ln")
                .text("Looking")
                .call("toolu_1", "read", "{\"path\":", "\"a\"}")
                .end("tool_use");
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
