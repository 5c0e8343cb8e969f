package kiro;

import kiro.agent.Allowance;
import kiro.agent.Limits;
import kiro.config.Config;
import kiro.model.Money;

/// Where a run stops by itself, as the settings have it.
final class ConfiguredLimits {
    private ConfiguredLimits() {}

    /// @param maxOutput the most tokens that one reply of the model may have
    static Limits of(Config config, int maxOutput) {
        return new Limits(
                config.positiveNumber("agent.max-turns").orElse(Limits.STANDARD.turns()),
                config.positiveNumber("agent.rounds").orElse(Limits.STANDARD.rounds()),
                Math.min(maxOutput, Limits.STANDARD.outputTokens()),
                new Allowance(
                        config.positiveNumber("agent.max-tokens").stream()
                                .mapToLong(Integer::longValue)
                                .findFirst(),
                        config.text("agent.max-cost").flatMap(Money::parse),
                        config.timeSpan("agent.max-time"),
                        config.positiveNumber("agent.max-steps").stream()
                                .mapToInt(Integer::intValue)
                                .findFirst()));
    }
}
