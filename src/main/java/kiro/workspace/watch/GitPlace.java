package kiro.workspace.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Where the repository of a workspace keeps its files.
///
/// @param top the folder that is checked out
/// @param own holds `HEAD` and the index of this checkout
/// @param shared holds what all checkouts of the repository share
record GitPlace(Path top, Path own, Path shared) {
    private static final String POINTER = "gitdir: ";

    /// Empty outside of a repository.
    static Optional<GitPlace> around(Path root) {
        for (Path at = root; at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(new GitPlace(at, git, git));
            }
            if (Files.isRegularFile(git)) {
                return pointed(at, git);
            }
        }
        return Optional.empty();
    }

    /// Of a further checkout, and of a submodule, a file says where.
    private static Optional<GitPlace> pointed(Path top, Path file) {
        try {
            String text = Files.readString(file).strip();
            if (!text.startsWith(POINTER)) {
                return Optional.empty();
            }
            Path own = top.resolve(text.substring(POINTER.length())).normalize();
            Path common = own.resolve("commondir");
            Path shared =
                    Files.isRegularFile(common)
                            ? own.resolve(Files.readString(common).strip()).normalize()
                            : own;
            return Optional.of(new GitPlace(top, own, shared));
        } catch (IOException | InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    Path lock() {
        return own.resolve("index.lock");
    }

    Path excludes() {
        return shared.resolve("info/exclude");
    }
}
