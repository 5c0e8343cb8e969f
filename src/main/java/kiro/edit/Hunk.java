package kiro.edit;

import java.util.List;

/// One change of a patch to a file.
///
/// @param number counts the hunks of the file from 1
/// @param contexts lines that stand above it, the outermost first
/// @param isAtEnd whether it reaches the end of the file
record Hunk(int number, List<String> contexts, List<HunkLine> lines, boolean isAtEnd) {
    Hunk {
        contexts = List.copyOf(contexts);
        lines = List.copyOf(lines);
    }

    /// A line of the file that stays or goes, or one that comes.
    sealed interface HunkLine {
        String text();
    }

    record Kept(String text) implements HunkLine {}

    record Removed(String text) implements HunkLine {}

    record Added(String text) implements HunkLine {}

    /// The lines that the file has where the hunk applies.
    List<String> oldLines() {
        return lines.stream().filter(line -> !(line instanceof Added)).map(HunkLine::text).toList();
    }

    /// The lines that it has there afterwards.
    List<String> newLines() {
        return lines.stream()
                .filter(line -> !(line instanceof Removed))
                .map(HunkLine::text)
                .toList();
    }
}
