package kiro.process;

import java.util.Optional;

/// How a command ended, with what it printed on each stream apart.
///
/// @param result with what it printed on standard output
public record Parted(CommandResult result, Output errors) {
    /// One that printed nothing, as it was never started.
    static Parted silent(CommandResult.NotStarted result) {
        return new Parted(result, new Output("", 0, Optional.empty()));
    }
}
