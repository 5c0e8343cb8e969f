package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// Gives an order that is told in words the field for its time: "the one that started last first".
final class TimedOrder {
    private TimedOrder() {}

    static List<Expectation> settled(
            List<Meaning> parts,
            List<Expectation> expectations,
            EndpointDraft endpoint,
            Objections objections) {
        List<String> words =
                parts.stream()
                        .flatMap(part -> part.tree().all("TimeWord").stream().map(part::words))
                        .toList();
        return expectations.stream()
                .map(one ->
                        one instanceof Expectation.SortedBy(String name, var direction, var then)
                                        && words.contains(name)
                                ? new Expectation.SortedBy(
                                        field(name, endpoint, objections), direction, then)
                                : one)
                .toList();
    }

    private static String field(String word, EndpointDraft endpoint, Objections objections) {
        Optional<String> field = endpoint.timeNamed(word);
        if (field.isEmpty()) {
            objections.add("which time '%s' is about is not clear".formatted(word));
        }
        return field.orElse(word);
    }
}
