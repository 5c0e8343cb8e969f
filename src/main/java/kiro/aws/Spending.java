package kiro.aws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import kiro.config.Config;

/// What seven days cost beside what they usually cost, or may cost.
///
/// @param spent in the seven days before the one on which AWS was asked
/// @param baseline what it is held against
/// @param isSet whether a person set the baseline; else it is what the days before cost on average
/// @param percent from how many percent of the baseline on it is too much
/// @param isTagged whether only what bears the tag counts, else all of Amazon Bedrock
public record Spending(
        LocalDate first,
        LocalDate last,
        BigDecimal spent,
        BigDecimal baseline,
        boolean isSet,
        int percent,
        boolean isTagged) {
    /// How many days are held against the baseline.
    public static final int DAYS = 7;

    /// How many days before them a baseline is made of.
    public static final int DAYS_BEFORE = 28;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// A baseline of fewer days says nothing of a week.
    private static final int FEWEST = 7;

    private static final int USUAL_PERCENT = 120;

    /// As the settings have it.
    public static Optional<Spending> of(Bill bill, Config config) {
        return of(
                bill,
                config.text("cost.baseline").map(BigDecimal::new),
                config.positiveNumber("cost.alert").orElse(USUAL_PERCENT));
    }

    /// @param set the baseline that a person set
    /// @return empty where none is set, and the days before are too few to make one
    static Optional<Spending> of(Bill bill, Optional<BigDecimal> set, int percent) {
        // The day on which AWS is asked is not over.
        LocalDate last = bill.last().minusDays(1);
        LocalDate first = last.minusDays(DAYS - 1);
        boolean isTagged = bill.isTagged();
        Predicate<Bill.Line> counts = line -> !isTagged || line.value().isPresent();
        BigDecimal spent =
                bill.sum(
                        counts.and(
                                line -> !line.day().isBefore(first) && !line.day().isAfter(last)));
        return set.or(() -> usual(bill, first, counts))
                .map(baseline ->
                        new Spending(
                                first, last, spent, baseline, set.isPresent(), percent, isTagged));
    }

    /// What seven days cost on average, from the first day on which anything cost.
    private static Optional<BigDecimal> usual(
            Bill bill, LocalDate until, Predicate<Bill.Line> counts) {
        Predicate<Bill.Line> before =
                line ->
                        line.day().isBefore(until)
                                && !line.day().isBefore(until.minusDays(DAYS_BEFORE));
        Optional<LocalDate> from =
                bill.lines().stream()
                        .filter(counts.and(before))
                        .filter(line -> line.amount().signum() > 0)
                        .map(Bill.Line::day)
                        .min(Comparator.naturalOrder());
        long days = from.map(day -> ChronoUnit.DAYS.between(day, until)).orElse(0L);
        return days < FEWEST
                ? Optional.empty()
                : Optional.of(
                                bill.sum(counts.and(before))
                                        .multiply(BigDecimal.valueOf(DAYS))
                                        .divide(BigDecimal.valueOf(days), 9, RoundingMode.HALF_UP))
                        .filter(sum -> sum.signum() > 0);
    }

    /// From which amount on it is too much.
    public BigDecimal alertAt() {
        return baseline.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
    }

    public boolean isTooMuch() {
        return spent.compareTo(alertAt()) > 0;
    }

    /// How many percent of the baseline were spent; empty where the baseline is nothing.
    public Optional<Integer> percentSpent() {
        return baseline.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        spent.multiply(HUNDRED)
                                .divide(baseline, 0, RoundingMode.HALF_UP)
                                .min(BigDecimal.valueOf(999_999))
                                .intValue());
    }
}
