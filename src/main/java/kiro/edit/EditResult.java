package kiro.edit;

import java.util.List;

/// What an edit would do, worked out before anything is written.
public sealed interface EditResult {
    record Planned(List<FileChange> changes) implements EditResult {
        public Planned {
            changes = List.copyOf(changes);
        }
    }

    /// It does not fit the files: the text says why, with the nearest lines, and what to try.
    record Refused(String text) implements EditResult {}
}
