package kiro.steering;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.finding.Finding;
import kiro.text.SourceSpan;

/// Reminds of steering files that somebody should look at again.
public final class ReviewCadence {
    private static final Pattern COUNTED =
            Pattern.compile("(?:every )?(\\d{1,3}) (day|week|month|year)s?");

    private ReviewCadence() {}

    /// The period of a cadence such as `quarterly` or `every 6 weeks`; empty for words that say none.
    static Optional<Period> period(String review) {
        String words = review.strip().toLowerCase(Locale.ROOT);
        return switch (words) {
            case "weekly" -> Optional.of(Period.ofWeeks(1));
            case "monthly" -> Optional.of(Period.ofMonths(1));
            case "quarterly" -> Optional.of(Period.ofMonths(3));
            case "half-yearly", "twice a year" -> Optional.of(Period.ofMonths(6));
            case "yearly", "annually", "annual" -> Optional.of(Period.ofYears(1));
            default -> counted(words);
        };
    }

    private static Optional<Period> counted(String words) {
        Matcher counted = COUNTED.matcher(words);
        if (!counted.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(counted.group(1));
        return Optional.of(
                switch (counted.group(2)) {
                    case "day" -> Period.ofDays(count);
                    case "week" -> Period.ofWeeks(count);
                    case "month" -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                });
    }

    /// A reminder where a review is due, and a warning where nobody can tell when.
    ///
    /// @param changed when the file was last changed, which counts as looked at where the file says no date
    public static Optional<Finding> reminder(
            SteeringFile file, Optional<LocalDate> changed, LocalDate today) {
        if (file.keeping().review().isEmpty()) {
            return Optional.empty();
        }
        String review = file.keeping().review().get();
        Optional<Period> period = period(review);
        if (period.isEmpty()) {
            return Optional.of(
                    Finding.warning(
                            "steering/unknown-cadence",
                            file.label(),
                            SourceSpan.start(),
                            "'review: %s' says no time, so nobody is reminded".formatted(review),
                            "write weekly, monthly, quarterly, yearly or 'every 6 weeks'"));
        }
        return file.keeping()
                .reviewed()
                .or(() -> changed)
                .map(last -> last.plus(period.get()))
                .filter(due -> !due.isAfter(today))
                .map(due -> due(file, due));
    }

    private static Finding due(SteeringFile file, LocalDate due) {
        return Finding.warning(
                "steering/review-due",
                file.label(),
                SourceSpan.start(),
                "%s was to look at it by %s".formatted(file.owner().orElse("somebody"), due),
                "look at it, and write the date: reviewed: YYYY-MM-DD");
    }
}
