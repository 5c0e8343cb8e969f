package kiro.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a confined command can reach: everything can be read but what is hidden, and nothing can be written but
/// the workspace, its temporary folder and what is named.
///
/// @param scratch what the command sees as the system's temporary folders
/// @param writable files and folders that can be written beside the workspace
/// @param pinned folders that can be written, but not moved or replaced
/// @param kept what cannot be written though it lies in something that can
/// @param hidden files that cannot be read, and folders that look empty
record SandboxPolicy(
        Path workspace,
        Path scratch,
        List<Path> writable,
        List<Path> pinned,
        List<Path> kept,
        HiddenFiles hidden,
        boolean hasNetwork) {
    SandboxPolicy {
        writable = List.copyOf(writable);
        pinned = List.copyOf(pinned);
        kept = List.copyOf(kept);
    }

    List<Path> hiddenFiles() {
        return hidden.files();
    }

    List<Path> hiddenFolders() {
        return hidden.folders();
    }

    /// Those of some paths that lie in the workspace, or those that do not.
    Stream<Path> place(List<Path> paths, boolean isInside) {
        return paths.stream().filter(path -> path.startsWith(workspace) == isInside);
    }
}
