package kiro.evidence;

/// A way through what a criterion is about.
public enum Way {
    /// What was asked for is done.
    HAPPY,
    /// It is refused, or fails as it should.
    ERROR
}
