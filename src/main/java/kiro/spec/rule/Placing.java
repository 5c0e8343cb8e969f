package kiro.spec.rule;

import java.util.Arrays;
import java.util.List;
import kiro.spec.sentence.Token;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Where the words of an item stand in its file. The words were joined from several lines, and ids, boxes and
/// comments were taken out of them.
final class Placing {
    /// So far ahead a token is looked for: past a comment, or the mark of a list.
    private static final int WINDOW = 600;

    private final int firstLine;

    /// How long the lines of the item are, with a line feed each.
    private final int length;

    private final int[] lineStarts;

    /// For each token, where it begins in the lines.
    private final int[] places;

    private Placing(int firstLine, int length, int[] lineStarts, int[] places) {
        this.firstLine = firstLine;
        this.length = length;
        this.lineStarts = lineStarts;
        this.places = places;
    }

    static Placing of(TextDocument document, SourceSpan item, String text, List<Token> tokens) {
        if (item.line() == item.endLine()) {
            String line = document.line(item.line());
            return new Placing(
                    item.line(), line.length() + 1, new int[1], places(line, item, text, tokens));
        }
        var raw = new StringBuilder();
        int[] starts = new int[item.endLine() - item.line() + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = raw.length();
            raw.append(document.line(item.line() + i)).append('\n');
        }
        String lines = raw.toString();
        return new Placing(item.line(), lines.length(), starts, places(lines, item, text, tokens));
    }

    private static int[] places(String raw, SourceSpan item, String text, List<Token> tokens) {
        int[] places = new int[tokens.size()];
        int at = tokens.isEmpty() ? 0 : start(raw, item, text, tokens);
        int first = tokens.isEmpty() ? 0 : tokens.getFirst().start();
        if (raw.regionMatches(at, text, first, text.length() - first)) {
            for (int i = 0; i < places.length; i++) {
                places[i] = at + tokens.get(i).start() - first;
            }
            return places;
        }
        for (int i = 0; i < places.length; i++) {
            Token token = tokens.get(i);
            String words = text.substring(token.start(), token.end());
            int found =
                    raw.indexOf(words, at, Math.min(raw.length(), at + WINDOW + words.length()));
            places[i] = found < 0 ? at : found;
            at = found < 0 ? at : found + words.length();
        }
        return places;
    }

    /// Where the words begin, behind the id: the longest beginning of them that stands there as it is.
    private static int start(String raw, SourceSpan item, String text, List<Token> tokens) {
        int first = tokens.getFirst().start();
        for (int length = 64; length >= 4; length /= 2) {
            String head = text.substring(first, Math.min(text.length(), first + length));
            int found = raw.indexOf(head, item.column() - 1);
            if (found >= 0) {
                return found;
            }
        }
        return Math.min(item.column() - 1, raw.length());
    }

    /// The span from the first of some tokens to the last.
    SourceSpan span(List<Token> tokens, int first, int last) {
        int start = places[first];
        Token token = tokens.get(last);
        int end = Math.max(start, places[last] + token.end() - token.start());
        return between(start, Math.min(end, length));
    }

    private SourceSpan between(int start, int end) {
        int line = lineOf(start);
        int endLine = lineOf(Math.max(start, end - 1));
        return new SourceSpan(
                firstLine + line,
                start - lineStarts[line] + 1,
                firstLine + endLine,
                end - lineStarts[endLine] + 1);
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
