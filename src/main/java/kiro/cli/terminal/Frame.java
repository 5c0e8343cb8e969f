package kiro.cli.terminal;

import java.util.List;
import java.util.Optional;

/// The part of the screen that is redrawn: the rows below what scrolls away.
///
/// @param cursor where what is typed appears; empty where nothing can be typed
public record Frame(List<StyledLine> rows, Optional<Place> cursor) {
    public static final Frame NONE = new Frame(List.of(), Optional.empty());

    public Frame {
        rows = List.copyOf(rows);
    }

    /// @param row of the frame, from 0
    /// @param column from 0
    public record Place(int row, int column) {}

    public static Frame of(List<StyledLine> rows) {
        return new Frame(rows, Optional.empty());
    }
}
