package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a command that limit what a run of the agent may use up.
final class RunLimits {
    @Option(
            names = "--max-turns",
            paramLabel = "N",
            description = "The most requests to the model in this run.")
    private @Nullable String turns;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "The most tokens, those of requests and replies together.")
    private @Nullable String tokens;

    @Option(
            names = "--max-cost",
            paramLabel = "DOLLARS",
            description = "The most money for the model, such as 2.50.")
    private @Nullable String cost;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description =
                    "The most time, such as 90s, 10m or 1h30m; questions to you do not count.")
    private @Nullable String time;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            description = "The most steps of the plan that are begun.")
    private @Nullable String steps;

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

    private static void add(List<SettingFlag> flags, String flag, @Nullable String text) {
        if (text != null) {
            flags.add(new SettingFlag(flag, "agent." + flag.substring(2), text));
        }
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
