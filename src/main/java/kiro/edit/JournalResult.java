package kiro.edit;

import java.util.List;
import kiro.workspace.WorkspacePath;

/// What came of making changes.
public sealed interface JournalResult {
    /// All of them were made, and read back.
    record Applied() implements JournalResult {}

    /// None was made, or each was put back; the reason names the file at fault.
    record NotApplied(String reason) implements JournalResult {}

    /// It failed, and these files could not be put back: what they were is kept in the journal.
    record LeftBroken(String reason, List<WorkspacePath> files) implements JournalResult {
        public LeftBroken {
            files = List.copyOf(files);
        }
    }
}
