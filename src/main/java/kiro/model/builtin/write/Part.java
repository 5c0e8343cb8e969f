package kiro.model.builtin.write;

/// Which part of the work a change belongs to, in the order in which the parts compile.
public enum Part {
    /// What is stored, and where.
    GROUND,
    /// What the endpoint takes and answers.
    TYPES,
    /// What can go wrong, and how it is answered.
    FAILURES,
    /// What is done.
    LOGIC,
    /// How often it may be done.
    LIMIT,
    /// Where it is asked for.
    ENDPOINT,
    TESTS
}
