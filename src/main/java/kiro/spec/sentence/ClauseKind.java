package kiro.spec.sentence;

/// How a clause limits what is required.
public enum ClauseKind {
    /// An event: `WHEN the form is sent`.
    WHEN,
    /// A state that lasts: `WHILE the door is open`.
    WHILE,
    /// An option that a product has or not: `WHERE a printer is fitted`.
    WHERE,
    /// Something unwanted: `IF the token is invalid`.
    IF,
    /// A state before, as scenarios write it: `GIVEN a signed-in user`.
    GIVEN
}
