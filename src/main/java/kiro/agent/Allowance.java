package kiro.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kiro.model.Money;

/// What a run may use up, beside its requests; what is empty is not limited.
///
/// @param tokens of requests and replies together
/// @param time without the time in which a person is asked
/// @param steps of the plan that are begun
public record Allowance(
        OptionalLong tokens, Optional<Money> cost, Optional<Duration> time, OptionalInt steps) {
    /// No limit at all.
    public static final Allowance UNLIMITED =
            new Allowance(
                    OptionalLong.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
}
