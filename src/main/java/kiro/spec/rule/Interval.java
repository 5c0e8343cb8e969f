package kiro.spec.rule;

import java.math.BigDecimal;
import java.util.Optional;

/// A stretch of numbers, open-ended where a bound is empty.
record Interval(Optional<Bound> low, Optional<Bound> high) {

    /// @param isIncluded whether the number itself belongs to the interval
    record Bound(BigDecimal at, boolean isIncluded) {}

    static Interval above(BigDecimal at, boolean isIncluded) {
        return new Interval(Optional.of(new Bound(at, isIncluded)), Optional.empty());
    }

    static Interval below(BigDecimal at, boolean isIncluded) {
        return new Interval(Optional.empty(), Optional.of(new Bound(at, isIncluded)));
    }

    static Interval at(BigDecimal number) {
        var bound = Optional.of(new Bound(number, true));
        return new Interval(bound, bound);
    }

    /// Whether it is a single number.
    boolean isPoint() {
        return low.isPresent() && low.equals(high);
    }

    boolean overlaps(Interval other) {
        return reaches(low, other.high) && reaches(other.low, high);
    }

    private static boolean reaches(Optional<Bound> low, Optional<Bound> high) {
        if (low.isEmpty() || high.isEmpty()) {
            return true;
        }
        int order = low.get().at().compareTo(high.get().at());
        return order < 0 || (order == 0 && low.get().isIncluded() && high.get().isIncluded());
    }

    /// What lies between the end of this one and the beginning of another that is wholly above it; empty where
    /// nothing does.
    Optional<String> gapTo(Interval above) {
        if (high.isEmpty() || above.low.isEmpty()) {
            return Optional.empty();
        }
        Bound end = high.get();
        Bound start = above.low.get();
        int order = end.at().compareTo(start.at());
        if (order == 0 && !end.isIncluded() && !start.isIncluded()) {
            return Optional.of("exactly " + end.at().toPlainString());
        }
        return order < 0 && !areNeighbours(end, start)
                ? Optional.of(
                        "what lies between %s and %s"
                                .formatted(end.at().toPlainString(), start.at().toPlainString()))
                : Optional.empty();
    }

    /// `at most 10` and `at least 11` leave nothing out of what is counted.
    private static boolean areNeighbours(Bound end, Bound start) {
        return end.isIncluded()
                && start.isIncluded()
                && end.at().scale() <= 0
                && start.at().subtract(end.at()).compareTo(BigDecimal.ONE) == 0;
    }

    /// A number in words that both intervals hold; they overlap.
    String commonWith(Interval other) {
        Optional<Bound> from = higher(low, other.low);
        Optional<Bound> to = lower(high, other.high);
        if (from.isPresent() && to.isPresent()) {
            return from.get().at().compareTo(to.get().at()) == 0
                    ? from.get().at().toPlainString()
                    : "%s to %s"
                            .formatted(
                                    from.get().at().toPlainString(), to.get().at().toPlainString());
        }
        return from.map(bound -> words("above ", "from ", bound))
                .or(() -> to.map(bound -> words("below ", "up to ", bound)))
                .orElse("any number");
    }

    private static String words(String open, String closed, Bound bound) {
        return (bound.isIncluded() ? closed : open) + bound.at().toPlainString();
    }

    private static Optional<Bound> higher(Optional<Bound> one, Optional<Bound> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().at().compareTo(other.get().at()) >= 0 ? one : other;
    }

    private static Optional<Bound> lower(Optional<Bound> one, Optional<Bound> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().at().compareTo(other.get().at()) <= 0 ? one : other;
    }
}
