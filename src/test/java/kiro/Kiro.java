package kiro;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import kiro.cli.Console;

/// The whole program in this process: what it prints, what it is answered, how it ends.
public final class Kiro {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Path directory;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private Console.Screen screen = Console.Screen.PLAIN;
    private String answers = "";
    private Clock clock = CLOCK;

    private Kiro(Path directory, Path home) {
        this.directory = directory;
        this.home = home;
        environment.put("PATH", String.valueOf(System.getenv("PATH")));
        // What a run does must not depend on what this machine can confine.
        environment.put("KIRO_SANDBOX", "off");
        environment.put("HOME", String.valueOf(System.getenv("HOME")));
    }

    /// How a command ended.
    public record Result(int code, String out, String err) {}

    /// Called in a folder, by a person whose home is `home` below it or beside it.
    public static Kiro in(Path directory) {
        return new Kiro(directory, directory.resolveSibling("home"));
    }

    public Kiro with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// At a terminal, where these lines are typed.
    public Kiro typing(String... lines) {
        screen = new Console.Screen(true, false, 100);
        answers = String.join("\n", lines) + "\n";
        return this;
    }

    /// Where these lines are handed in, and nobody is there.
    public Kiro reading(String... lines) {
        answers = String.join("\n", lines) + "\n";
        return this;
    }

    /// In a program that has a fault.
    public Kiro withBrokenClock() {
        clock =
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        throw new IllegalStateException("the clock is broken");
                    }
                };
        return this;
    }

    public Result run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console =
                new Console(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        new BufferedReader(new StringReader(answers)),
                        screen);
        var outside =
                new Outside(
                        console,
                        Map.copyOf(environment),
                        directory,
                        Path.of(System.getProperty("java.home")),
                        home,
                        home.resolve("organisation/permissions.yaml"),
                        clock);
        int code = Wiring.of(outside).run(args);
        console.flush();
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
