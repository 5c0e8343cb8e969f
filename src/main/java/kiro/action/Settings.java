package kiro.action;

import java.util.Map;
import java.util.Optional;

/// What a hook says in `with`. Whether the values are what belongs there was checked when the file was read.
record Settings(Map<String, String> values) {
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    boolean truth(String name, boolean otherwise) {
        return text(name).map("true"::equals).orElse(otherwise);
    }

    int number(String name, int otherwise) {
        return text(name)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
