package kiro.edit;

import java.util.List;
import java.util.stream.IntStream;

/// A stretch of lines, `from` to `to` (exclusive, counted from 0).
record Scope(int from, int to) {
    boolean contains(int line) {
        return line >= from && line < to;
    }

    /// What belongs to a line by indentation: itself and the lines after it, up to the next one with words
    /// that is not indented deeper.
    static Scope under(List<String> lines, int head) {
        int depth = depth(lines.get(head));
        int end =
                IntStream.range(head + 1, lines.size())
                        .filter(i -> depth(lines.get(i)) <= depth && hasWords(lines.get(i)))
                        .findFirst()
                        .orElse(lines.size());
        return new Scope(head, end);
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean hasWords(String line) {
        return line.chars().anyMatch(Character::isLetterOrDigit);
    }
}
