package kiro.evidence;

/// How one test ended.
public enum TestOutcome {
    PASSED,
    FAILED,
    ERROR,
    SKIPPED
}
