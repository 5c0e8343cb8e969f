package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.cli.CommandDescription.Given;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;

/// The option of a command that says how much its model is to think.
final class EffortOption {
    private static final String FLAG = "--effort";
    private static final String KEY = "effort";

    private final Given<String> effort;

    /// Adds the option to a command.
    EffortOption(CommandDescription command) {
        this.effort =
                command.option(
                        FLAG,
                        "EFFORT",
                        "How much the model is to think: low, medium, high, xhigh or max.");
    }

    /// What was given, as a setting.
    List<SettingFlag> flags() {
        return effort.value().stream().map(text -> new SettingFlag(FLAG, KEY, text)).toList();
    }

    Optional<Problem> problem() {
        ConfigKey key = ConfigKeys.find(KEY).orElseThrow();
        return effort.value()
                .filter(text -> !key.type().fits(text))
                .map(text ->
                        new Problem(
                                "cli/usage",
                                "%s takes %s, and not '%s'"
                                        .formatted(FLAG, key.type().words(), text),
                                "leave it out for what the model does by itself"));
    }
}
