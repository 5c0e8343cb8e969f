package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /// Whoever hears the screen, or sees no part of it drawn again, would answer what is not asked any more.
    @Test
    @Tag("terminal#AC-4")
    void while_a_question_waits_other_lines_do() throws Exception {
        var typed = new PipedWriter();
        var out = new PrintStream(written, true, StandardCharsets.UTF_8);
        var console =
                new Console(
                        out,
                        out,
                        new BufferedReader(new PipedReader(typed)),
                        new Console.Screen(true, false, 80));
        var answer = new CompletableFuture<Optional<String>>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        answer.complete(console.ask("allow? "));
                    } catch (InterruptedException stopped) {
                        answer.completeExceptionally(stopped);
                    }
                });
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!screen().equals("allow? ")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }

        console.print("tests: 1 passed");
        console.note("and a note");
        assertThat(screen()).isEqualTo("allow? ");
        typed.write("y\n");

        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("y");
        assertThat(screen().lines()).containsExactly("allow? tests: 1 passed", "and a note");
        console.print("later");
        assertThat(screen()).endsWith("later" + System.lineSeparator());
    }

    private String screen() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /// Whether a person is there, `TERM`, `NO_COLOR`, `COLUMNS`; asked, colours, width, drawn.
    @ParameterizedTest
    @CsvSource({
        "true,  xterm-256color, '',  120, true,  true,  120, true",
        "true,  '',             '',  '',  true,  true,  100, true",
        "true,  dumb,           '',  80,  true,  false, 80,  false",
        "true,  xterm,          1,   80,  true,  false, 80,  true",
        "true,  xterm,          '',  0,   true,  true,  100, true",
        "true,  xterm,          '',  -5,  true,  true,  100, true",
        "true,  xterm,          '',  99999, true, true, 100, true",
        "false, xterm,          '',  80,  false, false, 80,  false",
        "false, dumb,           '',  '',  false, false, 100, false"
    })
    @Tag("terminal#AC-4")
    void what_a_screen_can_show_is_told_by_the_environment(
            boolean isTerminal,
            String term,
            String noColour,
            String columns,
            boolean isInteractive,
            boolean hasColours,
            int width,
            boolean isLive) {
        Map<String, String> environment =
                Map.of("TERM", term, "NO_COLOR", noColour, "COLUMNS", columns);

        assertThat(Console.Screen.of(isTerminal, environment))
                .isEqualTo(new Console.Screen(isInteractive, hasColours, width, isLive));
    }
}
