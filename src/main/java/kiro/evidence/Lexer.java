package kiro.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.evidence.Token.Kind;

/// Splits source text into tokens, so that nothing inside a string is taken for code or for a comment.
/// It never fails: what it cannot read becomes a symbol of one character.
final class Lexer {
    private static final Set<String> BEFORE_REGEX =
            Set.of(
                    "return",
                    "typeof",
                    "case",
                    "in",
                    "of",
                    "delete",
                    "void",
                    "throw",
                    "new",
                    "else",
                    "do",
                    "await",
                    "yield",
                    "instanceof");

    private final String text;
    private final Dialect dialect;
    private final StringEnds strings;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.strings = new StringEnds(text, dialect);
    }

    static List<Token> tokens(String text, Dialect dialect) {
        var lexer = new Lexer(text, dialect);
        while (lexer.at < text.length()) {
            lexer.step();
        }
        return List.copyOf(lexer.tokens);
    }

    private void step() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '\uFEFF') {
            at++;
            return;
        }
        int comment = commentEnd();
        if (comment > at) {
            add(Kind.COMMENT, comment);
            return;
        }
        int string = strings.end(at);
        if (string > at) {
            add(Kind.STRING, string);
            return;
        }
        if (isWordStart(c)) {
            add(Kind.WORD, wordEnd());
        } else if (c == '`' && dialect == Dialect.KOTLIN) {
            int close = text.indexOf('`', at + 1);
            add(Kind.WORD, close < 0 ? at + 1 : close + 1);
        } else if (Character.isDigit(c)) {
            add(Kind.NUMBER, numberEnd());
        } else {
            int regex = regexEnd();
            add(regex > at ? Kind.REGEX : Kind.SYMBOL, regex > at ? regex : at + 1);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at));
        at = end;
    }

    private int commentEnd() {
        if (dialect == Dialect.PYTHON) {
            return text.charAt(at) == '#' ? lineEnd() : at;
        }
        if (text.startsWith("//", at)) {
            return lineEnd();
        }
        if (dialect == Dialect.SCRIPT && at == 0 && text.startsWith("#!")) {
            return lineEnd();
        }
        return text.startsWith("/*", at) ? blockEnd() : at;
    }

    private int lineEnd() {
        int i = at;
        while (i < text.length() && !isLineEnd(i)) {
            i++;
        }
        return i;
    }

    private int blockEnd() {
        int depth = 1;
        int i = at + 2;
        while (i < text.length()) {
            if (text.startsWith("*/", i)) {
                i += 2;
                depth--;
                if (depth == 0) {
                    return i;
                }
            } else if (hasNestedComments() && text.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        return text.length();
    }

    private boolean hasNestedComments() {
        return dialect == Dialect.KOTLIN || dialect == Dialect.RUST;
    }

    private boolean isWordStart(char c) {
        return Character.isJavaIdentifierStart(c) || (dialect == Dialect.SCRIPT && c == '#');
    }

    private int wordEnd() {
        int i = at + 1;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int numberEnd() {
        int i = at + 1;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        boolean isFraction =
                i + 1 < text.length()
                        && text.charAt(i) == '.'
                        && Character.isDigit(text.charAt(i + 1));
        if (!isFraction) {
            return i;
        }
        i++;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Where a regular expression of JavaScript that begins here ends; here itself when none does.
    private int regexEnd() {
        if (dialect != Dialect.SCRIPT || text.charAt(at) != '/' || !canStartRegex()) {
            return at;
        }
        boolean isInClass = false;
        int i = at + 1;
        while (i < text.length() && !isLineEnd(i)) {
            char c = text.charAt(i);
            if (c == '/' && !isInClass) {
                return afterLetters(i + 1);
            }
            isInClass = c == '[' || (isInClass && c != ']');
            i += c == '\\' ? 2 : 1;
        }
        return at;
    }

    private boolean isLineEnd(int i) {
        return text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    private int afterLetters(int from) {
        int i = from;
        while (i < text.length() && Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// A slash divides after a value, and begins a regular expression after an operator. After `<` it
    /// closes an element of JSX.
    private boolean canStartRegex() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token last = tokens.get(i);
            switch (last.kind()) {
                case COMMENT -> {}
                case WORD -> {
                    return BEFORE_REGEX.contains(last.text());
                }
                case NUMBER, STRING, REGEX -> {
                    return false;
                }
                case SYMBOL -> {
                    return !")]}<".contains(last.text());
                }
            }
        }
        return true;
    }
}
