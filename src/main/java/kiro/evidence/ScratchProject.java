package kiro.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// A copy of a project in a folder of its own, in which code can be broken. What git ignores is not copied; dependencies that
/// lie in the project are linked to.
final class ScratchProject implements AutoCloseable {
    private static final List<String> LINKED = List.of("node_modules", ".venv", "venv", "vendor");

    private final Path folder;

    private ScratchProject(Path folder) {
        this.folder = folder;
    }

    /// @param parent an existing folder outside of the project
    static ScratchProject of(Workspace workspace, List<WorkspacePath> paths, Path parent)
            throws IOException {
        Files.createDirectories(parent);
        var project = new ScratchProject(Files.createTempDirectory(parent, "prove-"));
        try {
            project.copy(workspace, paths);
            return project;
        } catch (IOException cause) {
            project.close();
            throw cause;
        }
    }

    Path folder() {
        return folder;
    }

    private void copy(Workspace workspace, List<WorkspacePath> paths) throws IOException {
        for (WorkspacePath path : paths) {
            Path from = workspace.absolute(path);
            if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
                Path to = folder.resolve(path.value());
                Files.createDirectories(to.getParent());
                Files.copy(from, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        for (String name : LINKED) {
            Path from = workspace.root().resolve(name);
            Path to = folder.resolve(name);
            if (Files.isDirectory(from) && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(to, from);
            }
        }
    }

    /// Deletes the copy; what is linked to stays.
    @Override
    public void close() {
        ScratchFolder.delete(folder);
    }
}
