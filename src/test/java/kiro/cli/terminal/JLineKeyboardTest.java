package kiro.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("terminal#AC-9")
class JLineKeyboardTest {
    private static final int TRIALS = 100;
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void keys_are_read_until_it_is_let_go() throws Exception {
        LineDisciplineTerminal terminal = terminal();
        var keyboard = new JLineKeyboard(terminal);
        terminal.processInputBytes(new byte[] {'a'});

        assertThat(keyboard.read(1_000)).isEqualTo('a');
        assertThat(keyboard.read(1)).isEqualTo(Keyboard.NOTHING);

        keyboard.close();

        assertThat(keyboard.read(1)).isEqualTo(Keyboard.CLOSED);
    }

    @Test
    void what_is_asked_once_it_is_let_go_is_answered_and_does_nothing() throws Exception {
        var keyboard = new JLineKeyboard(terminal());
        keyboard.close();

        keyboard.close();
        keyboard.lend();
        keyboard.takeBack();

        assertThat(keyboard.size()).isEqualTo(new Size(80, 24));
    }

    /// JLine lets it go by itself when the program ends, at a second Ctrl-C for instance.
    @Test
    void what_jline_has_let_go_is_let_go() throws Exception {
        Terminal gone = terminal();
        var keyboard = new JLineKeyboard(gone);
        gone.close();

        assertThat(keyboard.size()).isEqualTo(new Size(80, 24));
        assertThat(keyboard.read(1)).isEqualTo(Keyboard.CLOSED);
        keyboard.lend();
        keyboard.takeBack();
        keyboard.close();
    }

    /// A window that is closed takes the terminal along: the system answers nothing any more.
    @Test
    @Tag("terminal#AC-13")
    void a_terminal_that_the_system_took_away_is_let_go() throws Exception {
        var isGone = new AtomicBoolean();
        var keyboard =
                new JLineKeyboard(
                        new LineDisciplineTerminal(
                                "test",
                                "xterm",
                                out,
                                StandardCharsets.UTF_8,
                                Terminal.SignalHandler.SIG_DFL) {
                            @Override
                            public org.jline.terminal.Size getSize() {
                                if (isGone.get()) {
                                    throw new UncheckedIOException(new IOException("ioctl failed"));
                                }
                                return org.jline.terminal.Size.of(80, 24);
                            }

                            @Override
                            public void setAttributes(Attributes attributes) {
                                if (isGone.get()) {
                                    throw new IOError(new IOException("ioctl failed"));
                                }
                                super.setAttributes(attributes);
                            }
                        });
        isGone.set(true);

        assertThat(keyboard.size()).isEqualTo(new Size(80, 24));
        assertThat(keyboard.read(1)).isEqualTo(Keyboard.CLOSED);
        keyboard.lend();
        keyboard.takeBack();
        keyboard.close();
    }

    /// Whoever lets the terminal go is another thread than those that read it and draw on it.
    @Test
    void letting_it_go_disturbs_nobody_who_reads_or_asks_for_its_size() throws Exception {
        for (int trial = 0; trial < TRIALS; trial++) {
            var keyboard = new JLineKeyboard(terminal());
            var ready = new CountDownLatch(2);
            var isOver = new AtomicBoolean();
            var reading =
                    CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                return readToEnd(keyboard);
                            },
                            THREADS);
            var drawing =
                    CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                Size size = keyboard.size();
                                while (!isOver.get()) {
                                    size = keyboard.size();
                                }
                                return size;
                            },
                            THREADS);
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();

            keyboard.close();

            assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo(Keyboard.CLOSED);
            isOver.set(true);
            assertThat(drawing.get(10, TimeUnit.SECONDS)).isEqualTo(new Size(80, 24));
        }
    }

    private static int readToEnd(JLineKeyboard keyboard) {
        try {
            int read = Keyboard.NOTHING;
            while (read == Keyboard.NOTHING) {
                read = keyboard.read(100);
            }
            return read;
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private LineDisciplineTerminal terminal() throws Exception {
        var terminal =
                new LineDisciplineTerminal(
                        "test",
                        "xterm",
                        out,
                        StandardCharsets.UTF_8,
                        Terminal.SignalHandler.SIG_DFL);
        terminal.setSize(org.jline.terminal.Size.of(80, 24));
        return terminal;
    }
}
