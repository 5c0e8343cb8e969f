package kiro.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kiro.model.Money;

/// What each step of a plan may use up; what is empty is not limited.
///
/// @param turns requests to the model
/// @param tokens of requests and replies together
/// @param time without the time in which a person is asked
public record StepAllowance(
        OptionalInt turns, OptionalLong tokens, Optional<Money> cost, Optional<Duration> time) {
    /// No limit at all.
    public static final StepAllowance UNLIMITED =
            new StepAllowance(
                    OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());
}
