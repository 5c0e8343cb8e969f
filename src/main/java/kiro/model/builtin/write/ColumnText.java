package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Columns;

/// Texts that fit into a column.
final class ColumnText {
    private ColumnText() {}

    /// The text as far as the column takes it; filled up where the column would do that with blanks.
    static String of(String text, Optional<Columns.Column> column) {
        if (column.isEmpty()) {
            return text;
        }
        int length = column.get().length();
        if (text.length() > length) {
            return text.substring(0, length).stripTrailing().length() == length
                    ? text.substring(0, length)
                    : text.replace(' ', '-').substring(0, length);
        }
        return column.get().isFixed() ? text + "x".repeat(length - text.length()) : text;
    }
}
