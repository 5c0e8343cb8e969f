package kiro.evidence;

import java.time.Duration;

/// The result of one test, as a report tells it.
///
/// @param message the failure's message and the first lines of its trace; empty when it passed
public record TestResult(TestId test, TestOutcome outcome, Duration took, String message) {}
