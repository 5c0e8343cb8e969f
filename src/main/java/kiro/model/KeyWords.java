package kiro.model;

import kiro.config.Config;
import kiro.config.ConfigValue;

/// Keys in words.
final class KeyWords {
    private KeyWords() {}

    /// Where a key is that is set and not given out, as a keyring does that is locked; empty for one that is not set.
    static String withheld(Config config, String setting) {
        return config.find(setting)
                .map(ConfigValue::origin)
                .map(": %s keeps one, and does not give it out"::formatted)
                .orElse("");
    }
}
