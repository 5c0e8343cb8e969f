package kiro.permission.shell;

/// A place in a shell text that moves on as the text is read.
final class ShellCursor {
    private static final String WORD_ENDS = " \t\n;&|()<>";

    private final String text;
    private int at;

    ShellCursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    /// Goes back to a place where it was before.
    void returnTo(int place) {
        at = place;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /// The next character; a zero at the end.
    char next() {
        return ahead(0);
    }

    char ahead(int distance) {
        return at + distance < text.length() ? text.charAt(at + distance) : '\0';
    }

    boolean sees(String expected) {
        return text.startsWith(expected, at);
    }

    void skip(int count) {
        at = Math.min(at + count, text.length());
    }

    boolean takes(String expected) {
        boolean isThere = sees(expected);
        if (isThere) {
            skip(expected.length());
        }
        return isThere;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    /// The rest of the line, and moves to the one after it.
    String takeLine() {
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return line;
    }

    /// Does a word end here?
    boolean isAtWordEnd() {
        return isAtEnd() || WORD_ENDS.indexOf(next()) >= 0;
    }

    /// The characters up to where a word would end, whatever they are.
    String chunk() {
        int end = at;
        while (end < text.length() && WORD_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(at, end);
    }

    /// Steps over what separates words: blanks, broken lines, comments.
    void skipBlanks() {
        while (!isAtEnd()) {
            if (next() == ' ' || next() == '\t') {
                at++;
            } else if (sees("\\\n")) {
                at += 2;
            } else if (next() == '#' && isAtWordStart()) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    private boolean isAtWordStart() {
        return at == 0 || WORD_ENDS.indexOf(text.charAt(at - 1)) >= 0;
    }
}
