package kiro.cli.terminal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.cli.Style;

/// A text that is being typed, of one line or several.
///
/// @param cursor an index of the text, between characters as people see them
public record InputLine(String text, int cursor) {
    public static final InputLine EMPTY = new InputLine("", 0);

    /// The text, with the cursor at its end.
    public static InputLine of(String text) {
        return new InputLine(text, text.length());
    }

    /// The text after a key; empty where the key does not edit.
    public Optional<InputLine> after(Key key) {
        return switch (key) {
            case Key.Typed typed -> Optional.of(with(Harmless.of(typed.text())));
            case Key.Pasted pasted -> Optional.of(with(pasted.text()));
            case Key.Control control -> after(control);
            case Key.Alt alt ->
                    alt.letter() == 'd'
                            ? Optional.of(without(cursor, wordEnd()))
                            : Optional.empty();
            case Key.Named named -> after(named);
        };
    }

    private Optional<InputLine> after(Key.Control control) {
        return switch (control.letter()) {
            case 'a' -> Optional.of(at(lineStart(cursor)));
            case 'b' -> Optional.of(at(before(cursor)));
            case 'd' ->
                    text.isEmpty()
                            ? Optional.empty()
                            : Optional.of(without(cursor, behind(cursor)));
            case 'e' -> Optional.of(at(lineEnd(cursor)));
            case 'f' -> Optional.of(at(behind(cursor)));
            case 'k' -> Optional.of(without(cursor, Math.max(lineEnd(cursor), behindLineEnd())));
            case 'u' -> Optional.of(without(lineStart(cursor), cursor));
            case 'w' -> Optional.of(without(wordStart(), cursor));
            default -> Optional.empty();
        };
    }

    private Optional<InputLine> after(Key.Named key) {
        return switch (key) {
            case NEW_LINE -> Optional.of(with("\n"));
            case BACKSPACE -> Optional.of(without(before(cursor), cursor));
            case DELETE -> Optional.of(without(cursor, behind(cursor)));
            case LEFT -> Optional.of(at(before(cursor)));
            case RIGHT -> Optional.of(at(behind(cursor)));
            case WORD_LEFT -> Optional.of(at(wordStart()));
            case WORD_RIGHT -> Optional.of(at(wordEnd()));
            case HOME -> Optional.of(at(lineStart(cursor)));
            case END -> Optional.of(at(lineEnd(cursor)));
            case UP -> vertically(lineStart(cursor) - 1);
            case DOWN ->
                    lineEnd(cursor) == text.length()
                            ? Optional.empty()
                            : vertically(lineEnd(cursor) + 1);
            case ENTER, ESCAPE, TAB, BACK_TAB, PAGE_UP, PAGE_DOWN, UNKNOWN -> Optional.empty();
        };
    }

    /// The text with something more where the cursor stands.
    public InputLine with(String more) {
        return new InputLine(
                text.substring(0, cursor) + more + text.substring(cursor), cursor + more.length());
    }

    /// The text with another in place of what stands between an index and the cursor.
    public InputLine replacing(int from, String other) {
        return without(from, cursor).with(other);
    }

    private InputLine without(int from, int to) {
        return new InputLine(text.substring(0, from) + text.substring(to), from);
    }

    private InputLine at(int index) {
        return new InputLine(text, index);
    }

    /// The same column of the line that an index stands in; empty where there is none.
    private Optional<InputLine> vertically(int index) {
        if (index < 0) {
            return Optional.empty();
        }
        int column = Columns.of(text.substring(lineStart(cursor), cursor));
        int start = lineStart(index);
        String line = text.substring(start, lineEnd(index));
        return Optional.of(at(start + Columns.first(line, column).length()));
    }

    private int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    private int lineEnd(int index) {
        int end = text.indexOf('\n', index);
        return end < 0 ? text.length() : end;
    }

    /// At the end of a line, what is behind it is the next one.
    private int behindLineEnd() {
        return lineEnd(cursor) == cursor ? Math.min(cursor + 1, text.length()) : cursor;
    }

    private int before(int index) {
        return index == 0 ? 0 : breaks().preceding(index);
    }

    private int behind(int index) {
        return index == text.length() ? index : breaks().following(index);
    }

    private BreakIterator breaks() {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }

    private int wordStart() {
        int at = cursor;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int wordEnd() {
        int at = cursor;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The text in rows behind a sign, the cursor in it.
    ///
    /// @param sign stands before the first row, as many spaces before the others
    /// @param most rows that are shown: those around the cursor
    public Frame rows(StyledLine sign, int columns, int most) {
        int margin = sign.columns();
        int room = Math.max(columns - margin - 1, 2);
        var rows = new ArrayList<String>();
        int cursorRow = 0;
        int cursorColumn = 0;
        int at = 0;
        for (String line : text.split("\n", -1)) {
            for (String row : broken(line, room)) {
                if (cursor >= at && cursor <= at + row.length()) {
                    cursorRow = rows.size();
                    cursorColumn = Columns.of(text.substring(at, cursor));
                }
                rows.add(row);
                at += row.length();
            }
            at++;
        }
        int first = Math.clamp(cursorRow - most + 1L, 0, Math.max(rows.size() - 1, 0));
        List<StyledLine> shown = new ArrayList<>();
        for (int i = first; i < Math.min(first + most, rows.size()); i++) {
            StyledLine start = i == 0 ? sign : StyledLine.of(Style.DIM, " ".repeat(margin));
            shown.add(start.with(rows.get(i)));
        }
        return new Frame(
                shown, Optional.of(new Frame.Place(cursorRow - first, margin + cursorColumn)));
    }

    /// In rows of at most so many columns, with nothing left out.
    private static List<String> broken(String line, int columns) {
        var rows = new ArrayList<String>();
        String rest = line;
        while (Columns.of(rest) > columns) {
            String row = Columns.first(rest, columns);
            rows.add(row);
            rest = rest.substring(row.length());
        }
        rows.add(rest);
        return rows;
    }
}
