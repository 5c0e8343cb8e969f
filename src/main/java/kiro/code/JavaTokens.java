package kiro.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The words and signs of a Java source, without its comments, strings and characters: as places in its bytes.
///
/// A sign is one byte; only `->`, `::` and `...` are tokens of several.
final class JavaTokens {
    private static final int FIRST_ROOM = 512;

    private final byte[] source;
    private int[] starts = new int[FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private int size;

    private JavaTokens(byte[] source) {
        this.source = source;
    }

    static JavaTokens of(byte[] source) {
        var tokens = new JavaTokens(source);
        int at = 0;
        while (at < source.length) {
            at = tokens.read(at);
        }
        return tokens;
    }

    int size() {
        return size;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /// Whether a token is this text; none is beyond the ends.
    boolean is(int token, String text) {
        if (token < 0 || token >= size || ends[token] - starts[token] != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (source[starts[token] + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a token is a name or a keyword.
    boolean isWord(int token) {
        return token >= 0 && token < size && isWordStart(source[starts[token]]);
    }

    boolean isNumber(int token) {
        return token >= 0 && token < size && isDigit(source[starts[token]]);
    }

    String text(int token) {
        return new String(
                source, starts[token], ends[token] - starts[token], StandardCharsets.UTF_8);
    }

    private int read(int at) {
        byte c = source[at];
        if (c <= ' ' && c >= 0) {
            return at + 1;
        }
        if (startsWith(at, "//")) {
            return lineEnd(at);
        }
        if (startsWith(at, "/*")) {
            return after(at + 2, "*/");
        }
        if (startsWith(at, "\"\"\"")) {
            return quoted(at + 3, "\"\"\"", true);
        }
        if (c == '"' || c == '\'') {
            return quoted(at + 1, String.valueOf((char) c), false);
        }
        int end = at + 1;
        if (isWordStart(c) || isDigit(c)) {
            while (end < source.length && (isWordStart(source[end]) || isDigit(source[end]))) {
                end++;
            }
        } else if (startsWith(at, "->") || startsWith(at, "::")) {
            end = at + 2;
        } else if (startsWith(at, "...")) {
            end = at + 3;
        }
        add(at, end);
        return end;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < source.length && source[end] != '\n' && source[end] != '\r') {
            end++;
        }
        return end;
    }

    private int after(int from, String end) {
        int at = from;
        while (at < source.length && !startsWith(at, end)) {
            at++;
        }
        return Math.min(source.length, at + end.length());
    }

    /// Behind a literal; one that is not closed ends with its line, unless it may have many.
    private int quoted(int from, String end, boolean isOfLines) {
        int at = from;
        while (at < source.length && !startsWith(at, end)) {
            if (!isOfLines && source[at] == '\n') {
                return at;
            }
            at += source[at] == '\\' ? 2 : 1;
        }
        return Math.min(source.length, at + end.length());
    }

    private boolean startsWith(int at, String text) {
        if (at + text.length() > source.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (source[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordStart(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c < 0;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
