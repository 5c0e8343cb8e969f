package kiro.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the repository of a workspace keeps what it knows: `.git`, or the folders that a worktree's file names.
///
/// @param entry `.git` in the workspace, as a file or a folder
/// @param folders the folders with the repository's own files
record GitFolders(Path entry, List<Path> folders) {
    GitFolders {
        folders = List.copyOf(folders);
    }

    static GitFolders of(Path workspace) throws IOException {
        Path entry = workspace.resolve(".git");
        if (Files.isDirectory(entry)) {
            return new GitFolders(entry, List.of(entry));
        }
        var folders = new ArrayList<Path>();
        if (Files.isRegularFile(entry)) {
            String text = Files.readString(entry, StandardCharsets.UTF_8).strip();
            Path own = workspace.resolve(text.replaceFirst("^gitdir: *", "")).normalize();
            if (Files.isDirectory(own)) {
                folders.add(own);
                Path common = own.resolve("commondir");
                if (Files.isRegularFile(common)) {
                    folders.add(
                            own.resolve(Files.readString(common, StandardCharsets.UTF_8).strip())
                                    .normalize());
                }
            }
        }
        return new GitFolders(entry, folders);
    }
}
