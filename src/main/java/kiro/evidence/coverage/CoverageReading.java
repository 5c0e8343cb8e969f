package kiro.evidence.coverage;

import java.util.Map;

/// What came out of reading one coverage report.
public sealed interface CoverageReading {
    /// @param total what ran at all
    /// @param byTest what ran in single tests, by the names that the report gives them; empty where it does not tell
    record Whole(Coverage total, Map<String, Coverage> byTest) implements CoverageReading {
        public Whole {
            byTest = Map.copyOf(byTest);
        }
    }

    /// It is a file of another kind.
    record NotCoverage() implements CoverageReading {}

    /// @param reason one line, with the place
    record Damaged(String reason) implements CoverageReading {}
}
