package kiro.spec.rest;

/// What came of matching a sentence against the grammar.
sealed interface Parsing {
    record Understood(Tree tree) implements Parsing {}

    /// @param token the first token that no phrasing known to the grammar goes on with
    record Stuck(int token) implements Parsing {}

    /// The sentence has too many parts to be tried in reasonable time.
    record TooIntricate() implements Parsing {}
}
