package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.cli.CommandDescription.Given;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;

/// The options of a command that limit what a run of the agent may use up.
final class RunLimits {
    private final Given<String> turns;
    private final Given<String> tokens;
    private final Given<String> cost;
    private final Given<String> time;
    private final Given<String> steps;

    /// Adds the options to a command.
    RunLimits(CommandDescription command) {
        this.turns =
                command.option("--max-turns", "N", "The most requests to the model in this run.");
        this.tokens =
                command.option(
                        "--max-tokens",
                        "N",
                        "The most tokens, those of requests and replies together.");
        this.cost =
                command.option(
                        "--max-cost", "DOLLARS", "The most money for the model, such as 2.50.");
        this.time =
                command.option(
                        "--max-time",
                        "TIME",
                        "The most time, such as 90s, 10m or 1h30m; questions to you do not count.");
        this.steps =
                command.option("--max-steps", "N", "The most steps of the plan that are begun.");
    }

    /// The limits that were given, as settings.
    List<SettingFlag> flags() {
        var flags = new ArrayList<SettingFlag>();
        add(flags, "--max-turns", turns);
        add(flags, "--max-tokens", tokens);
        add(flags, "--max-cost", cost);
        add(flags, "--max-time", time);
        add(flags, "--max-steps", steps);
        return flags;
    }

    private static void add(List<SettingFlag> flags, String flag, Given<String> given) {
        given.value()
                .ifPresent(text ->
                        flags.add(new SettingFlag(flag, "agent." + flag.substring(2), text)));
    }

    /// What is wrong with the first that is not what it has to be.
    Optional<Problem> problem() {
        for (SettingFlag flag : flags()) {
            ConfigKey key = ConfigKeys.find(flag.key()).orElseThrow();
            if (!key.type().fits(flag.text())) {
                return Optional.of(
                        new Problem(
                                "cli/usage",
                                "%s takes %s, and not '%s'"
                                        .formatted(flag.flag(), key.type().words(), flag.text()),
                                "leave it out for the usual limit"));
            }
        }
        return Optional.empty();
    }
}
