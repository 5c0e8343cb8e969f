package kiro.model;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Measures one reply against its deadlines, by a clock that nobody can set. Whoever reads a reply waits no longer than
/// `remaining` for its next sign, and gives up once there is nothing left of it.
public final class ReplyWatch {
    private final Deadlines deadlines;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastSign;
    private boolean hasEvent;

    /// @param nanoTime grows as time goes on
    public ReplyWatch(Deadlines deadlines, LongSupplier nanoTime) {
        this.deadlines = deadlines;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastSign = start;
    }

    /// A deadline that has passed.
    ///
    /// @param what did not happen, in words
    public record Expired(String what, Duration waited) {}

    /// A part of the reply came.
    public void event() {
        hasEvent = true;
        lastSign = nanoTime.getAsLong();
    }

    /// A sign of life that is no event came: before the first event it does not count.
    public void comment() {
        lastSign = nanoTime.getAsLong();
    }

    /// The time until the next deadline; not positive when one has passed.
    public Duration remaining() {
        long now = nanoTime.getAsLong();
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
    public Expired expired() {
        if (!left(deadlines.total(), start, nanoTime.getAsLong()).isPositive()) {
            return new Expired("the reply was not whole", deadlines.total());
        }
        return hasEvent
                ? new Expired("nothing more of the reply came", deadlines.idle())
                : new Expired("no reply came", deadlines.firstEvent());
    }
}
