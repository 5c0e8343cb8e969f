package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// The Jakarta constraints that a field's rules come to.
///
/// @param annotations in the order in which they are written
/// @param imports qualified names of their types
record Constraints(List<String> annotations, List<String> imports) {
    private static final String PACKAGE = "jakarta.validation.constraints.";

    Constraints {
        annotations = List.copyOf(annotations);
        imports = List.copyOf(imports);
    }

    static Constraints of(Field field, String javaType) {
        var annotations = new ArrayList<String>();
        boolean isText = javaType.equals("String");
        boolean isBlankRefused =
                field.rules().stream()
                        .anyMatch(rule ->
                                rule instanceof FieldRule.NotBlank
                                        || (isText && field.isRequired() && isEmail(rule)));
        if (field.isRequired() && isBlankRefused) {
            annotations.add("@NotBlank");
        } else if (field.isRequired()) {
            annotations.add("@NotNull");
        } else if (isBlankRefused) {
            annotations.add(
                    "@Pattern(regexp = \"(?s).*\\\\S.*\", message = \"must not be blank\")");
        }
        for (FieldRule rule : field.rules()) {
            annotations.addAll(annotations(rule, field.isRequired() && isBlankRefused, isText));
        }
        var imports = new TreeSet<String>();
        for (String annotation : annotations) {
            imports.add(PACKAGE + annotation.replaceAll("^@(\\w+).*$", "$1"));
        }
        return new Constraints(annotations, List.copyOf(imports));
    }

    /// Jakarta's own check of addresses takes an empty text for one.
    private static boolean isEmail(FieldRule rule) {
        return rule instanceof FieldRule.Format(FieldRule.Form form)
                && form == FieldRule.Form.EMAIL;
    }

    private static List<String> annotations(FieldRule rule, boolean isNotBlank, boolean isText) {
        return switch (rule) {
            case FieldRule.Length length ->
                    size(isNotBlank ? atLeast(length.min(), 2) : length.min(), length.max());
            case FieldRule.Size size -> size(size.min(), size.max());
            case FieldRule.Range range -> range(range);
            case FieldRule.OneOf oneOf -> isText ? oneOf(oneOf) : List.of();
            case FieldRule.Matches matches ->
                    List.of("@Pattern(regexp = " + literal(matches.expression()) + ")");
            case FieldRule.Format format -> isText ? format(format.form()) : List.of();
            case FieldRule.Future _ -> List.of("@Future");
            case FieldRule.NotPast _ -> List.of("@FutureOrPresent");
            case FieldRule.Past _ -> List.of("@Past");
            case FieldRule.NotFuture _ -> List.of("@PastOrPresent");
            case FieldRule.Decimals decimals ->
                    List.of("@Digits(integer = 18, fraction = " + decimals.max() + ")");
            case FieldRule.NotBlank _,
                    FieldRule.Unique _,
                    FieldRule.UniqueWithin _,
                    FieldRule.AmongSiblings _,
                    FieldRule.Selects _,
                    FieldRule.Compared _,
                    FieldRule.Refers _,
                    FieldRule.DaysAgo _,
                    FieldRule.DaysAhead _,
                    FieldRule.Stripped _,
                    FieldRule.SortsBy _,
                    FieldRule.BlankIsNone _ ->
                    List.of();
        };
    }

    private static List<String> oneOf(FieldRule.OneOf oneOf) {
        String expression =
                oneOf.values().stream().map(Constraints::quoted).collect(Collectors.joining("|"));
        String values = String.join(", ", oneOf.values()).replace("\"", "");
        return List.of(
                "@Pattern(regexp = \"%s\", message = \"must be one of: %s\")"
                        .formatted(expression, values));
    }

    private static OptionalInt atLeast(OptionalInt min, int least) {
        return min.isPresent() && min.getAsInt() >= least ? min : OptionalInt.empty();
    }

    private static List<String> size(OptionalInt min, OptionalInt max) {
        var parts = new ArrayList<String>();
        min.ifPresent(value -> parts.add("min = " + value));
        max.ifPresent(value -> parts.add("max = " + value));
        return parts.isEmpty() ? List.of() : List.of("@Size(" + String.join(", ", parts) + ")");
    }

    private static List<String> range(FieldRule.Range range) {
        var parts = new ArrayList<String>();
        range.min().ifPresent(bound -> parts.add(bound("Min", bound)));
        range.max().ifPresent(bound -> parts.add(bound("Max", bound)));
        return parts;
    }

    private static String bound(String end, FieldRule.Bound bound) {
        BigDecimal value = bound.value();
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        return isWhole && bound.isIncluded()
                ? "@" + end + "(" + value.toBigInteger() + ")"
                : "@Decimal%s(value = \"%s\"%s)"
                        .formatted(
                                end,
                                value.toPlainString(),
                                bound.isIncluded() ? "" : ", inclusive = false");
    }

    private static List<String> format(FieldRule.Form form) {
        return switch (form) {
            case URL -> pattern("https?://\\S+", "must be a URL");
            case HTTPS_URL -> pattern("https://\\S+", "must be an https URL");
            case EMAIL -> List.of("@Email");
            case UUID ->
                    pattern("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "must be a UUID");
            case COUNTRY_CODE -> pattern("[A-Z]{2}", "must be a two-letter country code");
            case CURRENCY_CODE -> pattern("[A-Z]{3}", "must be a three-letter currency code");
            case DATE -> pattern("\\d{4}-\\d{2}-\\d{2}", "must be a date");
            case TIMESTAMP -> pattern("\\d{4}-\\d{2}-\\d{2}T\\S+", "must be a timestamp");
        };
    }

    private static List<String> pattern(String expression, String message) {
        return List.of(
                "@Pattern(regexp = " + literal(expression) + ", message = \"" + message + "\")");
    }

    private static String quoted(String value) {
        return value.replaceAll("([.*+?()\\[\\]{}|^$\\\\])", "\\\\\\\\$1").replace("\"", "\\\"");
    }

    /// A text as a Java literal.
    static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
