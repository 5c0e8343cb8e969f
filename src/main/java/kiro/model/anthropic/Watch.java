package kiro.model.anthropic;

import java.time.Duration;
import kiro.model.Deadlines;
import kiro.model.ModelFailure;

/// Measures one reply against its deadlines, by a clock that nobody can set.
final class Watch {
    private final Deadlines deadlines;
    private final FailureReader failures;
    private final long start = System.nanoTime();
    private long lastSign = start;
    private boolean hasEvent;

    Watch(Deadlines deadlines, FailureReader failures) {
        this.deadlines = deadlines;
        this.failures = failures;
    }

    void event() {
        hasEvent = true;
        lastSign = System.nanoTime();
    }

    /// A sign of life that is no event: before the first event it does not count.
    void comment() {
        lastSign = System.nanoTime();
    }

    /// The time until the next deadline; not positive when one has passed.
    Duration remaining() {
        long now = System.nanoTime();
        Duration pause =
                hasEvent
                        ? left(deadlines.idle(), lastSign, now)
                        : left(deadlines.firstEvent(), start, now);
        Duration whole = left(deadlines.total(), start, now);
        return pause.compareTo(whole) < 0 ? pause : whole;
    }

    private static Duration left(Duration allowed, long since, long now) {
        return allowed.minusNanos(now - since);
    }

    /// What the deadline that passed means.
    ModelFailure expired() {
        if (!left(deadlines.total(), start, System.nanoTime()).isPositive()) {
            return failures.silent("the reply was not whole", deadlines.total());
        }
        return hasEvent
                ? failures.silent("nothing more of the reply came", deadlines.idle())
                : failures.silent("no reply came", deadlines.firstEvent());
    }
}
