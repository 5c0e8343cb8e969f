package kiro.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kiro.text.Hash;
import kiro.workspace.FileMode;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Changes that were made, put together again from what a journal keeps and what the files hold.
public final class MadeChanges {
    private final PreImages images;
    private final StateReader states;

    /// @param journal the folder of the journal
    public MadeChanges(Path journal, WorkspaceFiles files) {
        this.images = new PreImages(journal.resolve("before"));
        this.states = new StateReader(files);
    }

    /// The change of a file, by the hashes before and after it; empty where either content is not there any more.
    public Optional<FileChange> find(
            WorkspacePath path, Optional<Hash> before, Optional<Hash> after) {
        try {
            FileState now = states.entryAt(path);
            if (!now.mark().equals(after)) {
                return Optional.empty();
            }
            if (before.isEmpty()) {
                return Optional.of(new FileChange(path, new FileState.Absent(), now));
            }
            FileMode mode =
                    now instanceof FileState.Present present ? present.mode() : FileMode.of(false);
            return images.read(before.get())
                    .map(bytes -> new FileChange(path, FileState.Present.of(bytes, mode), now));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
