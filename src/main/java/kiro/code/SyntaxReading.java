package kiro.code;

/// What came of reading a source.
public sealed interface SyntaxReading {
    /// The source as a tree. What does not follow the grammar is in it too, as nodes that are errors.
    record Whole(SyntaxTree tree) implements SyntaxReading {}

    /// @param reason what kept the source from being read, and what to do about it
    record Broken(String reason) implements SyntaxReading {}
}
