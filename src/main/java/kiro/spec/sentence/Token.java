package kiro.spec.sentence;

/// A word, number or mark of a sentence. Marks of emphasis are none.
///
/// @param text as it stands in the sentence; of code and quotations what is inside
/// @param key in lower case
/// @param start the index of its first character in the sentence, quotation marks included
/// @param end the index behind its last
public record Token(Kind kind, String text, String key, int start, int end) {
    public enum Kind {
        /// Letters, with digits, `-`, `_`, `.` and apostrophes within.
        WORD,
        /// Digits, with what is written on to them: `10`, `1.5`, `500ms`, `11th`.
        NUMBER,
        /// What stands between backticks.
        CODE,
        /// What stands between double quotation marks.
        QUOTE,
        /// A path that begins with a slash: `/users/{id}`.
        PATH,
        /// A single other character.
        MARK
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /// Whether it is this word, in any case.
    public boolean is(String word) {
        return kind == Kind.WORD && key.equals(word);
    }

    public boolean isMark(char mark) {
        return kind == Kind.MARK && text.charAt(0) == mark;
    }

    /// Whether all its letters are capitals, as in `WHEN`.
    public boolean isShouted() {
        return kind == Kind.WORD && text.length() > 1 && !hasSmallLetter();
    }

    private boolean hasSmallLetter() {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (Character.isLowerCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
