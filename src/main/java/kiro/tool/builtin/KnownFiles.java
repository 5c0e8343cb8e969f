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
        return objection(path, files.read(path).map(Hash::of));
    }

    /// The same for a file with a known content.
    ///
    /// @param now empty when there is no such file
    Optional<String> objection(WorkspacePath path, Optional<Hash> now) {
        Optional<String> secret = Secrecy.objection(path);
        if (secret.isPresent()) {
            return secret;
        }
        if (now.isEmpty() || now.equals(seen.of(path))) {
            return Optional.empty();
        }
        return Optional.of(
                seen.of(path).isEmpty()
                        ? path + " was not read yet: read it first with read_file"
                        : path + " has changed since it was read: read it again with read_file");
    }
}
