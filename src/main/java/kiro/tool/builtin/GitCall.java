package kiro.tool.builtin;

import java.util.List;

/// What a git command line does, told from its words.
sealed interface GitCall {
    /// It changes nothing, and runs no program that the repository's settings name.
    ///
    /// @param arguments the line as it is to be run, with what keeps it so
    record Reading(List<String> arguments) implements GitCall {
        public Reading {
            arguments = List.copyOf(arguments);
        }
    }

    /// It changes the repository, or may.
    record Changing(List<String> arguments) implements GitCall {
        public Changing {
            arguments = List.copyOf(arguments);
        }
    }

    /// It is not run; the text says why, and what to do instead.
    record Refused(String why) implements GitCall {}
}
