package kiro.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Ends the running commands of this program when the program is killed, which leaves it no time to do so.
///
/// A shell in a session of its own is told through a pipe which commands run. The pipe ends with the
/// program, and the shell then ends what carries the marks of those commands. Started with the first
/// command; where there are no sessions, or no shell can be started, commands run unguarded.
public final class CommandGuard implements AutoCloseable {
    private final Map<String, String> environment;
    private Optional<String> own = Optional.empty();
    private Watch watch = new Watch.NotYet();

    /// @param environment the variables that the shell may see
    public CommandGuard(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    private sealed interface Watch {
        record NotYet() implements Watch {}

        record Kept(OutputStream lines) implements Watch {}

        record Impossible() implements Watch {}
    }

    /// What a command has to have in its environment for whatever it leaves behind, daemons too, to end with this guard, and not
    /// only when the program is killed in the middle of it.
    synchronized Map<String, String> untilTheEnd() {
        if (own.isEmpty()) {
            own = Optional.of("until-the-end." + UUID.randomUUID());
            begins(own.get());
        }
        return Map.of(Launcher.MARK, own.get());
    }

    /// To be told before the command starts: it may be the last that this program does.
    synchronized void begins(String mark) {
        if (watch instanceof Watch.NotYet) {
            watch = start();
        }
        tell("+ " + mark);
    }

    synchronized void ended(String mark) {
        tell("- " + mark);
    }

    private void tell(String line) {
        if (watch instanceof Watch.Kept(OutputStream lines)) {
            try {
                lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                lines.flush();
            } catch (IOException shellIsGone) {
                watch = new Watch.Impossible();
            }
        }
    }

    private Watch start() {
        Optional<Path> sessionMaker = Launcher.sessionMaker(environment);
        if (sessionMaker.isEmpty() || ProcessTable.in(Path.of("/proc")).isEmpty()) {
            return new Watch.Impossible();
        }
        var builder =
                new ProcessBuilder(sessionMaker.get().toString(), "--", "/bin/sh", "-c", script())
                        .directory(Path.of("/").toFile())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Watch.Kept(builder.start().getOutputStream());
        } catch (IOException noMoreProcesses) {
            return new Watch.Impossible();
        }
    }

    private static String script() {
        try (InputStream stream = CommandGuard.class.getResourceAsStream("guard.sh")) {
            return new String(
                    Objects.requireNonNull(stream, "guard.sh").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Lets the shell go, and with it what is still running.
    @Override
    public synchronized void close() {
        if (watch instanceof Watch.Kept(OutputStream lines)) {
            try {
                lines.close();
            } catch (IOException shellIsGone) {
                watch = new Watch.Impossible();
            }
        }
        watch = new Watch.Impossible();
    }
}
