package kiro.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kiro.session.Event;
import kiro.session.Recorded;

/// How long a run worked, by the times in its log: without what lay between its parts, and without the time in which a
/// person was asked. A clock that was set back counts nothing.
final class RunClock {
    private Optional<Instant> last = Optional.empty();
    private Duration elapsed = Duration.ZERO;
    private boolean isAsking;
    private boolean hasEnded;

    void add(Recorded record) {
        Event event = record.event();
        if (event instanceof Event.RunResumed) {
            elapsed = hasEnded ? Duration.ZERO : elapsed;
        } else if (!isAsking) {
            Duration step =
                    last.map(before -> Duration.between(before, record.at())).orElse(Duration.ZERO);
            elapsed = step.isNegative() ? elapsed : elapsed.plus(step);
        }
        isAsking =
                event instanceof Event.ApprovalAsked
                        || event instanceof Event.PlanProposed
                        || event instanceof Event.Estimated;
        hasEnded = event instanceof Event.RunEnded;
        last = Optional.of(record.at());
    }

    Duration elapsed() {
        return elapsed;
    }
}
