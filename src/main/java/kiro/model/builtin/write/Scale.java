package kiro.model.builtin.write;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Values of tests in their order: what lies before a value, and what behind it.
final class Scale {
    private Scale() {}

    /// A value so many days, or ones, behind another one; empty where values of this type have no order that is known.
    static Optional<Sample> moved(Sample sample, String javaType, int steps) {
        Optional<String> bare = bare(sample);
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        try {
            String value = bare.get();
            Optional<String> text =
                    switch (javaType) {
                        case "LocalDate" ->
                                Optional.of(LocalDate.parse(value).plusDays(steps).toString());
                        case "LocalDateTime" ->
                                Optional.of(LocalDateTime.parse(value).plusDays(steps).toString());
                        case "Instant" ->
                                Optional.of(
                                        Instant.parse(value)
                                                .plus(steps, ChronoUnit.DAYS)
                                                .toString());
                        case "OffsetDateTime", "ZonedDateTime" ->
                                Optional.of(OffsetDateTime.parse(value).plusDays(steps).toString());
                        default -> Optional.empty();
                    };
            if (text.isPresent()) {
                String json = Constraints.literal(text.get());
                return Optional.of(
                        new Sample(json, Optional.empty(), sample.expected().map(_ -> json)));
            }
            return isNumber(javaType)
                    ? Optional.of(
                            Sample.plain(
                                    new BigDecimal(value)
                                            .add(BigDecimal.valueOf(steps))
                                            .toPlainString()))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException notOfType) {
            return Optional.empty();
        }
    }

    /// A value so many minutes, or days, behind another one; empty where it is no time.
    static Optional<Sample> near(Sample sample, String javaType, int steps) {
        Optional<String> bare = bare(sample);
        if (bare.isEmpty() || javaType.equals("LocalDate")) {
            return bare.isEmpty() ? Optional.empty() : moved(sample, javaType, steps);
        }
        try {
            Optional<String> text =
                    switch (javaType) {
                        case "LocalDateTime" ->
                                Optional.of(
                                        LocalDateTime.parse(bare.get())
                                                .plusMinutes(steps)
                                                .toString());
                        case "Instant" ->
                                Optional.of(
                                        Instant.parse(bare.get())
                                                .plus(steps, ChronoUnit.MINUTES)
                                                .toString());
                        case "OffsetDateTime", "ZonedDateTime" ->
                                Optional.of(
                                        OffsetDateTime.parse(bare.get())
                                                .plusMinutes(steps)
                                                .toString());
                        default -> Optional.empty();
                    };
            return text.map(Constraints::literal)
                    .map(json ->
                            new Sample(json, Optional.empty(), sample.expected().map(_ -> json)));
        } catch (DateTimeException notOfType) {
            return Optional.empty();
        }
    }

    /// How one value lies to another; empty where that is not known.
    static OptionalInt compared(Sample one, Sample other, String javaType) {
        Optional<String> a = bare(one);
        Optional<String> b = bare(other);
        if (a.isEmpty() || b.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return switch (javaType) {
                case "LocalDate" ->
                        OptionalInt.of(
                                LocalDate.parse(a.get()).compareTo(LocalDate.parse(b.get())));
                case "LocalDateTime" ->
                        OptionalInt.of(
                                LocalDateTime.parse(a.get())
                                        .compareTo(LocalDateTime.parse(b.get())));
                case "Instant" ->
                        OptionalInt.of(Instant.parse(a.get()).compareTo(Instant.parse(b.get())));
                case "OffsetDateTime", "ZonedDateTime" ->
                        OptionalInt.of(
                                OffsetDateTime.parse(a.get())
                                        .compareTo(OffsetDateTime.parse(b.get())));
                default ->
                        isNumber(javaType)
                                ? OptionalInt.of(
                                        new BigDecimal(a.get()).compareTo(new BigDecimal(b.get())))
                                : OptionalInt.empty();
            };
        } catch (DateTimeException | NumberFormatException notOfType) {
            return OptionalInt.empty();
        }
    }

    /// Whether a value keeps the rules that its field has by itself.
    static boolean fits(Field field, Sample sample) {
        return field.rules().stream().allMatch(rule -> keeps(rule, sample));
    }

    private static boolean keeps(FieldRule rule, Sample sample) {
        String value = bare(sample).orElse("");
        if (rule instanceof FieldRule.Range(var min, var max)) {
            return value.matches("-?\\d+(\\.\\d+)?")
                    && min.filter(one -> !isWithin(one, new BigDecimal(value), 1)).isEmpty()
                    && max.filter(one -> !isWithin(one, new BigDecimal(value), -1)).isEmpty();
        }
        // Tests run between these years.
        if (rule instanceof FieldRule.Past || rule instanceof FieldRule.NotFuture) {
            return value.compareTo("2022") < 0;
        }
        if (rule instanceof FieldRule.Future || rule instanceof FieldRule.NotPast) {
            return value.compareTo("2090") > 0;
        }
        return true;
    }

    private static boolean isWithin(FieldRule.Bound bound, BigDecimal value, int side) {
        int lies = Integer.signum(value.compareTo(bound.value())) * side;
        return bound.isIncluded() ? lies >= 0 : lies > 0;
    }

    private static boolean isNumber(String javaType) {
        return javaType.matches("Integer|Long|Short|BigDecimal|Double|Float|int|long|double|short");
    }

    private static Optional<String> bare(Sample sample) {
        return sample.argument().isPresent()
                ? Optional.empty()
                : Optional.of(sample.json().replaceAll("^\"|\"$", ""));
    }
}
