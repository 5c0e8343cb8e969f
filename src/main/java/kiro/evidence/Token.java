package kiro.evidence;

/// A piece of source text that means something together.
///
/// @param text the piece, verbatim
/// @param start offset of its first character
record Token(Kind kind, String text, int start) {
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        REGEX,
        COMMENT,
        SYMBOL
    }

    int end() {
        return start + text.length();
    }

    boolean is(String word) {
        return text.equals(word) && (kind == Kind.WORD || kind == Kind.SYMBOL);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isString() {
        return kind == Kind.STRING;
    }
}
