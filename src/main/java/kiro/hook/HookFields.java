package kiro.hook;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.finding.Slips;
import kiro.persona.Clean;
import kiro.text.NearestNames;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import kiro.text.ValueTree;

/// Takes values of the expected kinds out of a mapping; what is of another kind is an error with its place.
final class HookFields {
    private final ValueTree.Fields fields;
    private final Slips slips;
    private final String form;

    /// @param form where the format is described
    HookFields(ValueTree.Fields fields, Slips slips, String form) {
        this.fields = fields;
        this.slips = slips;
        this.form = form;
    }

    SourceSpan span() {
        return fields.span();
    }

    /// Where a key stands; where it does not, the mapping.
    SourceSpan span(String key) {
        return fields.find(key).map(ValueTree.Field::span).orElse(fields.span());
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    Optional<ValueTree> value(String key) {
        return fields.find(key)
                .map(ValueTree.Field::value)
                .filter(value -> !(value instanceof ValueTree.Nothing));
    }

    /// A text that says something.
    Optional<String> text(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof ValueTree.Word word && !word.text().isBlank()
                                ? Optional.of(Clean.text(word.text()).strip())
                                : wrong(key, value, "a text"));
    }

    /// A text as it is, of which nothing is taken away: what is run is what was trusted.
    Optional<String> line(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof ValueTree.Word word && !word.text().isBlank()
                                ? Optional.of(word.text())
                                : wrong(key, value, "a text"));
    }

    boolean truth(String key, boolean otherwise) {
        return value(key)
                .flatMap(value ->
                        value instanceof ValueTree.Word word
                                        && List.of("true", "false").contains(word.text())
                                ? Optional.of(Boolean.valueOf(word.text()))
                                : this.<Boolean>wrong(key, value, "true or false"))
                .orElse(otherwise);
    }

    Optional<Integer> number(String key, int least, int most) {
        return value(key)
                .flatMap(value -> {
                    Optional<Integer> number =
                            value instanceof ValueTree.Word word && word.text().matches("\\d{1,18}")
                                    ? Optional.of(
                                            new BigInteger(word.text())
                                                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                                                    .intValue())
                                    : Optional.empty();
                    return number.filter(each -> each >= least && each <= most)
                            .or(() -> wrong(key, value, "a number from " + least + " to " + most));
                });
    }

    Optional<Duration> duration(String key) {
        return value(key)
                .flatMap(value -> {
                    Optional<Duration> time =
                            value instanceof ValueTree.Word word
                                    ? Durations.parse(word.text())
                                    : Optional.empty();
                    return time.or(
                            () -> wrong(key, value, "a length of time such as 200ms, 30s or 10m"));
                });
    }

    /// A list of texts; a single text stands for a list of one.
    List<String> texts(String key) {
        return value(key)
                .map(value ->
                        switch (value) {
                            case ValueTree.Word word -> List.of(word.text());
                            case ValueTree.Items items -> texts(key, items);
                            case ValueTree.Fields _, ValueTree.Nothing _ -> {
                                wrong(key, value, "a text or a list of texts");
                                yield List.<String>of();
                            }
                        })
                .orElse(List.of());
    }

    private List<String> texts(String key, ValueTree.Items items) {
        var texts = new ArrayList<String>();
        for (ValueTree item : items.items()) {
            if (item instanceof ValueTree.Word word) {
                texts.add(word.text());
            } else {
                wrong(key, item, "a list of texts");
            }
        }
        return texts;
    }

    /// Patterns of paths or of names.
    List<PathGlob> globs(String key) {
        var globs = new ArrayList<PathGlob>();
        for (String text : texts(key)) {
            PathGlob.parse(text)
                    .ifPresentOrElse(
                            globs::add,
                            () ->
                                    slips.error(
                                            "wrong-value",
                                            span(key),
                                            "'%s' is no pattern of paths"
                                                    .formatted(Clean.line(text)),
                                            "close its brackets, or write one such as src/**/*.java"));
        }
        return globs;
    }

    Optional<HookFields> mapping(String key) {
        return value(key)
                .flatMap(value ->
                        value instanceof ValueTree.Fields mapping
                                ? Optional.of(new HookFields(mapping, slips, form))
                                : wrong(key, value, "a mapping"));
    }

    /// The mappings of a list, each with what belongs into it.
    List<HookFields> mappings(String key) {
        var mappings = new ArrayList<HookFields>();
        Optional<ValueTree> value = value(key);
        if (value.isPresent() && !(value.get() instanceof ValueTree.Items)) {
            wrong(key, value.get(), "a list");
        }
        for (ValueTree item : value.map(HookFields::items).orElse(List.of())) {
            if (item instanceof ValueTree.Fields mapping) {
                mappings.add(new HookFields(mapping, slips, form));
            } else {
                wrong(key, item, "a list of mappings");
            }
        }
        return mappings;
    }

    private static List<ValueTree> items(ValueTree value) {
        return value instanceof ValueTree.Items items ? items.items() : List.of();
    }

    /// Names with a text each.
    SequencedMap<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        for (ValueTree.Field field : fields.fields()) {
            switch (field.value()) {
                case ValueTree.Word word -> variables.put(field.key(), word.text());
                case ValueTree.Nothing _ -> variables.put(field.key(), "");
                case ValueTree.Items _, ValueTree.Fields _ ->
                        wrong(field.key(), field.value(), "a text");
            }
        }
        return variables;
    }

    List<String> keys() {
        return fields.fields().stream().map(ValueTree.Field::key).toList();
    }

    /// Keys that are none of these, each an error with what may have been meant.
    void refuseOthers(List<String> known) {
        for (ValueTree.Field field : fields.fields()) {
            if (!known.contains(field.key())) {
                slips.error(
                        "unknown-key",
                        field.span(),
                        "there is no key '%s' here".formatted(Clean.line(field.key())),
                        nearest(field.key(), known));
            }
        }
    }

    /// A setting of a built-in holds what belongs into it, where it is there.
    void expect(BuiltInSettings.Setting setting) {
        value(setting.name())
                .filter(value ->
                        value instanceof ValueTree.Word word && !setting.allows(word.text()))
                .ifPresent(value -> wrong(setting.name(), value, setting.wanted()));
    }

    /// What a person may have meant.
    String nearest(String word, List<String> known) {
        List<String> near = NearestNames.of(word, known);
        return near.isEmpty()
                ? form
                : "did you mean %s?".formatted(String.join(" or ", near.subList(0, 1)));
    }

    void error(String rule, String key, String message, String fix) {
        slips.error(rule, span(key), message, fix);
    }

    void warning(String rule, String key, String message, String fix) {
        slips.warning(rule, span(key), message, fix);
    }

    /// Values that are worth a remark for having no effect here.
    void remark(Map<String, String> withoutEffect) {
        withoutEffect.forEach((key, reason) -> {
            if (has(key)) {
                slips.remark(
                        "key-without-effect", span(key), "'%s' %s".formatted(key, reason), form);
            }
        });
    }

    private <T> Optional<T> wrong(String key, ValueTree value, String wanted) {
        slips.error(
                "wrong-value",
                value.span(),
                "'%s' holds %s where %s belongs".formatted(Clean.line(key), kind(value), wanted),
                form);
        return Optional.empty();
    }

    private static String kind(ValueTree value) {
        return value instanceof ValueTree.Word word
                ? "'" + Clean.line(word.text()) + "'"
                : value.kind();
    }
}
