package kiro.spec.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds criteria that say almost the same, in time linear in their number: only those that agree in a band of their
/// least hashes are compared.
final class NearDuplicates {
    private static final double ALIKE = 0.8;
    private static final int BANDS = 5;
    private static final int ROWS = 3;

    /// With so many in one place, any further one is like the first.
    private static final int MOST_IN_A_BUCKET = 4;

    private final Map<Long, List<TextFact>> buckets = new HashMap<>();

    /// Two criteria that are alike.
    record Pair(TextFact first, TextFact again) {}

    /// Takes one more criterion, and says which of those before it is most like it, if any.
    java.util.Optional<Pair> add(TextFact fact) {
        TextFact best = null;
        double likeness = ALIKE;
        for (int band = 0; band < BANDS; band++) {
            List<TextFact> bucket =
                    buckets.computeIfAbsent(key(fact, band), key -> new ArrayList<>(1));
            for (TextFact other : bucket) {
                if (!other.equals(best) && isComparable(other, fact)) {
                    double each = other.likeness(fact);
                    best = each >= likeness ? other : best;
                    likeness = Math.max(each, likeness);
                }
            }
            if (bucket.size() < MOST_IN_A_BUCKET) {
                bucket.add(fact);
            }
        }
        return java.util.Optional.ofNullable(best).map(first -> new Pair(first, fact));
    }

    /// In another spec the words around a criterion are others: it has to name what it is about.
    private static boolean isComparable(TextFact one, TextFact other) {
        boolean isSameSpec = one.place().path().equals(other.place().path());
        return isSameSpec
                ? one.words() != other.words()
                : one.isSelfContained() && other.isSelfContained();
    }

    private static long key(TextFact fact, int band) {
        long key = Words.mixed(fact.anchors() + band);
        for (int row = 0; row < ROWS; row++) {
            int seed = (band * ROWS + row + 1) * 0x9E3779B9;
            key = Words.mixed(key * 31 + fact.least(seed));
        }
        return key;
    }
}
