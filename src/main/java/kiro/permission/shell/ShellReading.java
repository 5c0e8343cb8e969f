package kiro.permission.shell;

import java.util.List;
import java.util.Set;

/// What came of reading a shell line.
public sealed interface ShellReading {
    /// @param commands every command in it, substitutions before what they stand in
    /// @param functions the names of the functions that it makes; their bodies are among the commands
    record Commands(List<ShellCommand> commands, Set<String> functions) implements ShellReading {
        public Commands {
            commands = List.copyOf(commands);
            functions = Set.copyOf(functions);
        }
    }

    /// It holds something that is not understood.
    ///
    /// @param what such as `a function that calls itself`
    record Unreadable(String what) implements ShellReading {}
}
