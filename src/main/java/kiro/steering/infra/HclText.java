package kiro.steering.infra;

import kiro.text.SourceSpan;

/// The letters of a file of Terraform, read from the front.
final class HclText {
    private static final char END = '\0';

    private final String source;
    private int at;
    private int line = 1;
    private int lineStart;

    HclText(String source) {
        this.source = source;
    }

    /// What cannot be read, and where.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient SourceSpan span;
        private final String problem;

        private Unreadable(SourceSpan span, String problem) {
            super(problem);
            this.span = span;
            this.problem = problem;
        }

        SourceSpan span() {
            return span;
        }

        String problem() {
            return problem;
        }
    }

    /// @param isComputed whether something in it is put in when it is run
    record Quoted(String text, boolean isComputed) {}

    Unreadable unreadable(String problem) {
        return new Unreadable(span(), problem);
    }

    SourceSpan span() {
        int column = at - lineStart + 1;
        return new SourceSpan(line, column, line, column);
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at >= source.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : END;
    }

    String since(int start) {
        return source.substring(start, at).strip();
    }

    void skip(int count) {
        for (int i = 0; i < count && !isAtEnd(); i++) {
            if (source.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
    }

    /// Back, or on, to a place.
    void moveTo(int position) {
        at = 0;
        line = 1;
        lineStart = 0;
        skip(position);
    }

    /// Blanks and comments, on this line.
    void skipBlanks() {
        while (!isAtEnd()) {
            if (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\ufeff') {
                skip(1);
            } else if (source.startsWith("/*", at)) {
                int end = source.indexOf("*/", at + 2);
                skip((end < 0 ? source.length() : end + 2) - at);
            } else if (peek() == '#' || source.startsWith("//", at)) {
                int end = source.indexOf('\n', at);
                skip((end < 0 ? source.length() : end) - at);
            } else {
                return;
            }
        }
    }

    /// The same over lines.
    void skipLines() {
        for (skipBlanks(); peek() == '\n' && !isAtEnd(); skipBlanks()) {
            skip(1);
        }
    }

    String name() {
        int start = at;
        skipName();
        if (at == start) {
            throw unreadable(
                    isAtEnd()
                            ? "the file ends where a name is expected"
                            : "'%s' where a name is expected".formatted(peek()));
        }
        return source.substring(start, at);
    }

    void skipName() {
        while (Character.isLetterOrDigit(peek())
                || peek() == '_'
                || peek() == '-'
                || peek() == '*') {
            skip(1);
        }
    }

    boolean isWord(String word) {
        char next = peek(word.length());
        return source.startsWith(word, at) && !Character.isLetterOrDigit(next) && next != '_';
    }

    String number() {
        int start = at;
        skip(1);
        while (Character.isLetterOrDigit(peek()) || peek() == '.') {
            skip(1);
        }
        return source.substring(start, at);
    }

    /// Whether nothing is done with the value that was read.
    boolean isAtEndOfValue() {
        return switch (peek()) {
            case '\n', ',', ']', '}', ')', END -> true;
            default -> false;
        };
    }

    /// What stands between quotes, which end on the line that they begin on.
    Quoted quoted() {
        var text = new StringBuilder();
        boolean isComputed = false;
        skip(1);
        while (peek() != '"') {
            if (isAtEnd() || peek() == '\n') {
                throw unreadable("a text is not closed");
            }
            if (peek() == '\\') {
                text.append(escaped(peek(1)));
                skip(2);
            } else if ((peek() == '$' || peek() == '%') && peek(1) == '{' && !isDoubled()) {
                int start = at;
                skip(1);
                skipBracket();
                text.append(source, start, at);
                isComputed = true;
            } else {
                text.append(peek());
                skip(1);
            }
        }
        skip(1);
        return new Quoted(text.toString(), isComputed);
    }

    /// `$${` stands for the letters themselves.
    private boolean isDoubled() {
        return at > 0 && source.charAt(at - 1) == peek();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> letter;
        };
    }

    boolean isHeredoc() {
        return peek(1) == '<';
    }

    String heredoc() {
        skip(2);
        if (peek() == '-') {
            skip(1);
        }
        String mark = name();
        int end = source.indexOf('\n', at);
        skip((end < 0 ? source.length() : end + 1) - at);
        var text = new StringBuilder();
        while (!isAtEnd()) {
            int stop = source.indexOf('\n', at);
            int lineEnd = stop < 0 ? source.length() : stop;
            String own = source.substring(at, lineEnd);
            if (own.strip().equals(mark)) {
                skip(lineEnd - at);
                return text.toString();
            }
            text.append(own).append('\n');
            skip(lineEnd - at + 1);
        }
        throw unreadable("the text up to " + mark + " is not closed");
    }

    /// All up to the bracket that closes the one here, texts in it and all.
    void skipBracket() {
        int depth = 0;
        do {
            char letter = peek();
            if (isAtEnd()) {
                throw unreadable("a bracket is not closed");
            }
            if (letter == '"') {
                quoted();
                continue;
            }
            if (letter == '<'
                    && isHeredoc()
                    && Character.isLetter(peek(2) == '-' ? peek(3) : peek(2))) {
                heredoc();
                continue;
            }
            if (letter == '#' || (letter == '/' && (peek(1) == '/' || peek(1) == '*'))) {
                skipBlanks();
                continue;
            }
            depth += letter == '(' || letter == '[' || letter == '{' ? 1 : 0;
            depth -= letter == ')' || letter == ']' || letter == '}' ? 1 : 0;
            skip(1);
        } while (depth > 0);
    }

    /// The rest of an expression: to the end of its line, or to what ends the value around it.
    void skipExpression() {
        for (skipBlanks(); !isAtEndOfValue(); skipBlanks()) {
            switch (peek()) {
                case '"' -> quoted();
                case '(', '[', '{' -> skipBracket();
                default -> skip(1);
            }
        }
    }
}
