package kiro.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kiro.text.TextDocument;
import kiro.text.TextDocument.Line;

/// A document as one text in which every line ends with a line feed, and the way back from its offsets.
final class LineFeeds {
    private final List<Line> lines;
    private final String text;
    private final int[] starts;

    LineFeeds(TextDocument document) {
        this.lines = document.lines();
        this.starts = new int[lines.size() + 1];
        var joined = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            joined.append(lines.get(i).text());
            if (!lines.get(i).end().isEmpty()) {
                joined.append('\n');
            }
            starts[i + 1] = joined.length();
        }
        this.text = joined.toString();
    }

    /// Any text, with line feeds alone, and without a byte order mark.
    static String of(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// The lines of a text with line feeds; a last one without an end is a line too.
    static List<String> split(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    String text() {
        return text;
    }

    /// Every offset at which the text stands, overlapping ones too.
    List<Integer> offsets(String wanted) {
        var offsets = new ArrayList<Integer>();
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            offsets.add(at);
        }
        return offsets;
    }

    /// The line, counted from 0, that an offset lies in.
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, 0, Math.max(lines.size(), 1), offset);
        return found >= 0 ? found : -found - 2;
    }

    int startOf(int line) {
        return starts[line];
    }

    /// The document's own lines between two offsets: the first and the last may be parts.
    List<Line> between(int from, int to) {
        var parts = new ArrayList<Line>();
        int at = from;
        for (int i = lineAt(from); at < to; i++) {
            Line line = lines.get(i);
            int textEnd = starts[i] + line.text().length();
            String part = line.text().substring(at - starts[i], Math.min(to, textEnd) - starts[i]);
            parts.add(new Line(part, to > textEnd ? line.end() : ""));
            at = starts[i + 1];
        }
        return parts;
    }
}
