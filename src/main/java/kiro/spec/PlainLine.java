package kiro.spec;

/// A line of a plain document, taken apart without building anything: where its words begin, and what they begin with.
/// What could mean more than its own line in Markdown is odd.
final class PlainLine {
    private final String text;
    private int start;
    private int first;
    private int end;
    private int words;
    private Kind kind = Kind.BLANK;

    enum Kind {
        BLANK,
        HEADING,
        /// An item of a list; its words begin behind the mark.
        ITEM,
        /// A comment that begins and ends in the line, and is all of it.
        COMMENT,
        WORDS,
        /// To be left to a reader that knows all of Markdown.
        ODD
    }

    PlainLine(String text) {
        this.text = text;
    }

    /// Goes to the line that begins at an index; answers where the next begins.
    int read(int at) {
        int feed = text.indexOf('\n', at);
        read(at, feed < 0 ? text.length() : feed);
        return feed < 0 ? text.length() : feed + 1;
    }

    /// Goes to the line from one index to another, where its line feed stands.
    void read(int from, int to) {
        start = from;
        end = to;
        words = from;
        while (words < end && text.charAt(words) == ' ') {
            words++;
        }
        kind = words == end ? Kind.BLANK : kind(text.charAt(words));
    }

    Kind kind() {
        return kind;
    }

    int indent() {
        return first - start;
    }

    /// Where the words begin, behind the mark of an item.
    int words() {
        return words;
    }

    int end() {
        return end;
    }

    /// The column at which what belongs to this item must begin.
    int content() {
        return words - start;
    }

    boolean isOrdered() {
        return Character.isDigit(text.charAt(first));
    }

    /// What stands before the words of an item: `-`, `*`, `+`, or behind its number `.` or `)`.
    char mark() {
        return text.charAt(words - 2);
    }

    /// The number of an item.
    int number() {
        return Integer.parseInt(text, first, words - 2, 10);
    }

    private Kind kind(char c) {
        first = words;
        return switch (c) {
            case '#' -> heading();
            case '-', '+', '*' -> bullet(c);
            case '<' -> comment();
            case '_' -> isEmphasis('_') ? Kind.WORDS : Kind.ODD;
            case '>', '`', '~', '=', '|', '\t', '\u000B', '\f', '[' -> Kind.ODD;
            default -> c >= '0' && c <= '9' ? numbered() : isOdd(c) ? Kind.ODD : Kind.WORDS;
        };
    }

    private static boolean isOdd(char c) {
        return c < ' ' || c == '\u00A0' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private Kind heading() {
        int at = words;
        while (at < end && text.charAt(at) == '#') {
            at++;
        }
        boolean isPlain = first == start && at - words <= 6 && at < end && text.charAt(at) == ' ';
        return isPlain ? Kind.HEADING : Kind.ODD;
    }

    private Kind bullet(char mark) {
        if (words + 2 >= end || text.charAt(words + 1) != ' ') {
            // emphasis begins so, a rule and an empty item too
            return mark == '*' && isEmphasis('*') ? Kind.WORDS : Kind.ODD;
        }
        return item(words + 2);
    }

    private Kind comment() {
        boolean isWhole =
                first == start
                        && text.startsWith("<!--", words)
                        && text.indexOf("-->", words + 4, end) == end - 3;
        return isWhole ? Kind.COMMENT : Kind.ODD;
    }

    private boolean isEmphasis(char mark) {
        int at = words;
        while (at < end && text.charAt(at) == mark) {
            at++;
        }
        return at - words <= 2 && at < end && Character.isLetter(text.charAt(at));
    }

    private Kind numbered() {
        int at = words;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean isMark =
                at - words <= 4
                        && at + 2 < end
                        && (text.charAt(at) == '.' || text.charAt(at) == ')');
        // 1.2 and the like are words, of which others have more to say
        return isMark && text.charAt(at + 1) == ' ' ? item(at + 2) : Kind.ODD;
    }

    private Kind item(int at) {
        char c = text.charAt(at);
        boolean isPlain =
                Character.isLetter(c)
                        || c == '['
                        || c == '`'
                        || c == '('
                        || c == '/'
                        || c == '"'
                        || c == '\'';
        boolean isEmphasis =
                (c == '*' || c == '_')
                        && at + 2 < end
                        && text.charAt(at + 1) == c
                        && Character.isLetterOrDigit(text.charAt(at + 2));
        boolean isFence = c == '`' && text.startsWith("```", at);
        if (!(isPlain || isEmphasis) || isFence) {
            return Kind.ODD;
        }
        words = at;
        return Kind.ITEM;
    }
}
