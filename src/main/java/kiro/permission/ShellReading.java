package kiro.permission;

import java.util.List;

/// What came of reading a shell line.
sealed interface ShellReading {
    /// Every command in it, substitutions before what they stand in.
    record Commands(List<ShellCommand> commands) implements ShellReading {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /// It holds something that is not understood.
    ///
    /// @param what such as `a function`
    record Unreadable(String what) implements ShellReading {}
}
