package kiro.cli.terminal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntBinaryOperator;

/// How many columns of a terminal a text takes: none for marks that combine, two for wide characters and emoji.
public final class Columns {
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18CFF},
        {0x1AFF0, 0x1B2FF},
        {0x20000, 0x3FFFD},
    };
    private static final int FIRST_OF_NO_ASCII = 0x80;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FIRST_FLAG = 0x1F1E6;
    private static final int LAST_FLAG = 0x1F1FF;
    private static final String MORE = "…";

    private Columns() {}

    public static int of(String text) {
        if (isAscii(text)) {
            return text.length();
        }
        int columns = 0;
        for (String cluster : clusters(text)) {
            columns += ofCluster(cluster);
        }
        return columns;
    }

    /// The text, or as much of its beginning as fits, with an ellipsis.
    public static String cut(String text, int columns) {
        return of(text) <= columns ? text : first(text, Math.max(columns - 1, 0)) + MORE;
    }

    /// As much of the beginning as fits.
    public static String first(String text, int columns) {
        if (isAscii(text)) {
            return text.substring(0, Math.min(text.length(), columns));
        }
        var fitting = new StringBuilder();
        int used = 0;
        for (String cluster : clusters(text)) {
            used += ofCluster(cluster);
            if (used > columns) {
                break;
            }
            fitting.append(cluster);
        }
        return fitting.toString();
    }

    /// The text with spaces behind it, up to this width.
    public static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(columns - of(text), 0));
    }

    /// Breaks at spaces, and within words that are longer than a line.
    public static List<String> wrap(String text, int columns) {
        var lines = new ArrayList<String>();
        IntBinaryOperator fitting =
                isAscii(text) ? (at, width) -> at + Math.max(width, 1) : fitting(text);
        int from = 0;
        for (int end = fitting.applyAsInt(from, columns);
                end < text.length();
                end = fitting.applyAsInt(from, columns)) {
            String line = text.substring(from, end);
            int space = text.startsWith(" ", end) ? line.length() : line.lastIndexOf(' ');
            lines.add(space > 0 ? line.substring(0, space) : line);
            from += lines.getLast().length();
            while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
        }
        lines.add(text.substring(from));
        return lines;
    }

    /// Where what fits into so many columns ends that begins at a place: one character at least.
    private static IntBinaryOperator fitting(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return (from, columns) -> {
            int end = from;
            int used = 0;
            int next = from < text.length() ? breaks.following(from) : BreakIterator.DONE;
            while (next != BreakIterator.DONE) {
                used += ofCluster(text.substring(end, next));
                if (used > columns && end > from) {
                    return end;
                }
                end = next;
                next = breaks.next();
            }
            return end;
        };
    }

    /// What a person takes for one character each.
    static List<String> clusters(String text) {
        var clusters = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            clusters.add(text.substring(from, to));
            from = to;
        }
        return clusters;
    }

    private static int ofCluster(String cluster) {
        int first = cluster.codePointAt(0);
        if (cluster.length() > Character.charCount(first)
                && (cluster.indexOf(EMOJI_STYLE) >= 0 || isFlag(first))) {
            return 2;
        }
        return ofCodePoint(first);
    }

    private static boolean isFlag(int codePoint) {
        return codePoint >= FIRST_FLAG && codePoint <= LAST_FLAG;
    }

    private static int ofCodePoint(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL ->
                    0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < WIDE[0][0]) {
            return false;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(codePoint);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' || each >= FIRST_OF_NO_ASCII) {
                return false;
            }
        }
        return true;
    }
}
