package kiro.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// A started command, attended by the thread that asked for it: that thread reads what is printed, waits
/// for the exit rather than for the end of the output, and ends what is left.
///
/// Reading is done in small turns, without ever waiting in a read: such a wait could be ended neither by
/// the time limit nor by an interruption while some other process holds the output open. The turns come
/// close together while there is output, and far apart while there is none.
final class RunningCommand {
    private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(250);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /// A pause that only comes where nothing was printed in several before it.
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(2);

    /// How long the rest of a command may still print after the command itself has exited.
    private static final Duration DRAIN = Duration.ofMillis(300);

    private final Process process;
    private final ProcessGroup group;
    private final List<Tap> taps;
    private final LongSupplier clock;
    private final long started;

    /// @param clock counts nanoseconds
    RunningCommand(Launcher.Start.Started start, List<Tap> taps, LongSupplier clock) {
        this.process = start.process();
        this.taps = taps;
        this.clock = clock;
        this.started = clock.getAsLong();
        this.group = new ProcessGroup(process, start.mark(), start.table(), clock, this::pump);
    }

    Duration took() {
        return Duration.ofNanos(clock.getAsLong() - started);
    }

    /// Waits for the exit code; empty when the limit came first, or more output than a tap passes on.
    /// Whatever the outcome, no process of the command is left in its session.
    OptionalInt await(Duration limit) throws InterruptedException {
        return holding(0, limit);
    }

    /// The JDK closes the streams as soon as a command has exited, though its other processes may still
    /// be printing; it does so holding the streams' monitors, so they are held here until all is read.
    private OptionalInt holding(int tap, Duration limit) throws InterruptedException {
        if (tap == taps.size()) {
            return attend(limit);
        }
        synchronized (taps.get(tap).stream()) {
            return holding(tap + 1, limit);
        }
    }

    private OptionalInt attend(Duration limit) throws InterruptedException {
        boolean hasExited = false;
        boolean isAlone = false;
        try {
            hasExited = awaitExit(limit);
            isAlone = hasExited && drain();
        } finally {
            if (!hasExited) {
                group.endAll();
            } else if (!isAlone) {
                group.endRest();
            }
            pump();
            close();
        }
        return hasExited ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    private boolean awaitExit(Duration limit) throws InterruptedException {
        long pause = SHORTEST_PAUSE;
        while (true) {
            long left = limit.toNanos() - (clock.getAsLong() - started);
            if (process.waitFor(Math.min(pause, left), TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (left <= 0 || taps.stream().anyMatch(Tap::isOver)) {
                return false;
            }
            pause = pump() ? SHORTEST_PAUSE : longer(pause);
        }
    }

    private long longer(long pause) {
        if (pause >= REST) {
            taps.forEach(Tap::rest);
        }
        return Math.min(pause + pause / 2, LONGEST_PAUSE);
    }

    /// Lets the rest of the command print a little longer; answers whether there is none left.
    private boolean drain() throws InterruptedException {
        long exited = clock.getAsLong();
        while (group.hasRest()) {
            if (clock.getAsLong() - exited > DRAIN.toNanos()) {
                return false;
            }
            pump();
            Thread.sleep(Duration.ofNanos(LONGEST_PAUSE / 4));
        }
        return true;
    }

    private boolean pump() {
        boolean any = false;
        for (Tap tap : taps) {
            any |= tap.pump();
        }
        return any;
    }

    private void close() {
        try {
            for (Tap tap : taps) {
                tap.stream().close();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("a command's output could not be closed", cause);
        }
    }
}
