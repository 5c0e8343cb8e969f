package kiro.cli;

import java.util.Optional;
import kiro.config.ConfigKey;
import kiro.config.ConfigKeys;

/// A setting as a person names it.
final class NamedSetting {
    private NamedSetting() {}

    /// What came of looking for it.
    sealed interface Found {
        record Known(ConfigKey key) implements Found {}

        record Unknown(Problem problem) implements Found {}
    }

    static Found of(String name) {
        Optional<ConfigKey> key = ConfigKeys.find(name);
        if (key.isEmpty() && ConfigKeys.ofVariable(name).isPresent()) {
            String setting = ConfigKeys.ofVariable(name).get().name();
            return new Found.Unknown(
                    new Problem(
                            "config/unknown-key",
                            "%s is a variable of the environment".formatted(name),
                            "it sets %s: name that".formatted(setting)));
        }
        if (key.isEmpty()) {
            return new Found.Unknown(
                    new Problem(
                            "config/unknown-key",
                            "there is no setting '%s'".formatted(name),
                            ConfigKeys.nearest(name)
                                    .map("did you mean %s?"::formatted)
                                    .orElse("'kiro config list --all' shows what there is")));
        }
        return key.get().name().endsWith("*")
                ? new Found.Unknown(
                        new Problem(
                                "config/unknown-key",
                                "%s stands for many settings".formatted(name),
                                "name one of them, with what stands in place of the star"))
                : new Found.Known(key.get());
    }
}
