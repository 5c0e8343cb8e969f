package kiro.spec.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Cuts the Markdown text of a sentence into tokens. It reads every character once.
final class Lexer {
    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values()).map(Enum::name).collect(Collectors.toSet());

    private static final Set<String> MEDIA =
            Set.of("application", "text", "image", "multipart", "audio", "video");

    private final String text;
    private final int limit;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, int start, int limit) {
        this.text = text;
        this.at = start;
        this.limit = limit;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text, 0, text.length()).run();
    }

    private List<Token> run() {
        while (at < limit) {
            next();
        }
        return tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '*' || c == '\\' || isOuterUnderscore()) {
            at++;
        } else if (c == '`') {
            code();
        } else if (isQuote(c)) {
            quoted();
        } else if (c == '<' && isTag()) {
            at = text.indexOf('>', at) + 1;
        } else if (c == ']' && at + 1 < limit && text.charAt(at + 1) == '(') {
            linkTarget();
        } else if (startsPath()) {
            path();
        } else if (isParameter('{', '}')) {
            parameter(at + 1, text.indexOf('}', at), text.indexOf('}', at) + 1);
        } else if (isDigit(c) || (c == '-' && startsWord() && isDigit(charAt(at + 1)))) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            mark(c);
        }
    }

    private char charAt(int index) {
        return index >= 0 && index < limit ? text.charAt(index) : ' ';
    }

    private boolean startsWord() {
        return !Character.isLetterOrDigit(charAt(at - 1));
    }

    private boolean isOuterUnderscore() {
        return text.charAt(at) == '_'
                && !(Character.isLetterOrDigit(charAt(at - 1))
                        && Character.isLetterOrDigit(charAt(at + 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // --- code and quotations

    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201c' || c == '\u201e' || c == '\'' || c == '\u2018';
    }

    private void code() {
        int marks = 1;
        while (charAt(at + marks) == '`') {
            marks++;
        }
        int close = text.indexOf("`".repeat(marks), at + marks);
        if (close < 0 || close >= limit) {
            at += marks;
            return;
        }
        content(at + marks, close, close + marks);
    }

    private void quoted() {
        char open = text.charAt(at);
        boolean isSingle = open == '\'' || open == '\u2018';
        int close = isSingle && !startsWord() ? -1 : closingQuote(open);
        if (close < 0) {
            at++;
            return;
        }
        content(at + 1, close, close + 1);
    }

    private int closingQuote(char open) {
        int farthest = Math.min(limit, at + 200);
        for (int i = at + 1; i < farthest; i++) {
            char c = text.charAt(i);
            boolean closes =
                    switch (open) {
                        case '"' -> c == '"';
                        case '\'', '\u2018' ->
                                (c == '\'' || c == '\u2019')
                                        && !Character.isLetterOrDigit(charAt(i + 1));
                        default -> c == '\u201d' || c == '\u201c' || c == '"';
                    };
            if (closes) {
                return i;
            }
        }
        return -1;
    }

    /// What stands in code marks: routes, statuses and lists of names are read, the rest is one value.
    private void content(int start, int end, int after) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        String inner = text.substring(from, to);
        if (from == to) {
            at = after;
            return;
        }
        if (CodeText.isQueryName(inner)) {
            String name = inner.substring(1).replaceFirst("=$", "");
            add(Token.Kind.CODE, name, from, to);
            at = after;
            return;
        }
        if (inner.length() > 2 && inner.charAt(0) == '?' && inner.indexOf('=') > 0) {
            tokens.add(new Token(Token.Kind.PATH, inner, inner, from, to));
            at = after;
            return;
        }
        if (inner.matches("[A-Za-z]\\w*=[^&\\s]*(&[A-Za-z]\\w*=[^&\\s]*)+")) {
            tokens.add(new Token(Token.Kind.PATH, "?" + inner, "?" + inner, from, to));
            at = after;
            return;
        }
        switch (CodeText.of(inner)) {
            case PLAIN_TEXT -> tokens.addAll(new Lexer(text, from, to).run());
            case NAMES -> names(from, to);
            case PARAMETER -> parameter(from + 1, inner.startsWith(":") ? to : to - 1, to);
            case MARK -> tokens.add(new Token(Token.Kind.MARK, inner, inner, from, to));
            case VALUE -> add(Token.Kind.CODE, inner, from, to);
        }
        at = after;
    }

    private void add(Token.Kind kind, String words, int from, int to) {
        tokens.add(new Token(kind, words, words.toLowerCase(Locale.ROOT), from, to));
    }

    /// Names and values with marks between them: `id, name`, `status=open`, `a: b`, `a | b`.
    private void names(int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i < to && !CodeText.isSeparator(text.charAt(i))) {
                continue;
            }
            String name = text.substring(start, i).strip();
            if (!name.isEmpty()) {
                int begin = text.indexOf(name, start);
                add(Token.Kind.CODE, name, begin, begin + name.length());
            }
            if (i < to) {
                String mark = text.substring(i, i + 1);
                tokens.add(new Token(Token.Kind.MARK, mark, mark, i, i + 1));
            }
            start = i + 1;
        }
    }

    // --- tags, links, paths, parameters

    private boolean isTag() {
        char next = charAt(at + 1);
        int close = text.indexOf('>', at);
        return close > 0
                && close < limit
                && close - at < 200
                && (next == '/' || next == '!' || Character.isLetter(next));
    }

    private void linkTarget() {
        int close = text.indexOf(')', at);
        at = close < 0 || close >= limit ? at + 1 : close + 1;
    }

    private boolean startsPath() {
        if (text.charAt(at) != '/' || Character.isLetterOrDigit(charAt(at - 1))) {
            return false;
        }
        char next = charAt(at + 1);
        boolean followsMethod =
                !tokens.isEmpty() && tokens.getLast().is(Token.Kind.METHOD) && next != '/';
        return Character.isLetterOrDigit(next) || "{:<_".indexOf(next) >= 0 || followsMethod;
    }

    private void path() {
        int end = at;
        while (end < limit && isPathChar(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && ".:,;!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String path = text.substring(at, end);
        tokens.add(new Token(Token.Kind.PATH, path, path, at, end));
        at = end;
    }

    private static boolean isPathChar(char c) {
        return Character.isLetterOrDigit(c) || "/{}:<>_-.~%@+?=&[]".indexOf(c) >= 0;
    }

    private boolean isParameter(char open, char close) {
        if (text.charAt(at) != open) {
            return false;
        }
        int end = text.indexOf(close, at);
        return end > at + 1 && end < limit && CodeText.isName(text.substring(at + 1, end));
    }

    private void parameter(int from, int to, int after) {
        String name = text.substring(from, to);
        add(Token.Kind.PARAMETER, name, from - 1, to + 1);
        at = after;
    }

    // --- numbers, words, marks

    private void number() {
        int start = at;
        at++;
        while (at < limit) {
            char c = text.charAt(at);
            boolean groups =
                    (c == ',' || c == '_')
                            && isDigit(charAt(at + 1))
                            && isDigit(charAt(at + 2))
                            && isDigit(charAt(at + 3))
                            && !isDigit(charAt(at + 4));
            boolean point = c == '.' && isDigit(charAt(at + 1));
            if (!isDigit(c) && !groups && !point) {
                break;
            }
            at++;
        }
        String digits = text.substring(start, at).replace(",", "").replace("_", "");
        if (isOrdinalEnd()) {
            at += 2;
            tokens.add(new Token(Token.Kind.ORDINAL, digits, digits, start, at));
        } else if (charAt(at) == 'x' && charAt(at + 1) == 'x') {
            at += 2;
            addWord(start, at);
        } else {
            tokens.add(new Token(Token.Kind.NUMBER, digits, digits, start, at));
        }
    }

    private boolean isOrdinalEnd() {
        if (at + 2 > limit || Character.isLetterOrDigit(charAt(at + 2))) {
            return false;
        }
        String end = text.substring(at, at + 2).toLowerCase(Locale.ROOT);
        return end.equals("st") || end.equals("nd") || end.equals("rd") || end.equals("th");
    }

    private void word() {
        int start = at;
        while (at < limit && isWordChar()) {
            at++;
        }
        int length = at - start;
        boolean negated =
                length > 1
                        && (text.charAt(at - 1) == 'n')
                        && isApostrophe(charAt(at))
                        && charAt(at + 1) == 't'
                        && !Character.isLetterOrDigit(charAt(at + 2));
        if (negated) {
            String verb = text.substring(start, at - 1).toLowerCase(Locale.ROOT);
            String whole = verb.equals("ca") ? "can" : verb.equals("wo") ? "will" : verb;
            tokens.add(new Token(Token.Kind.WORD, whole, whole, start, at - 1));
            tokens.add(new Token(Token.Kind.WORD, "not", "not", at - 1, at + 2));
            at += 2;
            return;
        }
        if (charAt(at) == '/' && MEDIA.contains(text.substring(start, at))) {
            mediaType(start);
            return;
        }
        addWord(start, at);
        if (isApostrophe(charAt(at))) {
            possessive();
        }
    }

    private void mediaType(int start) {
        at++;
        while (at < limit && (isWordChar() || charAt(at) == '+')) {
            at++;
        }
        String type = text.substring(start, at);
        tokens.add(new Token(Token.Kind.CODE, type, type.toLowerCase(Locale.ROOT), start, at));
    }

    private void possessive() {
        int end = charAt(at + 1) == 's' && !Character.isLetterOrDigit(charAt(at + 2)) ? 2 : 1;
        tokens.add(new Token(Token.Kind.MARK, text.substring(at, at + end), "'s", at, at + end));
        at += end;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private boolean isWordChar() {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        boolean isInner = c == '_' || c == '-' || c == '.';
        return isInner
                && Character.isLetterOrDigit(charAt(at - 1))
                && (Character.isLetter(charAt(at + 1)) || (c != '.' && isDigit(charAt(at + 1))));
    }

    private void addWord(int start, int end) {
        String word = text.substring(start, end);
        Token.Kind kind = METHODS.contains(word) ? Token.Kind.METHOD : Token.Kind.WORD;
        tokens.add(new Token(kind, word, word.toLowerCase(Locale.ROOT), start, end));
    }

    private void mark(char c) {
        for (String two : List.of("->", "=>", ">=", "<=", "..", "[]")) {
            if (text.startsWith(two, at) && at + 2 <= limit) {
                add(two, 2 + (two.equals("..") && charAt(at + 2) == '.' ? 1 : 0));
                return;
            }
        }
        add(Character.toString(c), 1);
    }

    private void add(String mark, int length) {
        String key =
                switch (mark) {
                    case "=>", "\u2192", "\u21d2", "\u27f6", "\u21a6" -> "->";
                    case "\u2265" -> ">=";
                    case "\u2264" -> "<=";
                    case "\u2026" -> "..";
                    case "\u2013", "\u2014", "\u2212" -> "-";
                    default -> mark;
                };
        boolean isLinkText = mark.equals("[") || mark.equals("]");
        if (!isLinkText) {
            tokens.add(
                    new Token(
                            Token.Kind.MARK,
                            text.substring(at, at + length),
                            key,
                            at,
                            at + length));
        }
        at += length;
    }
}
