package kiro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.text.Hash;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What is left of the changes of a run: what was taken back is none.
record LeftFiles(List<WorkspacePath> written, List<WorkspacePath> deleted) {
    LeftFiles {
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
    }

    /// @param origins what each file was before the run; empty where there was none
    static LeftFiles of(Map<WorkspacePath, Optional<Hash>> origins, Workspace workspace) {
        var written = new ArrayList<WorkspacePath>();
        var deleted = new ArrayList<WorkspacePath>();
        origins.forEach((path, before) -> {
            Path file = workspace.root().resolve(path.value());
            if (Files.notExists(file)) {
                before.ifPresent(_ -> deleted.add(path));
            } else if (!isStill(file, before)) {
                written.add(path);
            }
        });
        return new LeftFiles(written, deleted);
    }

    boolean isEmpty() {
        return written.isEmpty() && deleted.isEmpty();
    }

    /// What cannot be read is told as written.
    private static boolean isStill(Path file, Optional<Hash> before) {
        try {
            return before.isPresent() && Hash.of(Files.readAllBytes(file)).equals(before.get());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
