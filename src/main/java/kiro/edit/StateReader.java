package kiro.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kiro.workspace.FileEntry;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Reads what stands at a path now.
final class StateReader {
    static final String SPECIAL = "is a pipe, a socket or a device";

    private final WorkspaceFiles files;

    StateReader(WorkspaceFiles files) {
        this.files = files;
    }

    /// The file that the path leads to, by links too.
    FileState at(WorkspacePath path) throws IOException {
        if (files.entries().read(path) instanceof FileEntry.Regular regular) {
            return present(regular);
        }
        Optional<byte[]> bytes = files.read(path);
        return bytes.isEmpty()
                ? new FileState.Absent()
                : FileState.Present.of(bytes.get(), files.isExecutable(path));
    }

    /// What stands there itself: a link is one.
    FileState entryAt(WorkspacePath path) throws IOException {
        FileEntry entry = files.entries().read(path);
        if (entry instanceof FileEntry.Special) {
            throw new IOException(path + " " + SPECIAL);
        }
        return state(entry);
    }

    static FileState state(FileEntry entry) {
        return switch (entry) {
            case FileEntry.Nothing _, FileEntry.Special _ -> new FileState.Absent();
            case FileEntry.Folder(boolean isEmpty) ->
                    isEmpty ? new FileState.EmptyFolder() : new FileState.Absent();
            case FileEntry.Regular regular -> present(regular);
            case FileEntry.Link(String target) -> new FileState.Link(target);
        };
    }

    private static FileState present(FileEntry.Regular regular) {
        return FileState.Present.of(regular.bytes(), regular.mode());
    }

    /// Whether this state stands at the path itself now; found out without hashing.
    boolean isAt(WorkspacePath path, FileState state) throws IOException {
        FileEntry entry = files.entries().read(path);
        return switch (state) {
            case FileState.Absent _ ->
                    entry instanceof FileEntry.Nothing || entry.equals(new FileEntry.Folder(false));
            case FileState.EmptyFolder _ -> entry.equals(new FileEntry.Folder(true));
            case FileState.Present present ->
                    entry instanceof FileEntry.Regular regular
                            && Arrays.equals(regular.bytes(), present.bytes())
                            && regular.mode().matches(present.mode());
            case FileState.Link(String target) -> entry.equals(new FileEntry.Link(target));
        };
    }

    /// What is to be put at a path for a state to stand there.
    static FileEntry entry(FileState state) {
        return switch (state) {
            case FileState.Absent _ -> new FileEntry.Nothing();
            case FileState.Present present ->
                    new FileEntry.Regular(present.bytes(), present.mode());
            case FileState.Link(String target) -> new FileEntry.Link(target);
            case FileState.EmptyFolder _ -> new FileEntry.Folder(true);
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
