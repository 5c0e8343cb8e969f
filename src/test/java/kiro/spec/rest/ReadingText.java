package kiro.spec.rest;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A reading as text, every part of it, so that golden cases compare the whole.
final class ReadingText {
    private final StringBuilder text = new StringBuilder();

    private ReadingText() {}

    static String of(EndpointReading reading) {
        var writer = new ReadingText();
        reading.endpoints().forEach(writer::endpoint);
        reading.outcomes().forEach(writer::outcome);
        reading.unread().forEach(writer::unread);
        return writer.text.toString();
    }

    private void line(String format, Object... values) {
        text.append(format.formatted(values).stripTrailing()).append('\n');
    }

    private void endpoint(EndpointSpec endpoint) {
        line("endpoint %s", endpoint.route());
        line("  authentication %s", endpoint.authentication());
        line("  permission %s", brief(endpoint.permission()));
        endpoint.rateLimit()
                .ifPresent(limit ->
                        line(
                                "  limit %d in %s per %s",
                                limit.count(), limit.window(), limit.per()));
        fields("path", endpoint.request().path());
        fields("query", endpoint.request().query());
        fields("body", endpoint.request().body());
        line(
                "  answer %s %s",
                number(endpoint.response().status(), "?"), endpoint.response().shape());
        fields("answer", endpoint.response().fields());
        endpoint.behaviours().forEach(behaviour -> line("  %s", brief(behaviour)));
    }

    private void fields(String place, List<Field> fields) {
        for (Field field : fields) {
            line(
                    "  %s %s %s %s%s%s%s @%s",
                    place,
                    field.name(),
                    field.type(),
                    field.presence(),
                    field.isNullable() ? " or null" : "",
                    field.rules().isEmpty() ? "" : " " + brief(field.rules()),
                    field.standard().map(value -> " default " + value).orElse(""),
                    field.span());
        }
    }

    private void outcome(CriterionOutcome outcome) {
        line(
                "%s @%s %s: %s -> %s",
                outcome.criterion(),
                outcome.span(),
                outcome.route(),
                brief(outcome.condition()),
                outcome.expectations().stream()
                        .map(ReadingText::brief)
                        .collect(Collectors.joining(", ")));
    }

    private void unread(UnreadSentence sentence) {
        line(
                "unread @%s [%s]%s %s",
                sentence.span(),
                sentence.section(),
                sentence.criterion().map(id -> " " + id).orElse(""),
                sentence.text());
        line("    %s", sentence.reason());
    }

    private static String number(OptionalInt number, String none) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : none;
    }

    /// The words of a record without what every record of its kind has.
    static String brief(Object value) {
        return value.toString()
                .replace("OptionalInt.empty", "-")
                .replace("Optional.empty", "-")
                .replaceAll("Optional(?:Int)?\\[([^\\[\\]]*)\\]", "$1")
                .replace(", then=[]", "")
                .replace("[]", "")
                .replaceAll("isIncluded=true", "included")
                .replaceAll("isIncluded=false", "excluded");
    }
}
