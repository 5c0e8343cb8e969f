package kiro.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.evidence.coverage.CoverageReading;

/// One run of the project's tests.
public sealed interface TestRun {
    /// The tests ran to their end, some of them perhaps failing.
    ///
    /// @param damaged reports that could not be read, each with what is wrong: tests may be missing
    /// @param command what ran them, or where their reports lay
    /// @param changed code that changed while the tests ran: what passed, passed on other code
    /// @param coverage what a coverage report tells of the run
    /// @param isWhole whether all tests of the project were run: else what is in no report was perhaps not meant to be
    record Finished(
            String command,
            List<TestResult> results,
            Duration took,
            List<String> damaged,
            List<String> changed,
            Optional<CoverageReading.Whole> coverage,
            boolean isWhole)
            implements TestRun {
        public Finished {
            results = List.copyOf(results);
            damaged = List.copyOf(damaged);
            changed = List.copyOf(changed);
        }

        /// A run of all tests without coverage.
        public Finished(
                String command,
                List<TestResult> results,
                Duration took,
                List<String> damaged,
                List<String> changed) {
            this(command, results, took, damaged, changed, Optional.empty(), true);
        }

        public Finished(String command, List<TestResult> results, Duration took) {
            this(command, results, took, List.of(), List.of());
        }

        public long count(TestOutcome outcome) {
            return results.stream().filter(result -> result.outcome() == outcome).count();
        }
    }

    /// No test ran: the code does not compile, the command is missing, it ran out of time, it left no
    /// report. What the criteria are worth could not be measured.
    ///
    /// @param reason one line
    /// @param output the end of what the command printed
    record NotMeasured(String command, String reason, String output, Duration took)
            implements TestRun {}

    /// The project has no test command that is known.
    record NoCommand(String reason) implements TestRun {}
}
