package kiro.spec.rest;

import java.util.List;
import kiro.text.SourceSpan;

/// A piece of a section.
sealed interface Block {
    record Text(SourcedText words) implements Block {}

    /// An element of a list, with what stands below it.
    record Item(SourcedText words, List<Block> below) implements Block {
        public Item {
            below = List.copyOf(below);
        }
    }

    record Table(List<String> header, List<Row> rows, SourceSpan span) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /// A line of a table.
    record Row(List<String> cells, SourcedText line) {
        public Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    record Code(SourcedText text) implements Block {}
}
