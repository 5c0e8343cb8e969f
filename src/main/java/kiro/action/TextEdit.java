package kiro.action;

import java.util.Comparator;
import java.util.List;

/// A stretch of a text that is to be another.
///
/// @param start in UTF-16 units from the start of the text
/// @param end exclusive
record TextEdit(int start, int end, String text) {
    /// The text with all edits made; of two that overlap the later one is left out. Of what is inserted at one place, in the
    /// order of its words, an empty line before is kept once.
    static String apply(String text, List<TextEdit> edits) {
        var made = new StringBuilder(text);
        int limit = text.length() + 1;
        boolean hasLine = false;
        List<TextEdit> ordered =
                edits.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(TextEdit::start)
                                        .thenComparingInt(TextEdit::end)
                                        .thenComparing(TextEdit::text)
                                        .reversed())
                        .toList();
        for (TextEdit edit : ordered) {
            if (edit.end() <= limit && edit.start() <= edit.end() && edit.end() <= text.length()) {
                boolean isThere = hasLine && edit.start() == limit && edit.text().startsWith("\n");
                if (isThere) {
                    made.deleteCharAt(edit.start());
                }
                made.replace(edit.start(), edit.end(), edit.text());
                hasLine = edit.text().startsWith("\n");
                limit = edit.start();
            }
        }
        return made.toString();
    }

    /// Where a line and a column are in a text; both count from 1.
    static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return Math.min(text.length(), at + Math.max(0, column - 1));
    }
}
