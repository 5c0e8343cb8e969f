package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import kiro.text.SourceSpan;

/// Reads fields: their types, and the rules that their values must satisfy.
final class FieldReader {
    private static final String CHARACTERS = "(?: ?(?:characters?|chars?))";

    private static final List<Phrase<FieldType>> TYPES =
            List.of(
                    Phrase.of("(?:an? )?(?:string|text)", FieldType.Plain.STRING),
                    Phrase.of("(?:an? )?(?:integer|int|long)", FieldType.Plain.INTEGER),
                    Phrase.of("(?:an? )?(?:decimal|number|double)", FieldType.Plain.DECIMAL),
                    Phrase.of("(?:an? )?bool(?:ean)?", FieldType.Plain.BOOLEAN),
                    Phrase.of("(?:an? )?date", FieldType.Plain.DATE),
                    Phrase.of(
                            "(?:an? )?(?:timestamp|instant|date-?time|iso[- ]?8601 timestamp)",
                            FieldType.Plain.TIMESTAMP),
                    Phrase.of("(?:an? )?uuid", FieldType.Plain.UUID),
                    Phrase.of("(?:an? )?object", FieldType.Plain.OBJECT));

    private static final List<Phrase<FieldRule>> RULES =
            List.of(
                    Phrase.of("(?:not|never|must not be|non-?) ?blank", new FieldRule.NotBlank()),
                    Phrase.of(
                            "(?:not|must not be|non-?) ?empty",
                            new FieldRule.Length(OptionalInt.of(1), OptionalInt.empty())),
                    Phrase.of(
                            "(?:between )?(\\d+)(?: to | and |-|\u2013| \u2013 )(\\d+)"
                                    + CHARACTERS
                                    + "(?: long)?",
                            match -> length(match, 1, 2)),
                    Phrase.of(
                            "(?:at most|max(?:imum)?(?: of)?:?|up to|no more than|not longer than) (\\d+)"
                                    + CHARACTERS
                                    + "(?: long)?",
                            match -> length(match, 0, 1)),
                    Phrase.of("max(?:imum)? length:? (?:of )?(\\d+)", match -> length(match, 0, 1)),
                    Phrase.of(
                            "(?:at least|min(?:imum)?(?: of)?:?) (\\d+)"
                                    + CHARACTERS
                                    + "(?: long)?",
                            match -> length(match, 1, 0)),
                    Phrase.of("min(?:imum)? length:? (?:of )?(\\d+)", match -> length(match, 1, 0)),
                    Phrase.of("exactly (\\d+)" + CHARACTERS, match -> length(match, 1, 1)),
                    Phrase.of(
                            "(?:between |from )?(-?\\d+(?:\\.\\d+)?)(?: to | and |-|\u2013)(-?\\d+(?:\\.\\d+)?)",
                            match ->
                                    range(
                                            bound(match.group(1), true),
                                            bound(match.group(2), true))),
                    Phrase.of(
                            "(?:at least|min(?:imum)?(?: of)?:?|>=) (-?\\d+(?:\\.\\d+)?)",
                            match -> range(bound(match.group(1), true), Optional.empty())),
                    Phrase.of(
                            "(?:at most|max(?:imum)?(?: of)?:?|up to|<=) (-?\\d+(?:\\.\\d+)?)",
                            match -> range(Optional.empty(), bound(match.group(1), true))),
                    Phrase.of(
                            "(?:greater than|more than|above|>) (-?\\d+(?:\\.\\d+)?)",
                            match -> range(bound(match.group(1), false), Optional.empty())),
                    Phrase.of(
                            "(?:less than|below|under|<) (-?\\d+(?:\\.\\d+)?)",
                            match -> range(Optional.empty(), bound(match.group(1), false))),
                    Phrase.of("positive", match -> range(bound("0", false), Optional.empty())),
                    Phrase.of(
                            "(?:not negative|non-negative|zero or more)",
                            match -> range(bound("0", true), Optional.empty())),
                    Phrase.of("one of:? (.+)", match -> oneOf(match.group(1))),
                    Phrase.of("(?:an? )?(?:valid )?https(?: url)?", form(FieldRule.Form.HTTPS_URL)),
                    Phrase.of("(?:an? )?(?:valid )?url", form(FieldRule.Form.URL)),
                    Phrase.of(
                            "(?:an? )?(?:valid )?e-?mail(?: address)?", form(FieldRule.Form.EMAIL)),
                    Phrase.of("(?:an? )?(?:valid )?uuid", form(FieldRule.Form.UUID)),
                    Phrase.of("(?:an? )?(?:iso[- ]?8601 )?date", form(FieldRule.Form.DATE)),
                    Phrase.of(
                            "(?:an? )?(?:iso[- ]?8601 )?timestamp", form(FieldRule.Form.TIMESTAMP)),
                    Phrase.of("unique", new FieldRule.Unique()),
                    Phrase.of("(?:must be )?in the future", new FieldRule.Future()),
                    Phrase.of("(?:must be )?in the past", new FieldRule.Past()),
                    Phrase.of(
                            "(?:at most|up to|max(?:imum)?) (\\d+) (?:decimals|decimal places)",
                            match ->
                                    number(match.group(1)).stream()
                                            .<FieldRule>mapToObj(FieldRule.Decimals::new)
                                            .findFirst()));

    private FieldReader() {}

    /// A type with or without `or null`.
    record Typed(FieldType type, boolean isNullable) {}

    static Optional<Typed> type(String cell) {
        String plain = Wording.plain(cell);
        String bare = plain.replaceFirst("(?i)(?: or |\\|)null$|, nullable$|\\?$", "");
        boolean isNullable = !bare.equals(plain);
        if (bare.isEmpty()) {
            return Optional.of(new Typed(FieldType.Plain.NOT_STATED, isNullable));
        }
        return Phrase.read(TYPES, bare).map(type -> new Typed(type, isNullable));
    }

    /// The rules in a cell, which are separated by commas; empty when one of them is not understood.
    static Optional<List<FieldRule>> rules(String cell) {
        var rules = new ArrayList<FieldRule>();
        String plain = Wording.plain(cell);
        if (plain.isEmpty() || plain.equals("-") || plain.equals("none")) {
            return Optional.of(List.of());
        }
        Optional<FieldRule> whole = Phrase.read(RULES, plain);
        if (whole.isPresent()) {
            return Optional.of(List.of(whole.get()));
        }
        for (String part : plain.split("\\s*[,;]\\s*(?:and )?")) {
            Optional<FieldRule> rule = Phrase.read(RULES, part);
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            rules.add(rule.get());
        }
        return Optional.of(List.copyOf(rules));
    }

    static Optional<Field.Presence> presence(String cell) {
        return switch (Wording.plain(cell).toLowerCase(Locale.ROOT)) {
            case "yes", "required", "true", "y", "x", "mandatory" ->
                    Optional.of(Field.Presence.REQUIRED);
            case "no", "optional", "false", "n" -> Optional.of(Field.Presence.OPTIONAL);
            case "", "-" -> Optional.of(Field.Presence.NOT_STATED);
            default -> Optional.empty();
        };
    }

    /// A field of which only the name is known.
    static Field named(String name, SourceSpan span) {
        return new Field(
                name,
                FieldType.Plain.NOT_STATED,
                Field.Presence.NOT_STATED,
                false,
                List.of(),
                Optional.empty(),
                span);
    }

    static boolean isName(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    /// @param min the group of the lower bound; 0 for none
    private static Optional<FieldRule> length(MatchResult match, int min, int max) {
        OptionalInt lower = min == 0 ? OptionalInt.empty() : number(match.group(min));
        OptionalInt upper = max == 0 ? OptionalInt.empty() : number(match.group(max));
        boolean isWhole = (min == 0 || lower.isPresent()) && (max == 0 || upper.isPresent());
        return isWhole ? Optional.of(new FieldRule.Length(lower, upper)) : Optional.empty();
    }

    private static Optional<FieldRule> range(
            Optional<FieldRule.Bound> min, Optional<FieldRule.Bound> max) {
        return Optional.of(new FieldRule.Range(min, max));
    }

    private static Optional<FieldRule.Bound> bound(String number, boolean isIncluded) {
        return Optional.of(new FieldRule.Bound(new BigDecimal(number), isIncluded));
    }

    private static Optional<FieldRule> oneOf(String list) {
        List<String> values =
                Arrays.stream(list.split("\\s*(?:,\\s*(?:or )?|\\s+or\\s+|/)\\s*"))
                        .map(value -> value.replaceAll("^[\"']|[\"']$", ""))
                        .toList();
        boolean areWords = values.stream().allMatch(value -> value.matches("[A-Za-z0-9_-]+"));
        return areWords ? Optional.of(new FieldRule.OneOf(values)) : Optional.empty();
    }

    private static FieldRule form(FieldRule.Form form) {
        return new FieldRule.Format(form);
    }

    static OptionalInt number(String digits) {
        return digits.length() < 9 ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
