package kiro.cli.run;

import java.util.List;
import kiro.cli.Style;
import kiro.cli.terminal.Harmless;
import kiro.cli.terminal.StyledLine;
import kiro.edit.FileChange;
import kiro.edit.UnifiedDiff;

/// A change as coloured lines. What cannot be seen in it is spelled out: a person decides by them.
public final class DiffLines {
    private DiffLines() {}

    public static List<Piece> of(FileChange change) {
        return UnifiedDiff.of(change)
                .lines()
                .map(line -> Piece.item(StyledLine.of(style(line), Harmless.visible(line))))
                .toList();
    }

    /// The same from its first hunk on.
    static List<Piece> body(FileChange change) {
        return UnifiedDiff.of(change)
                .lines()
                .dropWhile(line -> !line.startsWith("@@"))
                .map(line -> Piece.item(StyledLine.of(style(line), Harmless.visible(line))))
                .toList();
    }

    private static Style style(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ")) {
            return Style.BOLD;
        }
        if (line.startsWith("@@")) {
            return Style.CYAN;
        }
        if (line.startsWith("+")) {
            return Style.GREEN;
        }
        return line.startsWith("-") ? Style.RED : Style.DIM;
    }
}
