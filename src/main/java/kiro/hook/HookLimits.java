package kiro.hook;

import java.time.Duration;

/// The bounds within which a hook runs.
///
/// @param timeout after which its whole process group is ended
/// @param debounce how long it has to be quiet before a change counts
/// @param concurrency how many runs of the hook there may be at once
/// @param retries how often a run that failed is tried again
public record HookLimits(Duration timeout, Duration debounce, int concurrency, int retries) {
    static final Duration USUAL = Duration.ofSeconds(60);
    static final Duration USUAL_OF_TASK = Duration.ofMinutes(15);

    /// What stands for no limit: nothing waits for ever.
    static final Duration LONGEST = Duration.ofHours(24);

    static final Duration USUAL_DEBOUNCE = Duration.ofMillis(30);

    static HookLimits of(HookAction action) {
        return new HookLimits(
                action instanceof HookAction.AgentTask ? USUAL_OF_TASK : USUAL,
                USUAL_DEBOUNCE,
                1,
                0);
    }

    HookLimits withTimeout(Duration other) {
        return new HookLimits(other.isZero() ? LONGEST : other, debounce, concurrency, retries);
    }
}
