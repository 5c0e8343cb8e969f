package kiro.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kiro.spec.Section;
import kiro.text.TextDocument;

/// The note in a section of a document, between its marks.
///
/// @param section which it stands in, or would
/// @param first the line of its first mark; 0 where there is none
/// @param last the line of its last mark
record NoteBlock(TextDocument document, Section section, int first, int last) {
    static final String NOTHING = "- Nothing differs from the plan";
    private static final String BEGIN =
            "<!-- as built: kiro keeps the lines down to the next mark -->";
    private static final String END = "<!-- as built: end -->";

    static NoteBlock in(TextDocument document, Section section) {
        int first = 0;
        for (int line = section.span().line(); line <= lastLine(document, section); line++) {
            String text = document.line(line).strip();
            if (text.equals(BEGIN)) {
                first = line;
            } else if (text.equals(END) && first > 0) {
                return new NoteBlock(document, section, first, line);
            }
        }
        // A mark without its end may have anything behind it: a new note goes to the end.
        return new NoteBlock(document, section, 0, 0);
    }

    private static int lastLine(TextDocument document, Section section) {
        return Math.min(section.span().endLine(), document.lines().size());
    }

    boolean isAbsent() {
        return first == 0;
    }

    /// The lines of the section without the note.
    List<String> plan() {
        var plan = new ArrayList<String>();
        for (int line = section.span().line(); line <= lastLine(document, section); line++) {
            if (isAbsent() || line < first || line > last) {
                plan.add(document.line(line));
            }
        }
        return plan;
    }

    /// The lines of the list in the note.
    List<String> items() {
        var items = new ArrayList<String>();
        for (int line = first + 1; !isAbsent() && line < last; line++) {
            String text = document.line(line).strip();
            if (text.startsWith("- ") && !text.equals(NOTHING)) {
                items.add(text);
            }
        }
        return items;
    }

    /// The document with this list in the note.
    TextDocument replaced(List<String> items, LocalDate today) {
        var lines = new ArrayList<String>();
        lines.add(BEGIN);
        lines.add("#".repeat(Math.min(6, section.level() + 1)) + " As built, " + today);
        lines.add("");
        lines.addAll(items.isEmpty() ? List.of(NOTHING) : items);
        lines.add("");
        lines.add(END);
        if (isAbsent()) {
            int end = lastLine(document, section);
            while (end > section.span().line() && document.line(end).isBlank()) {
                end--;
            }
            lines.addFirst("");
            return document.withLinesAfter(end, lines);
        }
        var kept = new ArrayList<>(document.lines());
        kept.subList(first - 1, last).clear();
        return new TextDocument(document.hasByteOrderMark(), kept).withLinesAfter(first - 1, lines);
    }
}
