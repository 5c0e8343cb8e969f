package kiro.spec;

import java.util.ArrayList;
import java.util.List;

/// A text and the HTML comments that were taken out of it. What looks like a comment in a code span is text.
///
/// @param comments the words between the marks
record Commented(String text, List<String> comments) {
    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    Commented {
        comments = List.copyOf(comments);
    }

    Commented withText(String other) {
        return new Commented(other, comments);
    }

    static Commented of(String raw) {
        if (!raw.contains(OPEN)) {
            return new Commented(raw, List.of());
        }
        var text = new StringBuilder();
        var comments = new ArrayList<String>();
        int lastClose = raw.lastIndexOf(CLOSE);
        int at = 0;
        while (at < raw.length()) {
            int end =
                    at < lastClose && raw.startsWith(OPEN, at)
                            ? raw.indexOf(CLOSE, at + OPEN.length())
                            : -1;
            if (end >= 0) {
                comments.add(raw.substring(at + OPEN.length(), end).strip());
                at = end + CLOSE.length();
                continue;
            }
            int next = raw.charAt(at) == '`' ? CodeSpans.end(raw, at) : at + 1;
            text.append(raw, at, next);
            at = next;
        }
        return new Commented(text.toString(), comments);
    }
}
