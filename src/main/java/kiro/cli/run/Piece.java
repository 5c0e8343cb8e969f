package kiro.cli.run;

import kiro.cli.Style;
import kiro.cli.terminal.StyledLine;
import kiro.plan.Plan;

/// Something a run shows that will not change any more: it is printed once and scrolls away.
public sealed interface Piece {
    /// An empty line, where there is none yet.
    record Gap() implements Piece {}

    /// @param indent spaces before it, and before what of it goes on in further lines
    record Line(int indent, StyledLine line) implements Piece {}

    /// A plan as a table.
    record Table(Plan plan) implements Piece {}

    static Piece line(StyledLine line) {
        return new Line(0, line);
    }

    /// A line below the step that it belongs to.
    static Piece item(StyledLine line) {
        return new Line(RunWords.INDENT, line);
    }

    static Piece item(Style style, String label, String text) {
        return item(StyledLine.of(style, label + ":").with(" " + text));
    }
}
