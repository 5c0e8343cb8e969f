package kiro.evidence;

import java.util.Map;

/// The command that runs a project's tests.
sealed interface TestCommand {
    /// @param line for the shell, in the workspace's root
    /// @param environment variables added to those of the process
    /// @param silence what it means when it succeeds and leaves no report
    record Known(String line, Map<String, String> environment, Silence silence)
            implements TestCommand {
        public Known {
            environment = Map.copyOf(environment);
        }
    }

    /// What a run without a report says.
    enum Silence {
        /// There are no tests, so none ran.
        NO_TESTS,
        /// Nothing: tests may have run and not been reported.
        NOTHING
    }

    /// @param reason what is missing and what would help, in one line
    record Unknown(String reason) implements TestCommand {}
}
