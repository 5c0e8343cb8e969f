package kiro.process;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// A running command with everything it has started.
///
/// Its session is found through the process table, so that a process whose parents are gone is found
/// too. A process that has left the session, as daemons do, is known by a mark in its environment.
/// Where there is no table, what the command has started is known by descent alone.
final class ProcessGroup {
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration FORCED = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 5;

    /// Longer than the kernel needs to hand out all of its process numbers once.
    private static final long NUMBERS_IN_ORDER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Process leader;
    private final String mark;
    private final Optional<ProcessTable> table;
    private final LongSupplier clock;
    private final Runnable whileWaiting;
    private final long started = System.nanoTime();

    /// @param clock counts nanoseconds
    /// @param whileWaiting reads what the processes print, lest they wait for a reader
    ProcessGroup(
            Process leader,
            String mark,
            Optional<ProcessTable> table,
            LongSupplier clock,
            Runnable whileWaiting) {
        this.leader = leader;
        this.mark = mark;
        this.table = table;
        this.clock = clock;
        this.whileWaiting = whileWaiting;
    }

    /// Is something of the command's session alive, other than the command itself?
    boolean hasRest() {
        return session().anyMatch(process -> process.pid() != leader.pid());
    }

    /// Ends what the command has left behind in its session.
    void endRest() {
        end(this::session);
    }

    /// Ends the command and everything it has started, daemons included.
    void endAll() {
        Set<ProcessHandle> descendants = new LinkedHashSet<>();
        descendants.add(leader.toHandle());
        leader.descendants().forEach(descendants::add);
        end(() -> Stream.of(known(descendants), session(), marked()).flatMap(all -> all));
    }

    private void end(Living living) {
        boolean isHurried = Thread.interrupted();
        living.alive().forEach(ProcessHandle::destroy);
        isHurried = isHurried || await(living, GRACE);
        long forced = clock.getAsLong();
        while (clock.getAsLong() - forced < FORCED.toNanos() && living.isAny()) {
            killGroup();
            living.alive().forEach(ProcessHandle::destroyForcibly);
            isHurried |= await(living, Duration.ofMillis(4 * PAUSE_MILLIS));
        }
        if (isHurried) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for an end; answers whether it was cut short by an interruption.
    private boolean await(Living living, Duration limit) {
        long start = clock.getAsLong();
        try {
            while (living.isAny() && clock.getAsLong() - start < limit.toNanos()) {
                whileWaiting.run();
                Thread.sleep(PAUSE_MILLIS);
            }
            return false;
        } catch (InterruptedException hurry) {
            return true;
        }
    }

    /// One signal for the whole group at once: a process that starts others faster than they are
    /// found could not be ended one by one.
    private void killGroup() {
        if (table.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -KILL -- -" + leader.pid())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .orTimeout(FORCED.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(ended -> leader)
                    .join();
        } catch (IOException noMoreProcesses) {
            leader.toHandle().destroyForcibly();
        }
    }

    private Stream<ProcessHandle> session() {
        return table.stream()
                .flatMapToLong(all -> all.inSession(leader.pid(), among(all)))
                .boxed()
                .flatMap(process -> ProcessHandle.of(process).stream());
    }

    /// A process that has ended, but which its parent has not collected, is alive to Java.
    private Stream<ProcessHandle> known(Set<ProcessHandle> descendants) {
        return descendants.stream()
                .filter(process -> table.map(all -> all.isAlive(process.pid())).orElse(true));
    }

    private Stream<ProcessHandle> marked() {
        return table.stream()
                .flatMapToLong(all -> all.withEnvironment(mark, among(all)))
                .boxed()
                .flatMap(process -> ProcessHandle.of(process).stream());
    }

    /// The numbers that the command's processes can have: those handed out after its own, which
    /// spares looking at every process of the machine, unless they may have begun anew.
    private LongPredicate among(ProcessTable all) {
        boolean isRecent = System.nanoTime() - started < NUMBERS_IN_ORDER_NANOS;
        return isRecent && all.latest() >= leader.pid()
                ? number -> number >= leader.pid()
                : number -> true;
    }

    private interface Living {
        Stream<ProcessHandle> all();

        default Stream<ProcessHandle> alive() {
            return all().filter(ProcessHandle::isAlive);
        }

        default boolean isAny() {
            return alive().findAny().isPresent();
        }
    }
}
