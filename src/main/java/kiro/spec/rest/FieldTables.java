package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads tables of fields.
final class FieldTables {
    private FieldTables() {}

    /// Whose fields a table lists.
    enum Side {
        REQUEST,
        RESPONSE,
        QUERY,
        UNKNOWN
    }

    /// What came out of reading a table.
    ///
    /// @param unread the rows that were not understood
    record Reading(Side side, List<Field> fields, List<Passage.Row> unread) {
        Reading {
            fields = List.copyOf(fields);
            unread = List.copyOf(unread);
        }
    }

    /// Whether the heading is that of a table of fields.
    static boolean isOfFields(Passage.Table table) {
        return column(table, "field", "name", "property", "parameter") == 0;
    }

    static Side side(String caption) {
        String words = caption.toLowerCase(Locale.ROOT);
        if (words.contains("query")) {
            return Side.QUERY;
        }
        if (words.matches(".*\\b(response|answer|returned|result|output)\\b.*")) {
            return Side.RESPONSE;
        }
        return words.matches(".*\\b(request|body|input|payload|sent)\\b.*")
                ? Side.REQUEST
                : Side.UNKNOWN;
    }

    static Reading read(Passage.Table table) {
        int type = column(table, "type");
        int required = column(table, "required", "mandatory", "presence");
        int rules = column(table, "constraints", "constraint", "rules", "validation", "limits");
        var fields = new ArrayList<Field>();
        var unread = new ArrayList<Passage.Row>();
        for (Passage.Row row : table.rows()) {
            field(row, type, required, rules).ifPresentOrElse(fields::add, () -> unread.add(row));
        }
        return new Reading(side(table.caption()), fields, unread);
    }

    private static Optional<Field> field(Passage.Row row, int type, int required, int rules) {
        String name = Wording.plain(cell(row, 0));
        Optional<FieldReader.Typed> typed = FieldReader.type(cell(row, type));
        Optional<Field.Presence> presence = FieldReader.presence(cell(row, required));
        Optional<List<FieldRule>> checked = FieldReader.rules(cell(row, rules));
        if (!FieldReader.isName(name)
                || typed.isEmpty()
                || presence.isEmpty()
                || checked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Field(
                        name,
                        typed.get().type(),
                        presence.get(),
                        typed.get().isNullable(),
                        checked.get(),
                        Optional.empty(),
                        row.span()));
    }

    private static String cell(Passage.Row row, int column) {
        return column < 0 || column >= row.cells().size() ? "" : row.cells().get(column);
    }

    private static int column(Passage.Table table, String... names) {
        for (int i = 0; i < table.heading().size(); i++) {
            String heading = Wording.plain(table.heading().get(i)).toLowerCase(Locale.ROOT);
            if (List.of(names).contains(heading)) {
                return i;
            }
        }
        return -1;
    }
}
