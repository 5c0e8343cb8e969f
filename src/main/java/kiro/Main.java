package kiro;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import kiro.cli.Console;
import kiro.cli.ExitCode;
import kiro.cli.terminal.JLineKeyboard;
import kiro.http.EnvironmentProxies;

/// Entry point of the `kiro` command.
public final class Main {
    private static final int SECONDS_TO_END = 5;

    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println("kiro " + Version.NUMBER);
            return;
        }
        System.exit(run(args));
    }

    /// Runs one command line in the world of this process; answers its exit code.
    static int run(String[] args) {
        if (args.length > 0) {
            WarmUp.begin(args[0]);
        }
        var finished = new CountDownLatch(1);
        endOnInterrupt(Thread.currentThread(), finished);
        var output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        var out = new PrintStream(new BufferedOutputStream(output), false, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var console =
                new Console(out, System.err, in, screen(System.getenv()), JLineKeyboard::open);
        goThroughProxies(System.getenv(), console);
        try {
            var outside =
                    new Outside(
                            console,
                            Map.copyOf(System.getenv()),
                            Path.of("").toAbsolutePath(),
                            Path.of(System.getProperty("java.home")),
                            Outside.home(System.getenv(), Path.of(System.getProperty("user.home"))),
                            Path.of("/etc/kiro/permissions.yaml"),
                            Clock.systemUTC());
            new Authorities(outside).trust();
            int code = Wiring.of(outside).run(args);
            console.flush();
            return output.lost().map(reason -> unprinted(console, reason, code)).orElse(code);
        } finally {
            console.flush();
            finished.countDown();
        }
    }

    /// Whoever reads a result that is not whole would take it for the whole one.
    private static int unprinted(Console console, String reason, int code) {
        console.problem(
                "io/output",
                "what was printed is not whole: " + reason,
                "see to where standard output leads, and call the command again");
        return code == ExitCode.OK.number() ? ExitCode.ENVIRONMENT.number() : code;
    }

    /// What Java knows of proxies holds for the whole program. Nothing is loaded where the environment names none.
    private static void goThroughProxies(Map<String, String> environment, Console console) {
        if (environment.keySet().stream()
                .noneMatch(name -> name.regionMatches(true, name.length() - 6, "_proxy", 0, 6))) {
            return;
        }
        EnvironmentProxies.of(environment)
                .ifPresent(proxies -> {
                    proxies.unreadable()
                            .forEach(name ->
                                    console.note(
                                            "warning: %s is not the address of a proxy, and is left out"
                                                    .formatted(name)));
                    ProxySelector.setDefault(proxies);
                    proxies.passwords()
                            .ifPresent(passwords -> {
                                // Java sends no password to a proxy in front of encrypted services
                                // unless it is told to.
                                System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
                                // Where it is wrong, twenty tries would lock the account.
                                System.setProperty("http.maxRedirects", "3");
                                Authenticator.setDefault(passwords);
                            });
                });
    }

    /// Ctrl-C interrupts the command and gives it a moment to put everything in order. A command that
    /// has finished is not waited for: its thread is the one that ends the program.
    private static void endOnInterrupt(Thread command, CountDownLatch finished) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            if (finished.getCount() == 0) {
                                return;
                            }
                            command.interrupt();
                            try {
                                if (!finished.await(SECONDS_TO_END, SECONDS)) {
                                    System.err.println("kiro: ended in the middle of the command");
                                }
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
        return Console.Screen.of(isTerminal, environment);
    }
}
