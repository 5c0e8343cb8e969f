package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// A value that breaks a rule of its field.
///
/// @param value empty where the field is left out
record BrokenSample(Condition.Break how, Optional<Sample> value) {
    /// Texts of which most forms have none.
    private static final List<String> MISSHAPEN = List.of("?!", "x", "0", "Not This One", "-");

    /// One for each way in which the field's rules can be broken by a value of the right type, in the order
    /// of the rules.
    static List<BrokenSample> of(Field field, String javaType) {
        var broken = new ArrayList<BrokenSample>();
        for (FieldRule rule : field.rules()) {
            broken(rule, field, javaType).forEach(broken::add);
        }
        if (field.isRequired()) {
            broken.add(new BrokenSample(Condition.Break.MISSING, Optional.empty()));
        }
        return broken;
    }

    /// The rules that a value can break and for which none is known that does, as words.
    static List<String> unbroken(Field field, String javaType) {
        return field.rules().stream()
                .filter(BrokenSample::canBeBroken)
                .filter(rule -> broken(rule, field, javaType).isEmpty())
                .map(rule -> "%s (%s)".formatted(field.name(), words(rule)))
                .toList();
    }

    /// Whether a value of the right type can be against a rule by itself.
    private static boolean canBeBroken(FieldRule rule) {
        return switch (rule) {
            case FieldRule.NotBlank _,
                    FieldRule.Length _,
                    FieldRule.Range _,
                    FieldRule.OneOf _,
                    FieldRule.Matches _,
                    FieldRule.Future _,
                    FieldRule.NotPast _,
                    FieldRule.Past _,
                    FieldRule.NotFuture _,
                    FieldRule.Decimals _,
                    FieldRule.Size _,
                    FieldRule.DaysAgo _,
                    FieldRule.DaysAhead _ ->
                    true;
            // What is no text has its form by its type.
            case FieldRule.Format _,
                    FieldRule.Unique _,
                    FieldRule.UniqueWithin _,
                    FieldRule.AmongSiblings _,
                    FieldRule.Stripped _,
                    FieldRule.SortsBy _,
                    FieldRule.BlankIsNone _,
                    FieldRule.Compared _,
                    FieldRule.Refers _,
                    FieldRule.Selects _ ->
                    false;
        };
    }

    private static String words(FieldRule rule) {
        return switch (rule) {
            case FieldRule.Matches matches -> matches.expression();
            case FieldRule.OneOf values -> "one of " + String.join(", ", values.values());
            default -> Names.words(rule.getClass().getSimpleName());
        };
    }

    private static List<BrokenSample> broken(FieldRule rule, Field field, String javaType) {
        boolean isText = javaType.equals("String");
        return switch (rule) {
            case FieldRule.NotBlank _ -> List.of(of(Condition.Break.BLANK, Sample.text("   ")));
            case FieldRule.Length length -> length(length, field);
            case FieldRule.Range range -> range(range);
            case FieldRule.OneOf _ when isText ->
                    List.of(of(Condition.Break.NOT_ALLOWED, Sample.text("something else")));
            case FieldRule.Matches matches ->
                    MISSHAPEN.stream()
                            .filter(text -> !text.matches(matches.expression()))
                            .limit(1)
                            .map(text -> of(Condition.Break.WRONG_FORM, Sample.text(text)))
                            .toList();
            case FieldRule.OneOf values when areNumbers(values) ->
                    List.of(of(Condition.Break.NOT_ALLOWED, Sample.plain(beyond(values))));
            case FieldRule.Format format when isText ->
                    List.of(of(Condition.Break.WRONG_FORM, Sample.text(malformed(format.form()))));
            case FieldRule.Future _, FieldRule.NotPast _ ->
                    List.of(of(Condition.Break.NOT_ALLOWED, day("2001-01-01", javaType)));
            case FieldRule.Past _, FieldRule.NotFuture _ ->
                    List.of(of(Condition.Break.NOT_ALLOWED, day("2999-01-01", javaType)));
            case FieldRule.Decimals(int max) -> decimals(max);
            case FieldRule.OneOf _,
                    FieldRule.Format _,
                    FieldRule.Size _,
                    FieldRule.Unique _,
                    FieldRule.UniqueWithin _,
                    FieldRule.AmongSiblings _,
                    FieldRule.DaysAgo _,
                    FieldRule.DaysAhead _,
                    FieldRule.Stripped _,
                    FieldRule.SortsBy _,
                    FieldRule.BlankIsNone _,
                    FieldRule.Compared _,
                    FieldRule.Refers _,
                    FieldRule.Selects _ ->
                    List.of();
        };
    }

    private static List<BrokenSample> decimals(int max) {
        return List.of(of(Condition.Break.WRONG_FORM, Sample.plain("1." + "1".repeat(max + 1))));
    }

    private static boolean areNumbers(FieldRule.OneOf values) {
        return !values.values().isEmpty()
                && values.values().stream().allMatch(value -> value.matches("-?\\d{1,9}"));
    }

    /// A number above all that are allowed.
    private static String beyond(FieldRule.OneOf values) {
        return String.valueOf(
                1 + values.values().stream().mapToInt(Integer::parseInt).max().orElseThrow());
    }

    /// A day in the form that a type of times takes.
    private static Sample day(String day, String javaType) {
        return Sample.text(
                switch (javaType) {
                    case "Instant", "OffsetDateTime", "ZonedDateTime" -> day + "T00:00:00Z";
                    case "LocalDateTime" -> day + "T00:00:00";
                    default -> day;
                });
    }

    private static BrokenSample of(Condition.Break how, Sample sample) {
        return new BrokenSample(how, Optional.of(sample));
    }

    private static List<BrokenSample> length(FieldRule.Length length, Field field) {
        var broken = new ArrayList<BrokenSample>();
        OptionalInt min = length.min();
        if (length.max().isPresent()) {
            broken.add(
                    of(
                            Condition.Break.TOO_LONG,
                            Sample.ofLength(field, length.max().getAsInt() + 1)));
        }
        if (min.isPresent() && min.getAsInt() > 0) {
            broken.add(of(Condition.Break.TOO_SHORT, Sample.text("x".repeat(min.getAsInt() - 1))));
        }
        return broken;
    }

    private static List<BrokenSample> range(FieldRule.Range range) {
        var broken = new ArrayList<BrokenSample>();
        range.min()
                .ifPresent(bound ->
                        broken.add(of(Condition.Break.TOO_SMALL, Sample.plain(beyond(bound, -1)))));
        range.max()
                .ifPresent(bound ->
                        broken.add(of(Condition.Break.TOO_LARGE, Sample.plain(beyond(bound, 1)))));
        return broken;
    }

    private static String beyond(FieldRule.Bound bound, int step) {
        return bound.isIncluded()
                ? bound.value().add(java.math.BigDecimal.valueOf(step)).toPlainString()
                : bound.value().toPlainString();
    }

    private static String malformed(FieldRule.Form form) {
        return switch (form) {
            case HTTPS_URL -> "http://example.com/not-https";
            case URL -> "not a url";
            case EMAIL -> "not an email address";
            case UUID -> "not-a-uuid";
            case DATE, TIMESTAMP -> "not a date";
            case COUNTRY_CODE, CURRENCY_CODE -> "not a code";
        };
    }
}
