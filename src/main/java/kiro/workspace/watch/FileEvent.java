package kiro.workspace.watch;

import kiro.workspace.WorkspacePath;

/// A file of the workspace is not as it was.
public record FileEvent(Kind kind, WorkspacePath path) {
    /// What happened to a file.
    public enum Kind {
        CREATED,
        SAVED,
        DELETED
    }
}
