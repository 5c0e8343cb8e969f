package kiro.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where workspace paths lead on disk, all links resolved.
final class RealPath {
    private final Workspace workspace;

    RealPath(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The place of a file that may not exist yet.
    Path of(WorkspacePath path) throws IOException {
        Path absolute = workspace.absolute(path);
        for (Path at = absolute; at != null; at = at.getParent()) {
            if (at.equals(workspace.root()) || Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                return inside(real(at, path).resolve(at.relativize(absolute)).normalize(), path);
            }
        }
        throw new FileProblem(path + " is not in the workspace");
    }

    /// The place of a file, or of a link itself instead of what it leads to.
    Path ofEntry(WorkspacePath path) throws IOException {
        int lastName = path.value().lastIndexOf('/');
        return lastName < 0
                ? workspace.absolute(path)
                : of(WorkspacePath.of(path.value().substring(0, lastName)))
                        .resolve(RawPath.path(path.name()));
    }

    private static Path real(Path existing, WorkspacePath asked) throws IOException {
        if (Files.isSymbolicLink(existing) && !Files.exists(existing)) {
            throw new FileProblem(asked + " is a link that leads nowhere");
        }
        return existing.toRealPath();
    }

    /// What rules say of a path must hold for the place that it leads to.
    private Path inside(Path real, WorkspacePath asked) throws IOException {
        if (!real.startsWith(workspace.root())) {
            throw new FileProblem(asked + " leads out of the workspace, through a link");
        }
        Path absolute = workspace.absolute(asked);
        boolean leadsIn =
                Stream.of(workspace.kiroFolder(), workspace.root().resolve(".git"))
                        .anyMatch(own -> real.startsWith(own) && !absolute.startsWith(own));
        if (leadsIn) {
            throw new FileProblem(
                    "%s leads into %s, through a link: use that path itself"
                            .formatted(asked, workspace.root().relativize(real)));
        }
        return real;
    }
}
