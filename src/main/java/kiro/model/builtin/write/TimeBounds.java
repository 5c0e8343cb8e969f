package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kiro.spec.rest.FieldRule;

/// Times on both sides of a bound that a query sets.
final class TimeBounds {
    private static final Set<String> LATER =
            Set.of("later", "after", "from", "since", "onwards", "earliest");
    private static final Set<String> EARLIER = Set.of("earlier", "before", "until", "by", "latest");

    private TimeBounds() {}

    /// A time as a query has it.
    static String some(String type) {
        return switch (type) {
            case "Instant" -> "2026-01-05T09:00:00Z";
            case "LocalDateTime" -> "2026-01-05T09:00:00";
            default -> "2026-01-05";
        };
    }

    /// A time as a query has it that is later, with room for another one between.
    static String later(String type) {
        return switch (type) {
            case "Instant" -> "2026-01-06T09:00:00Z";
            case "LocalDateTime" -> "2026-01-06T09:00:00";
            default -> "2026-01-09";
        };
    }

    /// The expression for a time between the two.
    static String between(String type) {
        String text =
                switch (type) {
                    case "Instant" -> "2026-01-05T19:00:00Z";
                    case "LocalDateTime" -> "2026-01-05T19:00:00";
                    default -> "2026-01-07";
                };
        return type + ".parse(" + Constraints.literal(text) + ")";
    }

    /// The expressions for a time that is selected and for one that is not; empty where the type is none of times.
    static Optional<String[]> of(String type, String value, FieldRule.Match match) {
        String form =
                switch (type) {
                    case "LocalDate" -> "\\d{4}-\\d\\d-\\d\\d";
                    case "Instant" -> "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z";
                    case "LocalDateTime" -> "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+";
                    default -> "";
                };
        if (form.isEmpty() || !value.matches(form)) {
            return Optional.empty();
        }
        String time = type + ".parse(" + Constraints.literal(value) + ")";
        String step = type.equals("LocalDate") ? "Days(1)" : "Seconds(1)";
        return Optional.of(
                switch (match) {
                    case ABOVE -> new String[] {time + ".plus" + step, time};
                    case BELOW -> new String[] {time + ".minus" + step, time};
                    case AT_LEAST -> new String[] {time, time + ".minus" + step};
                    case AT_MOST, EXACT, IGNORING_CASE, PART ->
                            new String[] {time, time + ".plus" + step};
                });
    }

    /// Whether words on what is selected speak of this side of a bound, and of no other: "at that time or later".
    static boolean areSaid(String words, FieldRule.Match match) {
        Set<String> all = Set.copyOf(List.of(words.toLowerCase(Locale.ROOT).split("\\W+")));
        boolean isLater = LATER.stream().anyMatch(all::contains);
        boolean isEarlier = EARLIER.stream().anyMatch(all::contains);
        boolean isNegated = all.contains("not") || all.contains("no");
        boolean isIncluded = all.contains("or") || all.contains("on") || all.contains("at");
        boolean isStrict = all.contains("before") || all.contains("after");
        return switch (match) {
            case ABOVE -> isStrict && !isNegated && !isIncluded && isLater && !isEarlier;
            case BELOW -> isStrict && !isNegated && !isIncluded && isEarlier && !isLater;
            case AT_LEAST -> isNegated ? isEarlier && !isLater : isLater && !isEarlier;
            case AT_MOST -> isNegated ? isLater && !isEarlier : isEarlier && !isLater;
            case EXACT, IGNORING_CASE, PART -> false;
        };
    }
}
