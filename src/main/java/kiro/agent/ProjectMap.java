package kiro.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A map of the project that is drawn while the run begins. What is not there soon after everything else is left out of the
/// run: no map is worth waiting for.
public final class ProjectMap {
    private final FutureTask<Optional<String>> drawing;
    private final Thread thread;
    private final Duration patience;
    private Optional<Optional<String>> decided = Optional.empty();

    private ProjectMap(FutureTask<Optional<String>> drawing, Duration patience) {
        this.drawing = drawing;
        this.patience = patience;
        this.thread = Thread.ofVirtual().name("project-map").start(drawing);
    }

    /// @param draw ends early when its thread is interrupted
    /// @param patience how long it is waited for when it is asked for
    public static ProjectMap begin(Callable<Optional<String>> draw, Duration patience) {
        return new ProjectMap(new FutureTask<>(draw), patience);
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
            return drawing.get(patience.toNanos(), TimeUnit.NANOSECONDS);
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
