package kiro.spec;

import java.util.Optional;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// The box of a list item, `[ ]` or `[x]`.
///
/// @param line the number of its line
/// @param mark the index in that line of the character between the brackets
record Checkbox(int line, int mark, boolean isTicked) {
    private static final String MARKS = " xX~-";

    /// The box of the list item that begins at a place: behind its list mark, or on the line below one that
    /// stands alone.
    static Optional<Checkbox> of(TextDocument document, SourceSpan item) {
        String line = document.line(item.line());
        if (skipBlanks(line, skipListMark(line, item.column() - 1)) < line.length()) {
            return of(line, item.line(), item.column() - 1);
        }
        if (item.line() == item.endLine()) {
            return Optional.empty();
        }
        String below = document.line(item.line() + 1);
        return at(below, item.line() + 1, skipBlanks(below, 0));
    }

    /// The box behind the list mark that stands at an index of a line.
    static Optional<Checkbox> of(String line, int number, int listMark) {
        return at(line, number, skipBlanks(line, skipListMark(line, listMark)));
    }

    /// The document with this box ticked or not; nothing else changes.
    TextDocument set(TextDocument document, boolean ticked) {
        return ticked == isTicked ? document : set(document, ticked ? 'x' : ' ');
    }

    /// The document with another character between the brackets; nothing else changes.
    TextDocument set(TextDocument document, char mark) {
        String text = document.line(line);
        return document.withLine(
                line, text.substring(0, this.mark) + mark + text.substring(this.mark + 1));
    }

    /// How many characters at the head of an item's words are its box.
    static int length(String words) {
        return isAt(words, 0) ? 3 : 0;
    }

    /// An item's words without the box at their head, or what was meant as one, such as `[]` and `[ x ]`.
    static String unboxed(String words) {
        int close = words.indexOf(']');
        if (!words.startsWith("[") || close < 0) {
            return words;
        }
        String inside = words.substring(1, close).strip();
        boolean isBox =
                (inside.isEmpty() || (inside.length() == 1 && MARKS.contains(inside)))
                        && (words.length() == close + 1
                                || "([:".indexOf(words.charAt(close + 1)) < 0);
        return isBox ? words.substring(close + 1).strip() : words;
    }

    private static Optional<Checkbox> at(String line, int number, int index) {
        if (!isAt(line, index)) {
            return Optional.empty();
        }
        return Optional.of(
                new Checkbox(
                        number, index + 1, Character.toLowerCase(line.charAt(index + 1)) == 'x'));
    }

    /// A bracket that belongs to a link, as in `[x](page)`, is no box.
    private static boolean isAt(String text, int index) {
        return text.length() >= index + 3
                && text.charAt(index) == '['
                && MARKS.indexOf(text.charAt(index + 1)) >= 0
                && text.charAt(index + 2) == ']'
                && (text.length() == index + 3 || "([:".indexOf(text.charAt(index + 3)) < 0);
    }

    private static int skipListMark(String line, int index) {
        int at = index;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return Math.min(at + 1, line.length());
    }

    private static int skipBlanks(String line, int index) {
        int at = index;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
