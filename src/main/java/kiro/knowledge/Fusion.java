package kiro.knowledge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins lists that were each put in order by a measure of their own, by the ranks alone: reciprocal rank fusion.
public final class Fusion {
    /// How little the first ranks count more than the next; the value that the method was published with.
    private static final int DAMPING = 60;

    private Fusion() {}

    /// The best of all lists, those first that stand far up in many.
    ///
    /// @param lists the best of each first; what is equal is the same
    public static <T> List<Ranked<T>> of(List<List<T>> lists, int number) {
        Map<T, Double> sums = new LinkedHashMap<>();
        for (List<T> list : lists) {
            for (int rank = 0; rank < list.size(); rank++) {
                sums.merge(list.get(rank), 1.0 / (DAMPING + rank + 1), Double::sum);
            }
        }
        return sums.entrySet().stream()
                .map(each -> new Ranked<>(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble((Ranked<T> each) -> each.score()).reversed())
                .limit(number)
                .toList();
    }

    /// @param score the sum over the lists, higher is better
    public record Ranked<T>(T value, double score) {}
}
