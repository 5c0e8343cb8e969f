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
    /// It was proven; its words, its tests or its code have changed since.
    STALE,
    /// Its tests pass and would pass whatever the code does: they assert nothing, run none of its code, or did not notice
    /// that it was broken.
    WEAK,
    /// Every test that names it passes.
    PASSING,
    /// Every test that names it passes, and they run the code that it owns.
    COVERED,
    /// And they noticed every time that this code was broken.
    VERIFIED;

    public boolean isProven() {
        return compareTo(PASSING) >= 0;
    }
}
