package kiro.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a confined command can reach: everything can be read but what is hidden, and nothing can be written but
/// the workspace, its temporary folder and what is named.
///
/// @param scratch what the command sees as the system's temporary folders
/// @param writable files and folders that can be written beside the workspace
/// @param kept what cannot be written though it lies in something that can
/// @param hiddenFiles files that cannot be read
/// @param hiddenFolders folders that look empty
record SandboxPolicy(
        Path workspace,
        Path scratch,
        List<Path> writable,
        List<Path> kept,
        List<Path> hiddenFiles,
        List<Path> hiddenFolders,
        boolean hasNetwork) {
    SandboxPolicy {
        writable = List.copyOf(writable);
        kept = List.copyOf(kept);
        hiddenFiles = List.copyOf(hiddenFiles);
        hiddenFolders = List.copyOf(hiddenFolders);
    }

    /// Those of some paths that lie in the workspace, or those that do not.
    Stream<Path> place(List<Path> paths, boolean isInside) {
        return paths.stream().filter(path -> path.startsWith(workspace) == isInside);
    }
}
