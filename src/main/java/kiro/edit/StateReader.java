package kiro.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /// Whether this state stands at the path now; found out without hashing.
    boolean isAt(WorkspacePath path, FileState state) throws IOException {
        Optional<byte[]> bytes = files.read(path);
        return switch (state) {
            case FileState.Absent _ -> bytes.isEmpty();
            case FileState.Present present ->
                    bytes.isPresent()
                            && Arrays.equals(bytes.get(), present.bytes())
                            && files.isExecutable(path) == present.isExecutable();
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
