package kiro.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// The files of the workspace: read whole, written atomically. A link that leads out of the workspace is
/// never followed.
public final class WorkspaceFiles {
    private final Workspace workspace;
    private final RealPath realPaths;
    private final WorkspaceEntries entries;

    public WorkspaceFiles(Workspace workspace) {
        this.workspace = workspace;
        this.realPaths = new RealPath(workspace);
        this.entries = new WorkspaceEntries(workspace, realPaths);
    }

    /// The same places without following any link.
    public WorkspaceEntries entries() {
        return entries;
    }

    /// The content of a file; empty when there is none.
    public Optional<byte[]> read(WorkspacePath path) throws IOException {
        Optional<byte[]> plain = readPlain(path);
        if (plain.isPresent()) {
            return plain;
        }
        try {
            Path file = realPaths.of(path);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (file.equals(workspace.root())) {
                throw new FileProblem(path + " is a folder");
            }
            try (HeldFolder folder = entries.folderOf(file)) {
                Optional<BasicFileAttributes> found = folder.attributes(name(file));
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                refuseUnlessRegular(path, found.get());
                return Optional.of(WorkspaceEntries.content(path, folder, name(file)));
            }
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be read", cause);
        }
    }

    /// Most ways lead over no link: then there is nothing to find out about where they lead. Empty where that has to be.
    private Optional<byte[]> readPlain(WorkspacePath path) {
        if (WorkspaceEntries.isOtherwiseWritten(path)) {
            return Optional.empty();
        }
        Path file = workspace.absolute(path);
        try (HeldFolder folder = entries.folderOf(file)) {
            boolean isFile =
                    folder.attributes(name(file))
                            .filter(BasicFileAttributes::isRegularFile)
                            .isPresent();
            return isFile
                    ? Optional.of(WorkspaceEntries.content(path, folder, name(file)))
                    : Optional.empty();
        } catch (IOException otherwise) {
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return RawPath.name(file);
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
        try {
            Path file = realPaths.of(path);
            entries.makeFolders(file);
            try (HeldFolder folder = entries.folderOf(file)) {
                Optional<BasicFileAttributes> found = folder.attributes(name(file));
                if (found.isPresent()) {
                    refuseUnlessRegular(path, found.get());
                    WorkspaceEntries.refuseReadOnly(path, file);
                }
                new AtomicFile(folder, name(file)).replace(bytes, Optional.empty());
            }
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be written", cause);
        }
    }

    /// Deletes a file, or a link but not what it leads to, and the folders that it leaves empty. There
    /// need be no such file.
    public void delete(WorkspacePath path) throws IOException {
        try {
            entries.delete(path, realPaths.ofEntry(path));
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be deleted", cause);
        }
    }

    static void refuseUnlessRegular(WorkspacePath path, BasicFileAttributes found)
            throws IOException {
        if (found.isDirectory()) {
            throw new FileProblem(path + " is a folder");
        }
        if (found.isSymbolicLink()) {
            throw new FileProblem(
                    "nothing was done: a link was put in the place of " + path + " meanwhile");
        }
        if (!found.isRegularFile()) {
            throw new FileProblem(path + " is a pipe, a socket or a device, not a file");
        }
    }
}
