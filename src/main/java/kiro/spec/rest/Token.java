package kiro.spec.rest;

/// A word, number or mark of a sentence, with its place in the sentence's text.
///
/// @param text as it is written, without code marks and emphasis
/// @param key what the grammar compares: lower case, one spelling for marks that mean the same
/// @param start where its text begins in the sentence, in UTF-16 units
/// @param end where it ends, exclusive
record Token(Kind kind, String text, String key, int start, int end) {

    /// What a token is.
    enum Kind {
        WORD,
        NUMBER,
        /// `11th`; its text is the number alone.
        ORDINAL,
        /// A name or value in code marks or quotation marks.
        CODE,
        METHOD,
        PATH,
        /// A path parameter by itself: `{id}`; its text has no braces.
        PARAMETER,
        MARK
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isMark(String wanted) {
        return kind == Kind.MARK && key.equals(wanted);
    }
}
