package kiro.evidence;

/// A small change of the code that ought to be noticed.
///
/// @param start the offset in the file's text
/// @param end the offset behind what is replaced
record Mutation(Kind kind, String file, int line, int start, int end, String replacement) {
    /// What is changed, the most telling first.
    enum Kind {
        CONDITION,
        STATUS,
        COMPARISON,
        BOOLEAN,
        LOGIC,
        BOUNDARY,
        ANSWER,
        NUMBER,
        ARITHMETIC,
        TEXT,
        STATEMENT
    }

    String applied(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    /// The changed lines before and after, for people.
    Proof.Survivor survivor(String text) {
        int from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int to = text.indexOf('\n', end);
        to = to < 0 ? text.length() : to;
        String before = text.substring(from, to);
        String after = text.substring(from, start) + replacement + text.substring(end, to);
        return new Proof.Survivor(file, line, OneLine.of(before, 200), OneLine.of(after, 200));
    }
}
