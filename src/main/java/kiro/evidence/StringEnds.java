package kiro.evidence;

import java.util.Locale;

/// Finds where a string literal ends.
///
/// @param text the whole source
/// @param depth how many strings this one is nested in, through expressions inside of them
record StringEnds(String text, Dialect dialect, int depth) {
    /// Deeper nesting than this is read as plain text: nobody writes it, and the stack is finite.
    private static final int DEEPEST = 32;

    StringEnds(String text, Dialect dialect) {
        this(text, dialect, 0);
    }

    /// The offset after the string that begins at an offset; the offset itself when none begins there.
    int end(int at) {
        return switch (dialect) {
            case JAVA -> javaEnd(at);
            case KOTLIN -> kotlinEnd(at);
            case SCRIPT -> scriptEnd(at);
            case PYTHON -> pythonEnd(at);
            case GO -> goEnd(at);
            case RUST -> new RustString(text).end(at);
        };
    }

    private int javaEnd(int at) {
        if (text.startsWith("\"\"\"", at)) {
            return tripleEnd(at + 3, "\"\"\"", true, "");
        }
        char c = text.charAt(at);
        return c == '"' || c == '\'' ? lineStringEnd(at + 1, c, "", true) : at;
    }

    private int kotlinEnd(int at) {
        if (text.startsWith("\"\"\"", at)) {
            int end = tripleEnd(at + 3, "\"\"\"", false, "${");
            while (end < text.length() && text.charAt(end) == '"') {
                end++;
            }
            return end;
        }
        char c = text.charAt(at);
        if (c == '\'') {
            return lineStringEnd(at + 1, c, "", true);
        }
        return c == '"' ? lineStringEnd(at + 1, c, "${", true) : at;
    }

    private int scriptEnd(int at) {
        char c = text.charAt(at);
        if (c == '`') {
            return tripleEnd(at + 1, "`", true, "${");
        }
        if (c != '"' && c != '\'') {
            return at;
        }
        // An apostrophe in the text of a JSX element opens no string: no string spans lines.
        int end = lineStringEnd(at + 1, c, "", false);
        return end < 0 ? at : end;
    }

    private int goEnd(int at) {
        char c = text.charAt(at);
        if (c == '`') {
            return tripleEnd(at + 1, "`", false, "");
        }
        return c == '"' || c == '\'' ? lineStringEnd(at + 1, c, "", true) : at;
    }

    private int pythonEnd(int at) {
        if (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            return at;
        }
        int quote = at;
        while (quote < text.length()
                && quote - at < 3
                && "rRbBuUfFtT".indexOf(text.charAt(quote)) >= 0) {
            quote++;
        }
        if (quote >= text.length() || "\"'".indexOf(text.charAt(quote)) < 0) {
            return at;
        }
        String prefix = text.substring(at, quote).toLowerCase(Locale.ROOT);
        String hole = prefix.contains("f") || prefix.contains("t") ? "{" : "";
        String triple = text.substring(quote, quote + 1).repeat(3);
        return text.startsWith(triple, quote)
                ? tripleEnd(quote + 3, triple, true, hole)
                : lineStringEnd(quote + 1, text.charAt(quote), hole, true);
    }

    /// @param hole what opens an expression inside the string; empty when nothing does
    private int tripleEnd(int from, String close, boolean hasEscapes, String hole) {
        int i = from;
        while (i < text.length()) {
            if (hasEscapes && text.charAt(i) == '\\') {
                i += 2;
            } else if (text.startsWith(close, i)) {
                return i + close.length();
            } else {
                i = afterCharacter(i, hole);
            }
        }
        return text.length();
    }

    /// @param isLenient whether a string without an end closes with its line; else the answer is -1
    private int lineStringEnd(int from, char quote, String hole, boolean isLenient) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += text.startsWith("\r\n", i + 1) ? 3 : 2;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n' || c == '\r') {
                return isLenient ? i : -1;
            } else {
                i = afterCharacter(i, hole);
            }
        }
        return isLenient ? text.length() : -1;
    }

    private int afterCharacter(int i, String hole) {
        if (hole.isEmpty() || depth >= DEEPEST || !text.startsWith(hole, i)) {
            return i + 1;
        }
        boolean isDoubledBrace = hole.equals("{") && text.startsWith("{{", i);
        return isDoubledBrace
                ? i + 2
                : new StringEnds(text, dialect, depth + 1).holeEnd(i + hole.length());
    }

    private int holeEnd(int from) {
        int open = 1;
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            int string = end(i);
            if (string > i) {
                i = string;
                continue;
            }
            if (c == '{') {
                open++;
            } else if (c == '}') {
                open--;
                if (open == 0) {
                    return i + 1;
                }
            }
            i++;
        }
        return text.length();
    }
}
