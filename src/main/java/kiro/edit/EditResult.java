package kiro.edit;

import java.util.List;

/// What an edit would do, worked out before anything is written.
public sealed interface EditResult {
    /// @param notes what the one who edits should know, such as a tolerance that was needed
    record Planned(List<FileChange> changes, List<String> notes) implements EditResult {
        public Planned {
            changes = List.copyOf(changes);
            notes = List.copyOf(notes);
        }
    }

    /// It does not fit the files: the text says why, with the nearest lines, and what to try.
    record Refused(String text) implements EditResult {}
}
