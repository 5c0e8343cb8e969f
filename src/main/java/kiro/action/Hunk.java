package kiro.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lines that lie together and differ between two states of a project.
///
/// @param path from the workspace's root
/// @param line the first of them in the earlier state, from 1; where none was, the one that they come behind
/// @param newLine the first of them in the later state, likewise
record Hunk(String path, int line, int newLine, List<String> removed, List<String> added) {
    Hunk {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /// Where it is, for people.
    String place() {
        return path + ":" + Math.max(1, newLine);
    }

    /// The earlier text of a file with some of its hunks.
    ///
    /// @param hunks in the order of the file
    static String apply(String old, List<Hunk> hunks) {
        var lines = new ArrayList<>(List.of(old.split("\n", -1)));
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        for (Hunk hunk : hunks.reversed()) {
            int at = hunk.removed().isEmpty() ? hunk.line() : hunk.line() - 1;
            for (int i = 0; i < hunk.removed().size() && at < lines.size(); i++) {
                lines.remove(at);
            }
            lines.addAll(Math.min(at, lines.size()), hunk.added());
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// The words that differ where one line became another; empty otherwise.
    List<String> words() {
        if (removed.size() != 1 || added.size() != 1) {
            return List.of();
        }
        String one = removed.getFirst().strip();
        String other = added.getFirst().strip();
        int start = 0;
        while (start < Math.min(one.length(), other.length())
                && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Stream.of(
                        one.substring(start, one.length() - end),
                        other.substring(start, other.length() - end))
                .toList();
    }
}
