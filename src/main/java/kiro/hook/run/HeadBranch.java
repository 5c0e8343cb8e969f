package kiro.hook.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The branch that is checked out, read where git keeps it: to ask git takes longer than some hooks do.
final class HeadBranch {
    private static final String HEAD = "ref: refs/heads/";
    private static final String FOLDER = "gitdir: ";

    private HeadBranch() {}

    /// Empty outside of a repository, and where no branch is checked out, as in the middle of a rebase.
    static String of(Path root) {
        for (Path at = root; at != null; at = at.getParent()) {
            Path entry = at.resolve(".git");
            if (Files.exists(entry)) {
                return folder(entry)
                        .flatMap(git -> text(git.resolve("HEAD")))
                        .filter(head -> head.startsWith(HEAD))
                        .map(head -> head.substring(HEAD.length()).strip())
                        .orElse("");
            }
        }
        return "";
    }

    /// A worktree and a submodule have a file that names the folder.
    private static Optional<Path> folder(Path entry) {
        if (Files.isDirectory(entry)) {
            return Optional.of(entry);
        }
        try {
            return text(entry)
                    .filter(text -> text.startsWith(FOLDER))
                    .map(text -> entry.resolveSibling(text.substring(FOLDER.length()).strip()));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
