package kiro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kiro.cli.Console;

/// Entry point of the `kiro` command.
public final class Main {
    private static final int UNKNOWN_WIDTH = 100;

    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println("kiro " + version());
            return;
        }
        endOnInterrupt(Thread.currentThread());
        System.exit(run(args));
    }

    private static int run(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var console = new Console(out, System.err, in, screen(System.getenv()));
        try {
            var outside =
                    new Outside(
                            console,
                            Map.copyOf(System.getenv()),
                            Path.of("").toAbsolutePath(),
                            Path.of(System.getProperty("java.home")),
                            Path.of(System.getProperty("user.home")),
                            Clock.systemUTC());
            return Wiring.of(outside).run(args);
        } finally {
            console.flush();
        }
    }

    /// Ctrl-C interrupts the command and gives it a moment to put everything in order.
    private static void endOnInterrupt(Thread command) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            command.interrupt();
                            try {
                                command.join(5_000);
                            } catch (InterruptedException again) {
                                Thread.currentThread().interrupt();
                            }
                        }));
    }

    private static Console.Screen screen(Map<String, String> environment) {
        boolean isTerminal =
                Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false);
        boolean hasColours =
                isTerminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Console.Screen(isTerminal, hasColours, width(environment));
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : UNKNOWN_WIDTH;
    }

    static String version() {
        try (InputStream in = Main.class.getResourceAsStream("/kiro/version.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
