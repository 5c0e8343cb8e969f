package kiro.aws;

import java.util.Map;
import java.util.Optional;

/// A section of AWS's files.
record Profile(String name, Map<String, String> values) {
    Profile {
        values = Map.copyOf(values);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /// As messages name it.
    String words() {
        return "the profile '" + name + "'";
    }
}
