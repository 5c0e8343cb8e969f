package kiro.evidence.report;

import java.util.List;
import kiro.evidence.TestResult;

/// What came out of reading one report file.
public sealed interface ReportReading {
    /// @param gaps what the report itself says is missing from it, one line each: a package that did not build, a
    ///     plan that was not kept. Tests that are not in it may have been meant to be
    record Whole(List<TestResult> results, List<String> gaps) implements ReportReading {
        public Whole {
            results = List.copyOf(results);
            gaps = List.copyOf(gaps);
        }

        public Whole(List<TestResult> results) {
            this(results, List.of());
        }
    }

    /// It is a file of another kind.
    record NotAReport() implements ReportReading {}

    /// @param reason one line, with the place
    record Damaged(String reason) implements ReportReading {}
}
