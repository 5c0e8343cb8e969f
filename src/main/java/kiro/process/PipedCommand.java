package kiro.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// A command that runs beside this program and is talked to through its standard input and output, such as a
/// language server. Closing it ends it with everything that it has started.
public final class PipedCommand implements AutoCloseable {
    /// How long it may take to end by itself once nothing is said to it any more.
    private static final Duration LEAVE = Duration.ofMillis(500);

    private static final Duration REAPED = Duration.ofSeconds(2);

    private final Process process;
    private final ProcessGroup group;
    private final Runnable ending;
    private final ErrorTail errors = new ErrorTail();
    private final Thread reader;
    private boolean isClosed;

    private PipedCommand(Process process, ProcessGroup group, Runnable ending) {
        this.process = process;
        this.group = group;
        this.ending = ending;
        // A read of a pipe holds the thread that a virtual one runs on, of which there are as few
        // as processors.
        this.reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("command-errors")
                        .unstarted(() -> errors.readAll(process.getErrorStream()));
    }

    /// What came of starting one.
    public sealed interface Start {
        record Started(PipedCommand command) implements Start {}

        record NotStarted(String reason) implements Start {}
    }

    /// @param ending done when nothing of the command is left
    static PipedCommand of(Launcher.Start.Started started, LongSupplier clock, Runnable ending) {
        var group =
                new ProcessGroup(
                        started.process(), started.mark(), started.table(), clock, () -> {});
        var command = new PipedCommand(started.process(), group, ending);
        command.reader.start();
        return command;
    }

    /// What the command reads.
    public OutputStream input() {
        return process.getOutputStream();
    }

    /// What the command prints, its errors apart. It ends with the command.
    public InputStream output() {
        return process.getInputStream();
    }

    /// What the command has printed as errors so far: all of it while it is short, else head and tail.
    public String errors() {
        return errors.text();
    }

    /// The errors of a command that has ended: waits a little for the rest of them.
    public String lastErrors() throws InterruptedException {
        reader.join(LEAVE);
        return errors();
    }

    /// Empty while the command runs.
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /// Waits for the end of the command itself; empty when it has not ended by then.
    public OptionalInt await(Duration limit) throws InterruptedException {
        boolean hasEnded = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        return hasEnded ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /// Says nothing more to the command, and ends it, with all that it has started, where it does not end by itself.
    /// When this returns, be it called twice at once, nothing of the command is left.
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        boolean isInterrupted = Thread.interrupted();
        try {
            process.getOutputStream().close();
            process.waitFor(LEAVE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (IOException hungUp) {
            // It has ended, and cannot read what was last said to it.
        } catch (InterruptedException hurried) {
            isInterrupted = true;
        } finally {
            group.endAll();
            isInterrupted |= !isReaped();
            ending.run();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the end that was forced is known, so that the exit code is; answers whether nobody hurried.
    private boolean isReaped() {
        try {
            process.waitFor(REAPED.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException hurried) {
            return false;
        }
    }

    /// The errors, read as they come by a thread of their own.
    private static final class ErrorTail {
        private static final int KEPT = 8_000;
        private static final int BUFFER = 4_096;

        private final HeadAndTail kept = new HeadAndTail(KEPT);
        private final TerminalText terminal =
                new TerminalText((part, endsLine) -> kept.append(endsLine ? part + "\n" : part));

        void readAll(InputStream stream) {
            var buffer = new byte[BUFFER];
            try (stream) {
                for (int count = stream.read(buffer); count > 0; count = stream.read(buffer)) {
                    add(new String(buffer, 0, count, StandardCharsets.UTF_8));
                }
            } catch (IOException ended) {
                add("\n");
            } finally {
                finish();
            }
        }

        private synchronized void finish() {
            terminal.finish();
        }

        private synchronized void add(String text) {
            terminal.accept(text.toCharArray(), text.length());
        }

        synchronized String text() {
            return kept.text();
        }
    }
}
