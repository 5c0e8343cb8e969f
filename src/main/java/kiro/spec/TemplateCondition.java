package kiro.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a block of a template is part of a spec: `method=POST,PUT`, `auth!=none`, `path~{`. An empty item of the
/// list, as in `method=,POST`, stands for a parameter without a value.
record TemplateCondition(String parameter, Comparison comparison, List<String> texts) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<name>[A-Za-z][A-Za-z0-9_-]*)\\s*(?<comparison>!=|!~|=|~)(?<texts>.*)");

    enum Comparison {
        IS,
        IS_NOT,
        CONTAINS,
        CONTAINS_NOT
    }

    TemplateCondition {
        texts = List.copyOf(texts);
    }

    static Optional<TemplateCondition> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Comparison comparison =
                switch (form.group("comparison")) {
                    case "!=" -> Comparison.IS_NOT;
                    case "!~" -> Comparison.CONTAINS_NOT;
                    case "~" -> Comparison.CONTAINS;
                    default -> Comparison.IS;
                };
        List<String> texts =
                Pattern.compile(",").splitAsStream(form.group("texts")).map(String::strip).toList();
        return Optional.of(
                new TemplateCondition(
                        form.group("name"), comparison, texts.isEmpty() ? List.of("") : texts));
    }

    boolean holds(Map<String, String> values) {
        String value = values.getOrDefault(parameter, "");
        return switch (comparison) {
            case IS -> texts.contains(value);
            case IS_NOT -> !texts.contains(value);
            case CONTAINS -> contains(value);
            case CONTAINS_NOT -> !contains(value);
        };
    }

    private boolean contains(String value) {
        return texts.stream()
                .anyMatch(text -> text.isEmpty() ? value.isEmpty() : value.contains(text));
    }
}
