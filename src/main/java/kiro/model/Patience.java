package kiro.model;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether and when a failed request is worth sending again. It only decides: waiting is the
/// caller's.
public final class Patience {
    /// How often a request is sent at most.
    public static final int MAX_TRIES = 6;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);
    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    public Patience(RandomGenerator random) {
        this.random = random;
    }

    /// What to do about a failed request.
    public sealed interface Advice {
        /// Send it again after this time.
        record Wait(Duration time) implements Advice {}

        /// @param reason why not again, in words that follow the failure's own
        record GiveUp(String reason) implements Advice {}
    }

    /// @param failures how often this request failed so far, this time included
    public Advice after(int failures, ModelFailure failure) {
        if (!failure.isTransient()) {
            return new Advice.GiveUp("sending it again cannot help");
        }
        if (failures >= MAX_TRIES) {
            return new Advice.GiveUp("it was tried " + failures + " times");
        }
        Optional<Duration> asked = asked(failure).filter(Duration::isPositive);
        if (asked.isEmpty()) {
            return new Advice.Wait(backoff(failures));
        }
        return asked.get().compareTo(LONGEST_ASKED) > 0
                ? new Advice.GiveUp(
                        "the provider asks to wait %d minutes"
                                .formatted((asked.get().toSeconds() + 59) / 60))
                : new Advice.Wait(asked.get());
    }

    private static Optional<Duration> asked(ModelFailure failure) {
        return switch (failure) {
            case ModelFailure.RateLimited limited -> limited.retryAfter();
            case ModelFailure.Overloaded overloaded -> overloaded.retryAfter();
            case ModelFailure.ProviderFault _,
                    ModelFailure.Disconnected _,
                    ModelFailure.Silent _,
                    ModelFailure.Malformed _,
                    ModelFailure.Unauthorized _,
                    ModelFailure.ContextTooLong _,
                    ModelFailure.Rejected _,
                    ModelFailure.Blocked _ ->
                    Optional.empty();
        };
    }

    private Duration backoff(int failures) {
        long doubled = FIRST_WAIT.toMillis() << Math.clamp(failures - 1L, 0, 10);
        long wait = Math.min(doubled, LONGEST_WAIT.toMillis());
        return Duration.ofMillis(
                Math.round(wait * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
