package kiro;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kiro.agent.Allowance;
import kiro.agent.Limits;
import kiro.agent.StepAllowance;
import kiro.config.Config;
import kiro.config.ConfigValue;
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
                        tokens(config, "agent.max-tokens"),
                        config.text("agent.max-cost").flatMap(Money::parse),
                        config.timeSpan("agent.max-time"),
                        number(config, "agent.max-steps")),
                new StepAllowance(
                        number(config, "agent.max-step-turns"),
                        tokens(config, "agent.max-step-tokens"),
                        config.text("agent.max-step-cost").flatMap(Money::parse),
                        config.timeSpan("agent.max-step-time")));
    }

    private static OptionalInt number(Config config, String key) {
        return config.positiveNumber(key).stream().mapToInt(Integer::intValue).findFirst();
    }

    private static OptionalLong tokens(Config config, String key) {
        return config.positiveNumber(key).stream().mapToLong(Integer::longValue).findFirst();
    }

    /// The first setting that limits money; empty where none does.
    static Optional<ConfigValue> ofMoney(Config config) {
        return Stream.of("agent.max-cost", "agent.max-step-cost")
                .flatMap(key -> config.find(key).stream())
                .findFirst();
    }
}
