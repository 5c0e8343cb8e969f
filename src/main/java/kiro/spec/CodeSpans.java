package kiro.spec;

/// Code between backticks within a text.
final class CodeSpans {
    private CodeSpans() {}

    /// Where the code span that may begin at an index ends: behind the closing run of as many backticks, or
    /// behind the opening run where it is never closed.
    static int end(String text, int start) {
        int opened = run(text, start);
        int at = start + opened;
        while (at < text.length()) {
            int next = text.indexOf('`', at);
            if (next < 0) {
                break;
            }
            int closed = run(text, next);
            if (closed == opened) {
                return next + closed;
            }
            at = next + closed;
        }
        return start + opened;
    }

    private static int run(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '`') {
            at++;
        }
        return at - start;
    }
}
