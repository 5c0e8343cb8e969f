package kiro.cli;

import java.util.SortedMap;
import java.util.TreeMap;

/// What came of asking a team's shared repository for its steering.
public sealed interface SharedSteering {
    /// @param commit the whole name of the one that was taken
    /// @param files Markdown, by path
    record Fetched(String commit, SortedMap<String, byte[]> files) implements SharedSteering {
        public Fetched {
            files = new TreeMap<>(files);
        }
    }

    /// @param reason lower case, no full stop
    record Unreachable(String reason) implements SharedSteering {}

    /// Asks a repository.
    interface Source {
        SharedSteering fetch(String remote) throws InterruptedException;
    }
}
