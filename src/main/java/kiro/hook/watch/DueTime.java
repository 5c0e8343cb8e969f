package kiro.hook.watch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import kiro.hook.Trigger;

/// When a schedule comes round. A period goes by time that passes, whatever is done to the clock; a time of day comes once for
/// each day, and once for all days that were missed.
sealed interface DueTime {
    /// @param now in nanoseconds that only ever grow
    static DueTime of(Trigger.Times times, long now, ZonedDateTime clock) {
        return switch (times) {
            case Trigger.Times.Every(Duration period) -> new Every(period, now);
            case Trigger.Times.Daily(LocalTime time) -> new Daily(time, last(time, clock));
        };
    }

    boolean isDue(long now, ZonedDateTime clock);

    /// After it came round.
    DueTime next(long now, ZonedDateTime clock);

    record Every(Duration period, long last) implements DueTime {
        @Override
        public boolean isDue(long now, ZonedDateTime clock) {
            return now - last >= period.toNanos();
        }

        /// What was missed while the machine was busy is not made up for.
        @Override
        public DueTime next(long now, ZonedDateTime clock) {
            long passed = (now - last) / Math.max(1, period.toNanos());
            return new Every(period, last + passed * period.toNanos());
        }
    }

    /// @param last the day that it came round for
    record Daily(LocalTime time, LocalDate last) implements DueTime {
        @Override
        public boolean isDue(long now, ZonedDateTime clock) {
            return DueTime.last(time, clock).isAfter(last);
        }

        @Override
        public DueTime next(long now, ZonedDateTime clock) {
            return new Daily(time, DueTime.last(time, clock));
        }
    }

    /// The newest day whose time has come.
    private static LocalDate last(LocalTime time, ZonedDateTime clock) {
        LocalDate today = clock.toLocalDate();
        return clock.isBefore(ZonedDateTime.of(today, time, clock.getZone()))
                ? today.minusDays(1)
                : today;
    }
}
