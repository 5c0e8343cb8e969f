package kiro.spec.rest;

import java.time.Duration;

/// How many requests are answered within a stretch of time.
public record RateLimit(int count, Duration window, Subject per) {

    /// Whose requests are counted together.
    public enum Subject {
        USER,
        ADDRESS,
        API_KEY,
        /// All requests, whoever sends them.
        EVERYONE,
        NOT_STATED
    }

    public RateLimit {
        if (count < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException(
                    "not a rate limit: %d per %s".formatted(count, window));
        }
    }
}
