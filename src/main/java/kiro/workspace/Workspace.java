package kiro.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// The project on disk, by its root folder. The root is absolute, and real: no symbolic link leads to
/// it.
public record Workspace(Path root) {
    public static final String KIRO_FOLDER = ".kiro";

    public Workspace {
        if (!root.isAbsolute()) {
            throw new IllegalArgumentException("workspace root must be absolute: " + root);
        }
    }

    /// The workspace of a folder: the nearest one above it, or itself, that has a `.kiro` folder, else
    /// the nearest with a `.git`, else the folder itself. The home folder holds the person's own
    /// `.kiro`, and perhaps a repository of their settings: neither makes all that lies below it one
    /// workspace.
    public static Workspace around(Path folder, Path home) throws IOException {
        Path real = folder.toRealPath();
        Path realHome = Files.exists(home) ? home.toRealPath() : home;
        return new Workspace(
                nearest(real, realHome, at -> Files.isDirectory(at.resolve(KIRO_FOLDER)))
                        .or(() -> nearest(real, realHome, at -> Files.exists(at.resolve(".git"))))
                        .orElse(real));
    }

    private static Optional<Path> nearest(Path folder, Path home, Predicate<Path> isRoot) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (!at.equals(home) && isRoot.test(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    public boolean hasKiroFolder() {
        return Files.isDirectory(kiroFolder());
    }

    public Path kiroFolder() {
        return root.resolve(KIRO_FOLDER);
    }

    public Path absolute(WorkspacePath path) {
        return RawPath.in(root, path.value());
    }

    /// The workspace path that a person or a model means by some text, absolute or relative to the
    /// root; empty when it leads outside of the workspace, through `..` or a symbolic link.
    public Optional<WorkspacePath> resolve(String text) {
        try {
            return text.isBlank() ? Optional.empty() : locate(root.resolve(text).normalize());
        } catch (InvalidPathException | IOException unusable) {
            return Optional.empty();
        }
    }

    /// The workspace path of an absolute path; empty when it lies outside of the workspace.
    public Optional<WorkspacePath> relativize(Path absolute) {
        Path normal = absolute.normalize();
        if (!normal.startsWith(root) || normal.equals(root)) {
            return Optional.empty();
        }
        return Optional.of(WorkspacePath.of(root.relativize(normal).toString().replace('\\', '/')));
    }

    private Optional<WorkspacePath> locate(Path absolute) throws IOException {
        for (Path at = absolute; at != null && at.startsWith(root); at = at.getParent()) {
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                return at.toRealPath().startsWith(root) ? relativize(absolute) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
