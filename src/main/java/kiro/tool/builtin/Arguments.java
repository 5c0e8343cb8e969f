package kiro.tool.builtin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The arguments of one call, as its schema demands them.
record Arguments(
        Map<String, String> texts, Map<String, Integer> numbers, Map<String, List<String>> lists) {
    Arguments {
        texts = Map.copyOf(texts);
        numbers = Map.copyOf(numbers);
        lists = Map.copyOf(lists);
    }

    /// A text that the schema requires.
    String text(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    int number(String name, int otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }

    /// A list that the schema requires.
    List<String> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }
}
