package kiro.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Reads what stands at a path now.
final class StateReader {
    private final WorkspaceFiles files;

    StateReader(WorkspaceFiles files) {
        this.files = files;
    }

    FileState at(WorkspacePath path) throws IOException {
        Optional<byte[]> bytes = files.read(path);
        return bytes.isEmpty()
                ? new FileState.Absent()
                : FileState.Present.of(bytes.get(), files.isExecutable(path));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
