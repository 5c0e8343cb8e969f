package kiro.steering.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import kiro.steering.rule.Violation;
import kiro.text.Order;

/// The violations that a team has found when it began, and lives with until they are mended. It can only become smaller.
///
/// @param entries by file, rule and print; each once
public record SteeringBaseline(List<Entry> entries) {
    private static final Comparator<Entry> ORDER =
            Order.by(Entry::file).then(Entry::rule).then(Entry::print);

    /// Places of one rule in one file that look the same, wherever they stand.
    ///
    /// @param print the source text of the place on one line
    public record Entry(String rule, String file, String print, int count) {
        private Key anywhere() {
            return new Key("", rule, print);
        }
    }

    public SteeringBaseline {
        entries = entries.stream().sorted(ORDER).toList();
    }

    /// What violations are to a baseline.
    ///
    /// @param fresh those that it has not
    /// @param left the baseline without what is gone
    /// @param gone how many places of it are not there any more
    public record Split(List<Violation> fresh, SteeringBaseline left, int gone) {
        public Split {
            fresh = List.copyOf(fresh);
        }
    }

    public static SteeringBaseline of(Collection<Violation> violations) {
        var counts = new TreeMap<Key, Integer>();
        violations.forEach(each -> counts.merge(Key.of(each), 1, Integer::sum));
        return of(counts);
    }

    private static SteeringBaseline of(Map<Key, Integer> counts) {
        return new SteeringBaseline(
                counts.entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .map(each ->
                                new Entry(
                                        each.getKey().rule(),
                                        each.getKey().file(),
                                        each.getKey().print(),
                                        each.getValue()))
                        .toList());
    }

    public int size() {
        return entries.stream().mapToInt(Entry::count).sum();
    }

    /// How many places it lets stand that another one does not, in whatever files they are.
    public int beyond(SteeringBaseline other) {
        var more = new HashMap<Key, Integer>();
        entries.forEach(each -> more.merge(each.anywhere(), each.count(), Integer::sum));
        other.entries.forEach(each -> more.merge(each.anywhere(), -each.count(), Integer::sum));
        return more.values().stream().filter(count -> count > 0).mapToInt(count -> count).sum();
    }

    /// Tells violations apart. A file that was moved takes its entries along: the same rule, the same print, and a file of
    /// the baseline that is not there any more.
    ///
    /// @param isThere whether the project has a file
    public Split split(Collection<Violation> violations, Predicate<String> isThere) {
        var open = new HashMap<Key, Integer>();
        entries.forEach(entry ->
                open.put(new Key(entry.file(), entry.rule(), entry.print()), entry.count()));
        var left = new TreeMap<Key, Integer>();
        var unknown = new ArrayList<Violation>();
        for (Violation each : violations) {
            Key key = Key.of(each);
            if (open.merge(key, -1, Integer::sum) >= 0) {
                left.merge(key, 1, Integer::sum);
            } else {
                unknown.add(each);
            }
        }
        var fresh = new ArrayList<Violation>();
        for (Violation each : unknown) {
            Key key = Key.of(each);
            var moved =
                    open.entrySet().stream()
                            .filter(entry -> entry.getValue() > 0)
                            .map(Map.Entry::getKey)
                            .filter(key::isMovedFrom)
                            .filter(entry -> !isThere.test(entry.file()))
                            .findFirst();
            if (moved.isPresent()) {
                open.merge(moved.get(), -1, Integer::sum);
                left.merge(key, 1, Integer::sum);
            } else {
                fresh.add(each);
            }
        }
        int gone = open.values().stream().filter(count -> count > 0).mapToInt(count -> count).sum();
        return new Split(fresh, of(left), gone);
    }

    private record Key(String file, String rule, String print) implements Comparable<Key> {
        static Key of(Violation each) {
            return new Key(each.path(), each.rule().id().value(), each.print());
        }

        boolean isMovedFrom(Key other) {
            return rule.equals(other.rule) && print.equals(other.print);
        }

        @Override
        public int compareTo(Key other) {
            int order = file.compareTo(other.file);
            order = order != 0 ? order : rule.compareTo(other.rule);
            return order != 0 ? order : print.compareTo(other.print);
        }
    }
}
