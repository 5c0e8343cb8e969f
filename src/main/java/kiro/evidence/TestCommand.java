package kiro.evidence;

import java.util.Map;

/// The command that runs a project's tests.
sealed interface TestCommand {
    /// @param line for the shell, in the workspace's root
    /// @param environment variables added to those of the process
    record Known(String line, Map<String, String> environment) implements TestCommand {
        public Known {
            environment = Map.copyOf(environment);
        }
    }

    /// @param reason what is missing and what would help, in one line
    record Unknown(String reason) implements TestCommand {}
}
