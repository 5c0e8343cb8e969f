package kiro.agent;

import java.time.Duration;
import kiro.model.Money;

/// What was used up so far of what may be limited.
///
/// @param turns requests to the model
record Used(long turns, long tokens, Money cost, Duration time) {
    Used minus(Used before) {
        return new Used(
                turns - before.turns,
                tokens - before.tokens,
                new Money(cost.nanos() - before.cost.nanos()),
                time.minus(before.time));
    }
}
