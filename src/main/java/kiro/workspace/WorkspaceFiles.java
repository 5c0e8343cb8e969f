package kiro.workspace;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The files of the workspace: read whole, written atomically. A link that leads out of the workspace is
/// never followed.
public final class WorkspaceFiles {
    private static final long LARGEST_READ = 100_000_000;

    private final Workspace workspace;
    private final RealPath realPaths;

    public WorkspaceFiles(Workspace workspace) {
        this.workspace = workspace;
        this.realPaths = new RealPath(workspace);
    }

    /// The content of a file; empty when there is none.
    public Optional<byte[]> read(WorkspacePath path) throws IOException {
        try {
            Path file = realPaths.of(path);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            refuseUnlessRegular(path, file);
            long size = Files.size(file);
            if (size > LARGEST_READ) {
                throw new FileProblem(
                        "%s has %,d MB: files over %,d MB are not read"
                                .formatted(path, size / 1_000_000, LARGEST_READ / 1_000_000));
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be read", cause);
        }
    }

    /// Whether a link on the way makes the path lead to another file than the one that it names.
    public boolean isLinked(WorkspacePath path) throws IOException {
        return !realPaths.of(path).equals(workspace.absolute(path));
    }

    public boolean isExecutable(WorkspacePath path) {
        return Files.isExecutable(workspace.absolute(path));
    }

    /// Writes a file whole or not at all; folders are made, the mode of an existing file is kept.
    /// Through a link inside of the workspace it writes the file that the link leads to.
    public void write(WorkspacePath path, byte[] bytes) throws IOException {
        write(path, bytes, Optional.empty());
    }

    public void write(WorkspacePath path, byte[] bytes, boolean isExecutable) throws IOException {
        write(path, bytes, Optional.of(isExecutable));
    }

    private void write(WorkspacePath path, byte[] bytes, Optional<Boolean> isExecutable)
            throws IOException {
        try {
            Path file = realPaths.of(path);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                refuseUnlessRegular(path, file);
                refuseReadOnly(path, file);
            }
            Files.createDirectories(file.resolveSibling(".").normalize());
            new AtomicFile(file).replace(bytes, isExecutable);
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be written", cause);
        }
    }

    /// Deletes a file, or a link but not what it leads to, and the folders that it leaves empty. There
    /// need be no such file.
    public void delete(WorkspacePath path) throws IOException {
        try {
            Path file = realPaths.ofEntry(path);
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileProblem(path + " is a folder: delete the files in it one by one");
            }
            if (Files.deleteIfExists(file)) {
                deleteEmptyFolders(file);
            }
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be deleted", cause);
        }
    }

    private void deleteEmptyFolders(Path deleted) throws IOException {
        try {
            Path at = deleted.getParent();
            while (at != null && !at.equals(workspace.root())) {
                Files.deleteIfExists(at);
                at = at.getParent();
            }
        } catch (DirectoryNotEmptyException inUse) {
            return;
        }
    }

    private static void refuseUnlessRegular(WorkspacePath path, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileProblem(path + " is a folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileProblem(path + " is a pipe, a socket or a device, not a file");
        }
    }

    /// A file is replaced through its folder, which would pass over the file's own protection.
    private static void refuseReadOnly(WorkspacePath path, Path file) throws IOException {
        boolean isProtected =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        && Files.getPosixFilePermissions(file).stream()
                                .noneMatch(permission -> permission.name().endsWith("_WRITE"));
        if (isProtected || !Files.isWritable(file)) {
            throw new FileProblem(path + " is read-only: make it writable first");
        }
    }
}
