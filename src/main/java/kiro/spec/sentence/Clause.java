package kiro.spec.sentence;

/// A condition of a sentence.
///
/// @param keyword the word that opens it, such as `WHEN`
/// @param words what has to be so
/// @param isTrailing whether it stands behind the response
public record Clause(ClauseKind kind, Phrase keyword, Phrase words, boolean isTrailing) {}
