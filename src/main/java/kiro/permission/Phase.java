package kiro.permission;

/// What a run is about at the moment.
public enum Phase {
    /// Only looking is allowed.
    PLANNING,
    EXECUTING,
    /// Tests change, and what they test does not.
    WRITING_TESTS
}
