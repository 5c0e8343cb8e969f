package kiro.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The lines of a file that come nearest to lines that were not found there: for showing, never for
/// editing.
final class NearestLines {
    private static final int SHOWN_LINES = 12;
    private static final int SHOWN_WIDTH = 160;
    private static final int COMPARED_LINES = 20_000;
    private static final double LIKE = 0.4;

    private NearestLines() {}

    /// Some sentences for the one who looked, with numbered lines.
    static String describe(List<String> lines, List<String> wanted) {
        Optional<Integer> start = sameLines(lines, wanted).or(() -> likeLine(lines, wanted));
        if (start.isEmpty()) {
            return "nothing in its %d lines is like it: read the file again"
                    .formatted(lines.size());
        }
        int from = Math.clamp(start.get(), 0, lines.size() - 1);
        int to = Math.clamp((long) start.get() + wanted.size(), from + 1, lines.size());
        return "the nearest lines are:\n"
                + numbered(lines, from, Math.min(to, from + SHOWN_LINES))
                + firstDifference(lines, wanted, start.get());
    }

    /// Lines `from` to `to` (exclusive, counted from 0), each with its number in front.
    static String numbered(List<String> lines, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i + 1).append("| ").append(cut(lines.get(i))).append('\n');
        }
        return text.toString();
    }

    /// Where most of the wanted lines stand in order, long lines counting more.
    private static Optional<Integer> sameLines(List<String> lines, List<String> wanted) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (int i = 0; i < Math.min(wanted.size(), COMPARED_LINES); i++) {
            if (wanted.get(i).strip().length() > 2) {
                numbers.computeIfAbsent(wanted.get(i).strip(), line -> new ArrayList<>()).add(i);
            }
        }
        Map<Integer, Integer> votes = new HashMap<>();
        for (int i = 0; i < Math.min(lines.size(), COMPARED_LINES); i++) {
            String line = lines.get(i).strip();
            for (int number : numbers.getOrDefault(line, List.of())) {
                votes.merge(i - number, Math.min(line.length(), 40), Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /// Where the line stands that is most like the longest of the wanted ones.
    private static Optional<Integer> likeLine(List<String> lines, List<String> wanted) {
        int longest =
                IntStream.range(0, wanted.size())
                        .boxed()
                        .max(Comparator.comparingInt(i -> wanted.get(i).strip().length()))
                        .orElse(0);
        Set<String> pairs = wanted.isEmpty() ? Set.of() : pairs(wanted.get(longest));
        double best = LIKE;
        Optional<Integer> start = Optional.empty();
        for (int i = 0; i < Math.min(lines.size(), COMPARED_LINES); i++) {
            double likeness = likeness(pairs, pairs(lines.get(i)));
            if (likeness > best) {
                best = likeness;
                start = Optional.of(i - longest);
            }
        }
        return start;
    }

    private static Set<String> pairs(String line) {
        var pairs = new HashSet<String>();
        String text = cut(line.strip());
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return 2.0 * shared / (one.size() + other.size());
    }

    private static String firstDifference(List<String> lines, List<String> wanted, int start) {
        for (int i = 0; i < wanted.size(); i++) {
            int at = start + i;
            if (at < 0 || at >= lines.size()) {
                return "line %d of the text looked for, `%s`, would lie outside of the file"
                        .formatted(i + 1, cut(wanted.get(i)));
            }
            if (!wanted.get(i).stripTrailing().equals(lines.get(at).stripTrailing())) {
                String how =
                        wanted.get(i).strip().equals(lines.get(at).strip())
                                ? "is indented otherwise than"
                                : "is not";
                return "line %d of the file %s line %d of the text looked for, `%s`"
                        .formatted(at + 1, how, i + 1, cut(wanted.get(i)));
            }
        }
        return "they differ in where a line begins or ends";
    }

    private static String cut(String line) {
        return line.length() <= SHOWN_WIDTH ? line : line.substring(0, SHOWN_WIDTH) + "...";
    }
}
