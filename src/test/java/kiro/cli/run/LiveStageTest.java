package kiro.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kiro.cli.terminal.Painter;
import kiro.cli.terminal.StyledLine;
import kiro.cli.terminal.TypedKeys;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveStageTest {
    private static final Question ALLOW =
            new Question(
                    "allow",
                    List.of(
                            new Question.Choice("yes", "does it"),
                            new Question.Choice("no", "asks why")),
                    Optional.empty());

    private final ScreenTerminal terminal = new ScreenTerminal(60, 12);
    private final TypedKeys keys = new TypedKeys(60, 12);
    private final AtomicReference<Instant> now = new AtomicReference<>(Told.START);
    private final AtomicInteger stops = new AtomicInteger();
    private final AtomicInteger quits = new AtomicInteger();
    private final LiveStage stage =
            new LiveStage(
                    keys,
                    this::write,
                    new Painter(false),
                    clock(),
                    _ -> Optional.empty(),
                    stopping(),
                    Prompt.NONE);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    @Tag("terminal#AC-3")
    void one_key_answers_and_others_do_nothing() throws Exception {
        stage.open();
        var answer = asking(() -> stage.choose(ALLOW));
        await(() -> screen().contains("allow: [y]es, [n]o, ? help"));

        press("x");
        press("\r");
        press("n");

        assertThat(answer.get(10, TimeUnit.SECONDS).map(Question.Choice::word)).contains("no");
        await(() -> !screen().contains("allow:"));
    }

    @Test
    @Tag("terminal#AC-3")
    void what_was_being_typed_when_the_question_came_does_not_answer_it() throws Exception {
        stage.open();
        var answer = asking(() -> stage.choose(ALLOW));
        await(() -> screen().contains("allow:"));

        keys.type("yes please");
        await(keys::isIdle);
        settle();
        assertThat(answer.isDone()).isFalse();

        press("y");

        assertThat(answer.get(10, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    @Tag("terminal#AC-3")
    void a_question_mark_says_what_each_answer_means() throws Exception {
        stage.open();
        var answer = asking(() -> stage.choose(ALLOW));
        await(() -> screen().contains("allow:"));

        press("?");
        await(() -> screen().contains("[n]o  asks why"));
        press("?");
        await(() -> !screen().contains("asks why"));
        press("y");

        assertThat(answer.get(10, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    @Tag("terminal#AC-5")
    void on_a_narrow_terminal_the_meanings_of_the_keys_are_broken_and_not_cut() throws Exception {
        terminal.setSize(new ScreenTerminal(20, 24));
        keys.resize(20, 24);
        stage.open();
        var answer = asking(() -> stage.choose(ALLOW));
        await(() -> screen().contains("allow:"));

        press("?");

        await(() ->
                screen().contains("  Esc or Ctrl-C\n    stops; once\n    more ends kiro\n")
                        && screen().contains("  [n]o  asks why\n"));
        press("y");
        assertThat(answer.get(10, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void a_line_is_typed_and_edited() throws Exception {
        stage.open();
        var answer = asking(() -> stage.line("why"));
        await(() -> screen().contains("why>"));

        keys.type("too lareg\u007f\u007fge\r");

        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("too large");
    }

    @Test
    @Tag("terminal#AC-9")
    void ctrl_c_stops_once_and_ends_the_second_time() {
        stage.open();

        keys.type("\u0003");
        await(() -> stops.get() == 1);
        await(() -> screen().contains("stopping; Ctrl-C once more ends kiro at once"));
        assertThat(quits).hasValue(0);
        keys.type("\u0003");

        await(() -> quits.get() == 1);
        assertThat(stops).hasValue(1);
    }

    @Test
    void a_terminal_that_is_gone_answers_no_question() throws Exception {
        stage.open();
        var answer = asking(() -> stage.choose(ALLOW));
        await(() -> screen().contains("allow:"));

        keys.hangUp();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(stage.choose(ALLOW)).isEmpty();
    }

    @Test
    @Tag("terminal#AC-1")
    void the_terminal_is_lent_and_taken_back() throws Exception {
        stage.open();
        show("before");
        await(() -> screen().contains("? for help"));

        stage.lendTo(() -> {
            assertThat(keys.isLent()).isTrue();
            assertThat(screen()).contains("before").doesNotContain("? for help");
        });

        assertThat(keys.isLent()).isFalse();
        assertThat(screen()).contains("? for help");
    }

    /// Keys are waited for all the time: one that is waited for when an editor begins would be taken from it, and the first
    /// that an editor gets may be an Esc, which the terminal sends at the head of its answers.
    @Test
    @Tag("terminal#AC-1")
    void no_key_is_taken_from_whoever_the_terminal_is_lent_to() throws Exception {
        stage.open();
        for (int time = 0; time < 5; time++) {
            await(keys::isRead);

            stage.lendTo(() -> {
                keys.type("\u001b");
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                assertThat(keys.isIdle()).isFalse();
                keys.clear();
            });
        }

        assertThat(keys.failure()).isEmpty();
        assertThat(stops).hasValue(0);
    }

    @Test
    @Tag("terminal#AC-5")
    void another_size_is_drawn_anew() {
        stage.open();
        show("one two three four five six seven");

        terminal.setSize(new ScreenTerminal(20, 12));
        keys.resize(20, 12);
        show("eight nine ten eleven twelve");

        assertThat(screen()).contains("eight nine ten\n  eleven twelve\n  ? for help");
    }

    @Test
    void after_closing_the_terminal_is_left_alone() {
        stage.open();
        stage.close();

        LockSupport.parkNanos(Duration.ofMillis(250).toNanos());

        assertThat(keys.failure()).isEmpty();
    }

    @Test
    void closing_leaves_what_was_printed_and_nothing_else() {
        stage.open();
        show("kept");
        stage.close();

        assertThat(screen().strip()).isEqualTo("kept");
        assertThat(keys.isClosed()).isTrue();
    }

    private void show(String line) {
        stage.show(List.of(Piece.line(StyledLine.of(line))));
    }

    /// Types after the time that a person takes to read.
    private void press(String text) {
        await(keys::isIdle);
        settle();
        now.updateAndGet(time -> time.plus(LiveStage.READING_TIME));
        keys.type(text);
        await(keys::isIdle);
        settle();
    }

    /// Waits until a key that was read has been dealt with: the screen's monitor is free again.
    private void settle() {
        keys.type("\u001b[99~");
        await(keys::isIdle);
    }

    private static <T> CompletableFuture<T> asking(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        answer.complete(question.call());
                    } catch (Exception failed) {
                        answer.completeExceptionally(failed);
                    }
                });
        return answer;
    }

    private synchronized void write(String text) {
        terminal.write(text);
    }

    private synchronized String screen() {
        var text = new StringBuilder();
        terminal.toString()
                .lines()
                .map(String::stripTrailing)
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private Stopping stopping() {
        return new Stopping() {
            @Override
            public void stop() {
                stops.incrementAndGet();
            }

            @Override
            public void quit() {
                quits.incrementAndGet();
            }
        };
    }
}
