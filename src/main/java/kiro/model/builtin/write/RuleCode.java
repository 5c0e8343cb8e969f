package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// The rules of a field as code that looks for what breaks them, for projects that check by hand.
///
/// @param tests expressions that are true where a value that is there breaks a rule
/// @param words what the rules say, for a reader
/// @param imports what the expressions need
record RuleCode(List<String> tests, List<String> words, List<String> imports) {
    private static final Pattern CHARACTERS = Pattern.compile("\\^?\\[([^\\]]*)][*+]\\$?");
    private static final SequencedMap<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("a-z", "lower-case letters");
        KINDS.put("A-Z", "capital letters");
        KINDS.put("0-9", "digits");
        KINDS.put("_", "underscores");
    }

    RuleCode {
        tests = List.copyOf(tests);
        words = List.copyOf(words);
        imports = List.copyOf(imports);
    }

    /// @param value the expression of the value, of this type
    static RuleCode of(Field field, String javaType, String value) {
        var code = new Writing(javaType, value);
        field.rules().forEach(code::take);
        return new RuleCode(code.tests, code.words, code.imports);
    }

    /// The statement that notes down what is wrong with a field; none where nothing can be.
    List<String> statement(Field field, String value) {
        String broken = String.join(" || ", tests);
        String test =
                field.isRequired()
                        ? value + " == null" + (tests.isEmpty() ? "" : " || " + broken)
                        : value
                                + " != null && "
                                + (tests.size() == 1 ? broken : "(" + broken + ")");
        if (tests.isEmpty() && !field.isRequired()) {
            return List.of();
        }
        String told =
                (field.isRequired() ? "has to be given" + (words.isEmpty() ? "" : ": ") : "")
                        + String.join(", ", words);
        return List.of(
                "if (" + test + ") {",
                "    problems.add(" + Constraints.literal(field.name() + ": " + told) + ");",
                "}");
    }

    /// What an expression allows, in words where it only names kinds of characters.
    private static String form(String expression) {
        Matcher characters = CHARACTERS.matcher(expression);
        String left = characters.matches() ? characters.group(1) : "?";
        var kinds = new ArrayList<String>();
        for (var kind : KINDS.entrySet()) {
            if (left.contains(kind.getKey())) {
                kinds.add(kind.getValue());
                left = left.replace(kind.getKey(), "");
            }
        }
        if (left.equals("-")) {
            kinds.add("hyphens");
            left = "";
        }
        return left.isEmpty() && !kinds.isEmpty()
                ? "only " + CaseNames.listed(kinds)
                : "of the form " + expression;
    }

    private static final class Writing {
        private final String javaType;
        private final String value;
        private final List<String> tests = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<String> imports = new ArrayList<>();

        Writing(String javaType, String value) {
            this.javaType = javaType;
            this.value = value;
        }

        private void take(FieldRule rule) {
            switch (rule) {
                case FieldRule.Length length ->
                        count(length.min(), length.max(), ".length()", " characters");
                case FieldRule.Size size -> count(size.min(), size.max(), ".size()", " elements");
                case FieldRule.Range range -> range(range);
                case FieldRule.NotBlank _ -> add(value + ".isBlank()", "not blank");
                case FieldRule.OneOf oneOf -> oneOf(oneOf);
                case FieldRule.Matches matches ->
                        add(
                                "!"
                                        + value
                                        + ".matches("
                                        + Constraints.literal(matches.expression())
                                        + ")",
                                form(matches.expression()));
                case FieldRule.Format format -> format(format.form());
                case FieldRule.Future _ -> time("!%s.isAfter(%s)", "in the future");
                case FieldRule.NotPast _ -> time("%s.isBefore(%s)", "not in the past");
                case FieldRule.NotFuture _ -> time("%s.isAfter(%s)", "not in the future");
                case FieldRule.Past _ -> time("!%s.isBefore(%s)", "in the past");
                case FieldRule.Decimals decimals ->
                        add(
                                value + ".scale() > " + decimals.max(),
                                "at most " + decimals.max() + " decimals");
                case FieldRule.Unique _,
                        FieldRule.UniqueWithin _,
                        FieldRule.AmongSiblings _,
                        FieldRule.Selects _,
                        FieldRule.Compared _,
                        FieldRule.Refers _,
                        FieldRule.DaysAgo _,
                        FieldRule.DaysAhead _,
                        FieldRule.Stripped _,
                        FieldRule.SortsBy _,
                        FieldRule.BlankIsNone _ -> {
                    // That is not said of the value by itself.
                }
            }
        }

        private void count(OptionalInt min, OptionalInt max, String read, String what) {
            min.ifPresent(least -> add(value + read + " < " + least, "at least " + least + what));
            max.ifPresent(most -> add(value + read + " > " + most, "at most " + most + what));
        }

        private void range(FieldRule.Range range) {
            range.min().ifPresent(one -> bound(one, one.isIncluded() ? "<" : "<=", "at least "));
            range.max().ifPresent(one -> bound(one, one.isIncluded() ? ">" : ">=", "at most "));
        }

        private void oneOf(FieldRule.OneOf oneOf) {
            imports.add("java.util.List");
            String suffix = javaType.equals("Long") ? "L" : "";
            boolean areNumbers =
                    !javaType.equals("String")
                            && oneOf.values().stream().allMatch(one -> one.matches("-?\\d{1,9}"));
            String values =
                    oneOf.values().stream()
                            .map(one -> areNumbers ? one + suffix : Constraints.literal(one))
                            .collect(Collectors.joining(", "));
            add(
                    "!List.of(" + values + ").contains(" + value + ")",
                    "one of " + String.join(", ", oneOf.values()));
        }

        private void add(String test, String told) {
            tests.add(test);
            words.add(told);
        }

        private void bound(FieldRule.Bound bound, String operator, String told) {
            String number = bound.value().toPlainString();
            boolean isDecimal = javaType.equals("BigDecimal");
            if (isDecimal) {
                imports.add("java.math.BigDecimal");
            }
            boolean isLong =
                    javaType.equals("Long")
                            && bound.value().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE))
                                    > 0;
            add(
                    isDecimal
                            ? "%s.compareTo(new BigDecimal(\"%s\")) %s 0"
                                    .formatted(value, number, operator)
                            : value + " " + operator + " " + number + (isLong ? "L" : ""),
                    told + number);
        }

        private void time(String test, String told) {
            imports.addAll(RequestWriter.imports(javaType));
            add(test.formatted(value, javaType + ".now()"), told);
        }

        private void format(FieldRule.Form form) {
            if (!javaType.equals("String")) {
                return;
            }
            String expression =
                    switch (form) {
                        case URL -> "https?://\\S+";
                        case HTTPS_URL -> "https://\\S+";
                        case EMAIL -> "[^@\\s]+@[^@\\s]+";
                        case UUID -> "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
                        case COUNTRY_CODE -> "[A-Z]{2}";
                        case CURRENCY_CODE -> "[A-Z]{3}";
                        case DATE -> "\\d{4}-\\d{2}-\\d{2}";
                        case TIMESTAMP -> "\\d{4}-\\d{2}-\\d{2}T\\S+";
                    };
            add(
                    "!" + value + ".matches(" + Constraints.literal(expression) + ")",
                    form.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
    }
}
