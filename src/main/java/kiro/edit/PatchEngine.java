package kiro.edit;

import java.io.IOException;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Works out what edits do to files. A text that is to be replaced must be found once; line ends, byte
/// order mark and mode of a file are kept.
public final class PatchEngine {
    private final WorkspaceFiles files;

    public PatchEngine(WorkspaceFiles files) {
        this.files = files;
    }

    /// Replaces the only place where `oldText` stands.
    public EditResult replace(WorkspacePath path, String oldText, String newText)
            throws IOException {
        throw new IllegalStateException("skeleton" + java.util.Objects.hashCode(files));
    }

    /// Gives a file this content, whether it is there or not.
    public EditResult write(WorkspacePath path, String content) throws IOException {
        throw new IllegalStateException("skeleton");
    }

    /// Applies a patch of the form `*** Begin Patch` ... `*** End Patch` over any number of files, all
    /// or nothing.
    public EditResult patch(String patch) throws IOException {
        throw new IllegalStateException("skeleton");
    }
}
