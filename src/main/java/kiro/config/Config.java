package kiro.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;

/// The settings in force: environment over the person's file over the team's file.
public final class Config {
    private final Map<String, ConfigValue> values;

    private Config(Map<String, ConfigValue> values) {
        this.values = Map.copyOf(values);
    }

    /// What came out of reading the settings.
    public sealed interface Reading {
        record Whole(Config config, List<Finding> warnings) implements Reading {}

        record Broken(List<Finding> findings) implements Reading {}
    }

    /// @param home the person's home folder
    /// @param root the project's root folder
    public static Reading read(Map<String, String> environment, Path home, Path root) {
        return new Reading.Whole(new Config(Map.of()), List.of());
    }

    /// The value of a key such as `anthropic.base-url`.
    public Optional<ConfigValue> find(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
