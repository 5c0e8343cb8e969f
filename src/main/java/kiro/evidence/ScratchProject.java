package kiro.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// A copy of a project in a folder of its own, in which code can be broken and runs can be tried. What git ignores is not copied; dependencies that
/// lie in the project are linked to.
public final class ScratchProject implements AutoCloseable {
    private static final List<String> LINKED = List.of("node_modules", ".venv", "venv", "vendor");

    private final Path parent;
    private final Path folder;

    private ScratchProject(Path parent, Path folder) {
        this.parent = parent;
        this.folder = folder;
    }

    /// @param parent a folder outside of the project
    public static ScratchProject of(Workspace workspace, List<WorkspacePath> paths, Path parent)
            throws IOException {
        Files.createDirectories(parent);
        Path own = Files.createTempDirectory(parent, "copy-");
        var project =
                new ScratchProject(
                        own, own.resolve(String.valueOf(workspace.root().getFileName())));
        try {
            Files.createDirectories(project.folder);
            project.copy(workspace, paths);
            return project;
        } catch (IOException cause) {
            project.close();
            throw cause;
        }
    }

    /// The folder of the copy, named as the project's is.
    public Path folder() {
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
        ScratchFolder.delete(parent);
    }
}
