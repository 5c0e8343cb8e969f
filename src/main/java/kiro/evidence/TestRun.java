package kiro.evidence;

import java.time.Duration;
import java.util.List;

/// One run of the project's tests.
public sealed interface TestRun {
    /// The tests ran to their end, some of them perhaps failing.
    ///
    /// @param damaged reports that could not be read, each with what is wrong: tests may be missing
    /// @param changed code that changed while the tests ran: what passed, passed on other code
    record Finished(
            String command,
            List<TestResult> results,
            Duration took,
            List<String> damaged,
            List<String> changed)
            implements TestRun {
        public Finished {
            results = List.copyOf(results);
            damaged = List.copyOf(damaged);
            changed = List.copyOf(changed);
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
