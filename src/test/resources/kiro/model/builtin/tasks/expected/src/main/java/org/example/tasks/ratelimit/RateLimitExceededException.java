package org.example.tasks.ratelimit;

import java.time.Duration;

public class RateLimitExceededException extends RuntimeException {

    private final Duration retryAfter;

    public RateLimitExceededException(Duration retryAfter) {
        super("too many requests, try again in " + retryAfter.toSeconds() + " seconds");
        this.retryAfter = retryAfter;
    }

    /** How long to wait, in whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
