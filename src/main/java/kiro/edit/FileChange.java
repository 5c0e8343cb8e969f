package kiro.edit;

import kiro.workspace.WorkspacePath;

/// One file that becomes another: made, changed or removed.
public record FileChange(WorkspacePath path, FileState before, FileState after) {
    public boolean isCreation() {
        return before instanceof FileState.Absent && !(after instanceof FileState.Absent);
    }

    public boolean isDeletion() {
        return !(before instanceof FileState.Absent) && after instanceof FileState.Absent;
    }
}
