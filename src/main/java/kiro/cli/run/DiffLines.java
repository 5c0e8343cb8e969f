package kiro.cli.run;

import java.util.List;
import java.util.stream.Stream;
import kiro.cli.Style;
import kiro.cli.terminal.Harmless;
import kiro.cli.terminal.StyledLine;
import kiro.edit.FileChange;
import kiro.edit.UnifiedDiff;

/// A change as coloured lines. What cannot be seen in it is spelled out: a person decides by them.
public final class DiffLines {
    private DiffLines() {}

    public static List<Piece> of(FileChange change) {
        List<String> lines = UnifiedDiff.of(change).lines().toList();
        List<String> head = lines.stream().takeWhile(line -> !line.startsWith("@@")).toList();
        return Stream.concat(
                        head.stream().map(line -> piece(Style.BOLD, line)),
                        lines.stream().skip(head.size()).map(line -> piece(style(line), line)))
                .toList();
    }

    /// The same from its first hunk on.
    static List<Piece> body(FileChange change) {
        return UnifiedDiff.of(change)
                .lines()
                .dropWhile(line -> !line.startsWith("@@"))
                .map(line -> piece(style(line), line))
                .toList();
    }

    private static Piece piece(Style style, String line) {
        return Piece.item(StyledLine.of(style, Harmless.visible(line)));
    }

    /// Of a line of a hunk: one that was removed may begin with further dashes.
    private static Style style(String line) {
        if (line.startsWith("@@")) {
            return Style.CYAN;
        }
        if (line.startsWith("+")) {
            return Style.GREEN;
        }
        return line.startsWith("-") ? Style.RED : Style.DIM;
    }
}
