package kiro.spec.sentence;

import java.util.Arrays;

/// Cuts a sentence into tokens, in one pass.
final class TokenReader {
    private static final int LONGEST_RUN = 16;

    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte SKIPPED = 3;

    /// What the characters of ASCII are.
    private static final byte[] ASCII = ascii();

    private final String text;
    private final char[] characters;
    private Token[] tokens;
    private int count;
    private long classes;
    private int kinds;

    /// Closing marks that are known not to follow: they are looked for once.
    private final boolean[] isUnclosedRun = new boolean[LONGEST_RUN + 1];

    private boolean isUnclosedQuote;
    private int at;

    private TokenReader(String text) {
        this.text = text;
        this.characters = text.toCharArray();
        this.tokens = new Token[characters.length / 5 + 4];
    }

    static Tokens read(String text) {
        var reader = new TokenReader(text);
        while (reader.at < reader.characters.length) {
            reader.step();
        }
        return new Tokens(reader.tokens, reader.count, reader.kinds, reader.classes);
    }

    private static byte[] ascii() {
        byte[] ascii = new byte[128];
        for (char c = 0; c < ascii.length; c++) {
            ascii[c] =
                    Character.isLetter(c)
                            ? LETTER
                            : Character.isDigit(c)
                                    ? DIGIT
                                    : isEmphasis(c) || Character.isWhitespace(c) ? SKIPPED : OTHER;
        }
        return ascii;
    }

    private static byte what(char c) {
        if (c < 128) {
            return ASCII[c];
        }
        return Character.isDigit(c)
                ? DIGIT
                : Character.isLetter(c) ? LETTER : Character.isWhitespace(c) ? SKIPPED : OTHER;
    }

    private void step() {
        char c = characters[at];
        switch (what(c)) {
            case LETTER -> word(false);
            case DIGIT -> word(true);
            case SKIPPED -> at++;
            default -> mark(c);
        }
    }

    private void mark(char c) {
        if (c == '`') {
            code();
        } else if (c == '"' || c == '\u201C') {
            quote(c);
        } else if (c == '/' && isPathStart()) {
            path();
        } else {
            single();
        }
    }

    private void single() {
        add(Token.Kind.MARK, Word.in(text, at, at + 1, characters[at]), at, at + 1);
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
        while (from < to && characters[from] == ' ') {
            from++;
        }
        while (to > from && characters[to - 1] == ' ') {
            to--;
        }
        add(Token.Kind.CODE, Word.once(text.substring(from, to)), at, close + opened);
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
        while (end < characters.length && characters[end] == '`') {
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
            single();
        } else {
            add(Token.Kind.QUOTE, Word.once(text.substring(at + 1, close)), at, close + 1);
        }
    }

    /// A slash between two words is no path.
    private boolean isPathStart() {
        boolean isBetween = at > 0 && isWordPart(characters[at - 1]);
        return !isBetween
                && at + 1 < characters.length
                && (Character.isLetterOrDigit(characters[at + 1])
                        || "{:<_.".indexOf(characters[at + 1]) >= 0);
    }

    private void path() {
        int end = at;
        while (end < characters.length && isPathPart(characters[end])) {
            end++;
        }
        while (end > at + 1 && ".:?!*_".indexOf(characters[end - 1]) >= 0) {
            end--;
        }
        add(Token.Kind.PATH, Word.once(text.substring(at, end)), at, end);
    }

    private static boolean isPathPart(char c) {
        return Character.isLetterOrDigit(c) || "/{}:<>_-.~?=&%*$@+[]".indexOf(c) >= 0;
    }

    private void word(boolean isNumber) {
        int end = at;
        int hash = 0;
        int length = characters.length;
        while (end < length) {
            char c = characters[end];
            boolean isPart = c < 128 && (ASCII[c] == LETTER || ASCII[c] == DIGIT);
            if (!isPart && end > at && !belongs(end, isNumber)) {
                break;
            }
            hash = hash * 31 + c;
            end++;
        }
        add(isNumber ? Token.Kind.NUMBER : Token.Kind.WORD, Word.in(text, at, end, hash), at, end);
    }

    /// A mark within a word has letters or digits on both sides; a comma only digits.
    private boolean belongs(int index, boolean isNumber) {
        char c = characters[index];
        byte what = what(c);
        if (what == LETTER || what == DIGIT) {
            return true;
        }
        return switch (c) {
            case '_', '.', '-', '\'', '\u2019', '@' -> hasPart(index + 1);
            case ',' -> isNumber && isDigit(index + 1) && isDigit(index - 1);
            default -> false;
        };
    }

    private boolean isDigit(int index) {
        return index < characters.length && Character.isDigit(characters[index]);
    }

    private boolean hasPart(int index) {
        return index < characters.length && Character.isLetterOrDigit(characters[index]);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isEmphasis(char c) {
        return c == '*' || c == '_' || c == '~';
    }

    private void add(Token.Kind kind, Word word, int start, int end) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * count);
        }
        tokens[count++] = new Token(kind, word, start, end);
        classes |= word.classes();
        kinds |= kind.bit();
        at = end;
    }
}
