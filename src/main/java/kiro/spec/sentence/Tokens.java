package kiro.spec.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a sentence into tokens, in one pass.
public final class Tokens {
    private static final int LONGEST_RUN = 16;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    /// Closing marks that are known not to follow: they are looked for once.
    private final boolean[] isUnclosedRun = new boolean[LONGEST_RUN + 1];

    private boolean isUnclosedQuote;
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    public static List<Token> of(String text) {
        var reader = new Tokens(text);
        while (reader.at < text.length()) {
            reader.step();
        }
        return List.copyOf(reader.tokens);
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '`') {
            code();
        } else if (c == '"' || c == '\u201C') {
            quote(c);
        } else if (c == '/' && isPathStart()) {
            path();
        } else if (Character.isLetterOrDigit(c)) {
            word();
        } else if (isEmphasis(c) || Character.isWhitespace(c)) {
            at++;
        } else {
            add(Token.Kind.MARK, at, at + 1, at, at + 1);
        }
    }

    private void code() {
        int opened = runFrom(at);
        int inside = at + opened;
        int close = opened > LONGEST_RUN || isUnclosedRun[opened] ? -1 : closingRun(inside, opened);
        if (close < 0) {
            isUnclosedRun[Math.min(opened, LONGEST_RUN)] |= opened <= LONGEST_RUN;
            at = inside;
            return;
        }
        int from = inside;
        int to = close;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        add(Token.Kind.CODE, from, to, at, close + opened);
    }

    private int closingRun(int from, int length) {
        int next = text.indexOf('`', from);
        while (next >= 0) {
            int run = runFrom(next);
            if (run == length) {
                return next;
            }
            next = text.indexOf('`', next + run);
        }
        return -1;
    }

    private int runFrom(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - start;
    }

    private void quote(char open) {
        char mark = open == '"' ? '"' : '\u201D';
        boolean isHopeless = isUnclosedQuote && open != '"';
        int close = isHopeless ? -1 : text.indexOf(mark, at + 1);
        if (close < 0) {
            isUnclosedQuote |= open != '"';
            add(Token.Kind.MARK, at, at + 1, at, at + 1);
        } else {
            add(Token.Kind.QUOTE, at + 1, close, at, close + 1);
        }
    }

    /// A slash between two words is no path.
    private boolean isPathStart() {
        boolean isBetween = at > 0 && isWordPart(text.charAt(at - 1));
        return !isBetween
                && at + 1 < text.length()
                && (Character.isLetterOrDigit(text.charAt(at + 1))
                        || "{:<_.".indexOf(text.charAt(at + 1)) >= 0);
    }

    private void path() {
        int end = at;
        while (end < text.length() && isPathPart(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && ".:?!*_".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        add(Token.Kind.PATH, at, end, at, end);
    }

    private static boolean isPathPart(char c) {
        return Character.isLetterOrDigit(c) || "/{}:<>_-.~?=&%*$@+[]".indexOf(c) >= 0;
    }

    private void word() {
        boolean isNumber = Character.isDigit(text.charAt(at));
        int end = at + 1;
        while (end < text.length() && belongs(end, isNumber)) {
            end++;
        }
        add(isNumber ? Token.Kind.NUMBER : Token.Kind.WORD, at, end, at, end);
    }

    /// A mark within a word has letters or digits on both sides; a comma only digits.
    private boolean belongs(int index, boolean isNumber) {
        char c = text.charAt(index);
        if (isWordPart(c)) {
            return c != '_' || hasPart(index + 1);
        }
        boolean isDigitNext =
                index + 1 < text.length() && Character.isDigit(text.charAt(index + 1));
        return switch (c) {
            case '.', '-', '\'', '\u2019', '@' -> hasPart(index + 1);
            case ',' -> isNumber && isDigitNext && Character.isDigit(text.charAt(index - 1));
            default -> false;
        };
    }

    private boolean hasPart(int index) {
        return index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isEmphasis(char c) {
        return c == '*' || c == '_' || c == '~';
    }

    private void add(Token.Kind kind, int from, int to, int start, int end) {
        String raw = text.substring(from, to);
        tokens.add(new Token(kind, raw, lower(raw), start, end));
        at = end;
    }

    private static String lower(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 'z' || (c >= 'A' && c <= 'Z')) {
                return raw.toLowerCase(Locale.ROOT);
            }
        }
        return raw;
    }
}
