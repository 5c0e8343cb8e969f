package kiro.tool.builtin;

import java.io.IOException;
import java.util.Optional;
import kiro.text.Hash;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Keeps a file from being changed by a model that does not know what it says now.
final class KnownFiles {
    private final WorkspaceFiles files;
    private final SeenFiles seen;

    KnownFiles(WorkspaceFiles files, SeenFiles seen) {
        this.files = files;
        this.seen = seen;
    }

    /// Why the file may not be changed now; empty when it may.
    Optional<String> objection(WorkspacePath path) throws IOException {
        if (SecretFiles.include(path)) {
            return Optional.of(SecretFiles.refusal(path));
        }
        Optional<byte[]> bytes = files.read(path);
        Optional<Hash> known = seen.of(path);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            return Optional.of(path + " was not read yet: read it first with read_file");
        }
        return known.get().equals(Hash.of(bytes.get()))
                ? Optional.empty()
                : Optional.of(
                        path + " has changed since it was read: read it again with read_file");
    }
}
