package kiro.permission;

/// How much a person is asked.
public enum Mode {
    /// Before each step, and before each change.
    INTERACTIVE,
    /// Before what is risky.
    SEMI_AUTOMATIC,
    /// Never; what is forbidden stays forbidden.
    AUTONOMOUS
}
