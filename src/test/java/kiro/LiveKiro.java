package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kiro.cli.Console;
import kiro.cli.terminal.TypedKeys;
import org.jline.utils.ScreenTerminal;

/// The whole program on a terminal that is drawn on, with keys that a test presses.
final class LiveKiro {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration READING_TIME = Duration.ofMillis(400);
    private static final int ROWS = 200;

    private final Map<String, String> environment = new HashMap<>();
    private final Path directory;
    private final TypedKeys keys;
    private final ScreenTerminal terminal;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    private LiveKiro(Path directory, int columns) {
        this.directory = directory;
        this.keys = new TypedKeys(columns, ROWS);
        this.terminal = new ScreenTerminal(columns, ROWS);
        environment.put("PATH", String.valueOf(System.getenv("PATH")));
        environment.put("HOME", String.valueOf(System.getenv("HOME")));
        environment.put("KIRO_SANDBOX", "off");
    }

    static LiveKiro in(Path directory, int columns) {
        return new LiveKiro(directory, columns);
    }

    LiveKiro with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    LiveKiro start(String... args) {
        var out =
                new PrintStream(
                        new OutputStream() {
                            @Override
                            public void write(int unit) {
                                write(new byte[] {(byte) unit}, 0, 1);
                            }

                            @Override
                            public void write(byte[] bytes, int from, int length) {
                                show(new String(bytes, from, length, StandardCharsets.UTF_8));
                            }
                        },
                        false,
                        StandardCharsets.UTF_8);
        var console =
                new Console(
                        out,
                        out,
                        new BufferedReader(new StringReader("")),
                        new Console.Screen(true, false, 100, true),
                        () -> Optional.of(keys));
        Path home = directory.resolveSibling("home");
        var outside =
                new Outside(
                        console,
                        Map.copyOf(environment),
                        directory,
                        Path.of(System.getProperty("java.home")),
                        home,
                        home.resolve("organisation/permissions.yaml"),
                        Clock.systemUTC());
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    int ended = Wiring.of(outside).run(args);
                    console.flush();
                    code.complete(ended);
                });
        return this;
    }

    private synchronized void show(String text) {
        terminal.write(text.replaceAll("(?<!\r)\n", "\r\n"));
    }

    synchronized String screen() {
        var text = new StringBuilder();
        terminal.toString()
                .lines()
                .map(String::stripTrailing)
                .forEach(line -> text.append(line).append('\n'));
        return text.toString().strip();
    }

    /// Waits until the screen has these words.
    LiveKiro sees(String words) {
        Instant end = Instant.now().plus(LONGEST);
        while (!screen().contains(words)) {
            assertThat(code).as("seen: " + words + "\non:\n" + screen()).isNotDone();
            assertThat(Instant.now()).as("seen: " + words + "\non:\n" + screen()).isBefore(end);
            LockSupport.parkNanos(2_000_000);
        }
        return this;
    }

    /// Presses keys, after the time that a person takes to read a question.
    LiveKiro press(String text) {
        LockSupport.parkNanos(READING_TIME.toNanos());
        return type(text);
    }

    LiveKiro type(String text) {
        keys.type(text);
        return this;
    }

    int ends() throws Exception {
        return code.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    TypedKeys keys() {
        return keys;
    }
}
