package org.example.tasks.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts requests per key within a time that ends now. Keys without recent ones are forgotten. */
class RequestCounter {

    private final Clock clock;
    private final int limit;
    private final Duration window;
    private final Map<Object, Deque<Instant>> requests = new HashMap<>();

    RequestCounter(Clock clock, int limit, Duration window) {
        this.clock = clock;
        this.limit = limit;
        this.window = window;
    }

    /** Counts a request; answers how long to wait where it is over the limit. */
    synchronized Optional<Duration> count(Object key) {
        Instant now = clock.instant();
        forgetBefore(now.minus(window));
        Deque<Instant> recent = requests.computeIfAbsent(key, unused -> new ArrayDeque<>());
        if (recent.size() >= limit) {
            return Optional.of(wholeSeconds(Duration.between(now, recent.getFirst().plus(window))));
        }
        recent.addLast(now);
        return Optional.empty();
    }

    private void forgetBefore(Instant start) {
        requests.values().removeIf(times -> !times.getLast().isAfter(start));
        for (Deque<Instant> times : requests.values()) {
            while (!times.getFirst().isAfter(start)) {
                times.removeFirst();
            }
        }
    }

    private static Duration wholeSeconds(Duration duration) {
        long seconds = duration.plus(Duration.ofSeconds(1).minusNanos(1)).toSeconds();
        return Duration.ofSeconds(Math.max(1, seconds));
    }
}
