package kiro.spec.sentence;

/// A word, number or mark of a sentence. Marks of emphasis are none.
public final class Token {
    private final Kind kind;
    private final Word word;
    private final int start;
    private final int end;

    public enum Kind {
        /// Letters, with digits, `-`, `_`, `.` and apostrophes within.
        WORD(1),
        /// Digits, with what is written on to them: `10`, `1.5`, `500ms`, `11th`.
        NUMBER(2),
        /// What stands between backticks.
        CODE(4),
        /// What stands between double quotation marks.
        QUOTE(8),
        /// A path that begins with a slash: `/users/{id}`.
        PATH(16),
        /// A single other character.
        MARK(32);

        private final int bit;

        Kind(int bit) {
            this.bit = bit;
        }

        int bit() {
            return bit;
        }
    }

    Token(Kind kind, Word word, int start, int end) {
        this.kind = kind;
        this.word = word;
        this.start = start;
        this.end = end;
    }

    Word word() {
        return word;
    }

    public Kind kind() {
        return kind;
    }

    /// As it stands in the sentence; of code and quotations what is inside.
    public String text() {
        return word.text();
    }

    /// In lower case.
    public String key() {
        return word.key();
    }

    /// In lower case, without the ending of the plural or of the third person.
    public String stem() {
        return word.stem();
    }

    /// The index of its first character in the sentence, quotation marks included.
    public int start() {
        return start;
    }

    /// The index behind its last.
    public int end() {
        return end;
    }

    long classes() {
        return word.classes();
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /// Whether it is this word, in any case.
    public boolean is(String one) {
        return kind == Kind.WORD && word.key().equals(one);
    }

    /// Whether it is a word of this class.
    public boolean is(WordClass wanted) {
        return kind == Kind.WORD && reads(wanted);
    }

    /// The same of code and quotations too.
    public boolean reads(WordClass wanted) {
        return (word.classes() & wanted.bit()) != 0;
    }

    public boolean isMark(char mark) {
        return kind == Kind.MARK && word.text().charAt(0) == mark;
    }

    /// Whether all its letters are capitals, as in `WHEN`.
    public boolean isShouted() {
        return is(WordClass.SHOUTED);
    }

    @Override
    public String toString() {
        return "%s '%s' %d-%d".formatted(kind, word.text(), start, end);
    }
}
