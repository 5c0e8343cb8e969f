package kiro.evidence;

/// Finds where a string or character of Rust ends.
record RustString(String text) {
    /// The offset after what begins at an offset; the offset itself when nothing does.
    int end(int at) {
        if (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            return at;
        }
        int i = at;
        boolean isRaw = false;
        while (i < text.length() && i - at < 2 && "bcr".indexOf(text.charAt(i)) >= 0) {
            isRaw |= text.charAt(i) == 'r';
            i++;
        }
        if (isRaw) {
            return rawEnd(at, i);
        }
        if (i >= text.length()) {
            return at;
        }
        return switch (text.charAt(i)) {
            case '"' -> stringEnd(i + 1);
            case '\'' -> characterEnd(at, i);
            default -> at;
        };
    }

    private int rawEnd(int at, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '#') {
            i++;
        }
        if (i >= text.length() || text.charAt(i) != '"') {
            return at;
        }
        String close = "\"" + "#".repeat(i - from);
        int end = text.indexOf(close, i + 1);
        return end < 0 ? text.length() : end + close.length();
    }

    private int stringEnd(int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            i += c == '\\' ? 2 : 1;
        }
        return text.length();
    }

    /// A quote that no quote closes is the mark of a lifetime.
    private int characterEnd(int at, int quote) {
        if (text.startsWith("\\", quote + 1)) {
            int close = text.indexOf('\'', Math.min(text.length(), quote + 3));
            return close < 0 || close - quote > 12 ? at : close + 1;
        }
        int next = quote + 1;
        if (next >= text.length()) {
            return at;
        }
        int close = next + Character.charCount(text.codePointAt(next));
        return close < text.length() && text.charAt(close) == '\'' && text.charAt(next) != '\''
                ? close + 1
                : at;
    }
}
