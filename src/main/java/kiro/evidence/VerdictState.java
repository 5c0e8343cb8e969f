package kiro.evidence;

/// What is known of a criterion, from worst to best.
public enum VerdictState {
    /// Its id is ambiguous or used twice.
    INVALID,
    /// A test that names it fails.
    FAILING,
    /// Tests could not be run or their reports not be read.
    COULD_NOT_MEASURE,
    /// It is ticked, and nothing proves it.
    CLAIMED,
    /// No test names it.
    UNLINKED,
    /// A test names it and is in no report.
    NOT_RUN,
    /// The tests that name it were skipped.
    SKIPPED,
    /// It was proven; its words, its tests or the code have changed since.
    STALE,
    /// Every test that names it passes.
    PASSING;

    public boolean isProven() {
        return this == PASSING;
    }
}
