package kiro.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A map of the project that is drawn while the run begins. No map is worth waiting for: one that is not there soon after
/// everything else is told later.
public final class ProjectMap {
    private final FutureTask<Optional<String>> drawing;
    private final Duration patience;
    private Optional<Optional<String>> decided = Optional.empty();
    private boolean wasMissed;

    private ProjectMap(FutureTask<Optional<String>> drawing, Duration patience) {
        this.drawing = drawing;
        this.patience = patience;
        Thread.ofVirtual().name("project-map").start(drawing);
    }

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

    /// The map that was not there when it was asked for, once it is; never waited for.
    synchronized Optional<String> late() {
        return wasMissed && drawing.state() == Future.State.SUCCESS
                ? drawing.resultNow()
                : Optional.empty();
    }

    private Optional<String> drawn() {
        try {
            return drawing.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            wasMissed = true;
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the project could not be mapped", fault.getCause());
        }
    }
}
