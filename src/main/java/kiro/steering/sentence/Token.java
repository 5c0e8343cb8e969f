package kiro.steering.sentence;

/// A word of a sentence, a code span, a quotation or a mark.
///
/// @param key what it is compared by: words in small letters, code and quotations as they are inside of their marks
/// @param start its place in the sentence
record Token(Kind kind, String key, int start, int end) {
    /// What it is.
    enum Kind {
        WORD,
        CODE,
        QUOTE,
        NUMBER,
        MARK
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && key.equals(mark);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && key.equals(word);
    }

    /// Whether it names something literally.
    boolean isLiteral() {
        return kind == Kind.CODE || kind == Kind.QUOTE;
    }
}
