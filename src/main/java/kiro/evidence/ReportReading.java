package kiro.evidence;

import java.util.List;

/// What came out of reading one report file.
sealed interface ReportReading {
    record Whole(List<TestResult> results) implements ReportReading {
        public Whole {
            results = List.copyOf(results);
        }
    }

    /// It is XML of another kind.
    record NotAReport() implements ReportReading {}

    /// @param reason one line, with the place
    record Damaged(String reason) implements ReportReading {}
}
