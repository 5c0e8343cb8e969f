package kiro.edit;

/// Lines `from` to `to` (exclusive, counted from 0) of one text stand against lines `newFrom` to `newTo`
/// of another; the lines between two edits are the same in both.
record LineEdit(int from, int to, int newFrom, int newTo) {
    LineEdit movedBy(int lines, int newLines) {
        return new LineEdit(from + lines, to + lines, newFrom + newLines, newTo + newLines);
    }
}
