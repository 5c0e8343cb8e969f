package kiro.memory;

import java.util.List;
import java.util.Set;
import kiro.code.Grammar;

/// What one source file was seen to use.
///
/// @param uses names of the catalogue by topic, each with the line that shows it
/// @param thrown types of what it throws
/// @param hosts that literals name, each with its line
record CodeUse(
        String path,
        Grammar language,
        boolean isTest,
        List<Use> uses,
        List<String> thrown,
        List<Use> hosts,
        Names names) {
    CodeUse {
        uses = List.copyOf(uses);
        thrown = List.copyOf(thrown);
        hosts = List.copyOf(hosts);
    }

    /// @param line where it is seen, from 1
    /// @param text that line
    record Use(String topic, String name, int line, String text) {}

    /// @param errorTypes of its own
    record Names(Set<String> errorTypes, List<String> tests) {
        Names {
            errorTypes = Set.copyOf(errorTypes);
            tests = List.copyOf(tests);
        }
    }
}
