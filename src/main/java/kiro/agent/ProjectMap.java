package kiro.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A map of the project that is drawn while the run begins. What is not there in time is left out of the run: no map is
/// worth waiting for.
public final class ProjectMap {
    private final FutureTask<Optional<String>> drawing;
    private final Thread thread;
    private final long until;
    private Optional<Optional<String>> decided = Optional.empty();

    private ProjectMap(FutureTask<Optional<String>> drawing, Duration patience) {
        this.drawing = drawing;
        this.until = System.nanoTime() + patience.toNanos();
        this.thread = Thread.ofVirtual().name("project-map").start(drawing);
    }

    /// @param draw ends early when its thread is interrupted
    /// @param patience how long it may take
    public static ProjectMap begin(Supplier<Optional<String>> draw, Duration patience) {
        return new ProjectMap(new FutureTask<>(draw::get), patience);
    }

    /// The map, where it was there in time; the same each time.
    synchronized Optional<String> text() {
        if (decided.isEmpty()) {
            decided = Optional.of(drawn());
        }
        return decided.get();
    }

    private Optional<String> drawn() {
        try {
            return drawing.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the project could not be mapped", fault.getCause());
        }
    }
}
