package kiro.evidence;

import java.time.Duration;
import java.util.List;

/// The result of one test, as a report tells it.
///
/// @param message the failure's message and the first lines of its trace; empty when it passed
/// @param labels what the report says beside: tags, properties and attributes that may name criteria
/// @param file the source file, as the report writes it; empty when it does not say
public record TestResult(
        TestId test,
        TestOutcome outcome,
        Duration took,
        String message,
        List<String> labels,
        String file) {
    public TestResult {
        labels = List.copyOf(labels);
    }

    /// A result of which the report says nothing beside.
    public TestResult(TestId test, TestOutcome outcome, Duration took, String message) {
        this(test, outcome, took, message, List.of(), "");
    }

    /// Whether the test ran and did not pass.
    public boolean isFailed() {
        return outcome == TestOutcome.FAILED || outcome == TestOutcome.ERROR;
    }
}
