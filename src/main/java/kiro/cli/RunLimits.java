package kiro.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.cli.CommandDescription.Given;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;

/// The options of a command that limit what a run of the agent may use up.
final class RunLimits {
    private static final List<Limit> LIMITS =
            List.of(
                    new Limit("--max-turns", "N", "The most requests to the model in this run."),
                    new Limit(
                            "--max-tokens",
                            "N",
                            "The most tokens, those of requests and replies together."),
                    new Limit(
                            "--max-cost", "DOLLARS", "The most money for the model, such as 2.50."),
                    new Limit(
                            "--max-time",
                            "TIME",
                            "The most time, such as 90s, 10m or 1h30m; questions to you do not count."),
                    new Limit("--max-steps", "N", "The most steps of the plan that are begun."),
                    new Limit(
                            "--max-step-turns",
                            "N",
                            "The most requests for each step of the plan."),
                    new Limit("--max-step-tokens", "N", "The most tokens for each step."),
                    new Limit("--max-step-cost", "DOLLARS", "The most money for each step."),
                    new Limit("--max-step-time", "TIME", "The most time for each step."));

    private final Map<String, Given<String>> given = new LinkedHashMap<>();

    private record Limit(String flag, String value, String description) {}

    /// Adds the options to a command.
    RunLimits(CommandDescription command) {
        LIMITS.forEach(limit ->
                given.put(
                        limit.flag(),
                        command.option(limit.flag(), limit.value(), limit.description())));
    }

    /// The limits that were given, as settings.
    List<SettingFlag> flags() {
        var flags = new ArrayList<SettingFlag>();
        given.forEach((flag, value) ->
                value.value()
                        .ifPresent(text ->
                                flags.add(
                                        new SettingFlag(
                                                flag, "agent." + flag.substring(2), text))));
        return flags;
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
