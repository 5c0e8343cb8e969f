package kiro.spec.rest;

import java.util.List;
import kiro.text.SourceSpan;

/// A piece of a section, as its author set it.
sealed interface Passage {
    /// Words of a paragraph or of a list item, their lines joined with a space.
    record Prose(String text, SourceSpan span) implements Passage {}

    /// A table.
    ///
    /// @param caption the words above it; empty where there are none
    record Table(String caption, List<String> heading, List<Row> rows, SourceSpan span)
            implements Passage {
        public Table {
            heading = List.copyOf(heading);
            rows = List.copyOf(rows);
        }
    }

    /// @param cells as many as the heading has, the missing ones empty
    record Row(List<String> cells, SourceSpan span) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
