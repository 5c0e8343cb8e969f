package kiro.workspace;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The files of the workspace: read whole, written atomically. A link that leads out of the workspace is
/// never followed.
public final class WorkspaceFiles {
    private static final long LARGEST_READ = 100_000_000;

    /// Names that some file systems take for those of the folders that are special.
    private static final Pattern OTHERWISE_WRITTEN =
            Pattern.compile(
                    "(?:^|/)(?!\\.git(?:/|$)|\\.kiro(?:/|$))(?i:\\.git|\\.kiro|git~\\d|kiro~\\d)(?:/|$)");

    private final Workspace workspace;
    private final RealPath realPaths;

    public WorkspaceFiles(Workspace workspace) {
        this.workspace = workspace;
        this.realPaths = new RealPath(workspace);
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
            try (HeldFolder folder = folderOf(file)) {
                Optional<BasicFileAttributes> found = folder.attributes(name(file));
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                refuseUnlessRegular(path, found.get());
                return Optional.of(content(path, folder, name(file)));
            }
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be read", cause);
        }
    }

    /// Most ways lead over no link: then there is nothing to find out about where they lead. Empty where that has to be.
    private Optional<byte[]> readPlain(WorkspacePath path) {
        if (OTHERWISE_WRITTEN.matcher(path.value()).find()) {
            return Optional.empty();
        }
        Path file = workspace.absolute(path);
        try (HeldFolder folder = folderOf(file)) {
            boolean isFile =
                    folder.attributes(name(file))
                            .filter(BasicFileAttributes::isRegularFile)
                            .isPresent();
            return isFile ? Optional.of(content(path, folder, name(file))) : Optional.empty();
        } catch (IOException otherwise) {
            return Optional.empty();
        }
    }

    private static byte[] content(WorkspacePath path, HeldFolder folder, String name)
            throws IOException {
        try (SeekableByteChannel channel = folder.open(name, Set.of(StandardOpenOption.READ))) {
            long size = channel.size();
            if (size > LARGEST_READ) {
                throw new FileProblem(
                        "%s has %,d MB: files over %,d MB are not read"
                                .formatted(path, size / 1_000_000, LARGEST_READ / 1_000_000));
            }
            byte[] bytes = Channels.newInputStream(channel).readNBytes((int) LARGEST_READ + 1);
            if (bytes.length > LARGEST_READ) {
                throw new FileProblem(path + " grows as it is read");
            }
            return bytes;
        }
    }

    /// The folder that a real path lies in, held while something is done there.
    private HeldFolder folderOf(Path file) throws IOException {
        Path way = workspace.root().relativize(file);
        return HeldFolder.at(
                workspace.root(),
                way.getNameCount() == 1 ? List.of() : way.subpath(0, way.getNameCount() - 1));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
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
            new MadeFolders(workspace.root()).make(workspace.root().relativize(file));
            try (HeldFolder folder = folderOf(file)) {
                Optional<BasicFileAttributes> found = folder.attributes(name(file));
                if (found.isPresent()) {
                    refuseUnlessRegular(path, found.get());
                    refuseReadOnly(path, file);
                }
                new AtomicFile(folder, name(file)).replace(bytes, isExecutable);
            }
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be written", cause);
        }
    }

    /// Deletes a file, or a link but not what it leads to, and the folders that it leaves empty. There
    /// need be no such file.
    public void delete(WorkspacePath path) throws IOException {
        try {
            Path file = realPaths.ofEntry(path);
            try (HeldFolder folder = folderOf(file)) {
                Optional<BasicFileAttributes> found = folder.attributes(name(file));
                if (found.isEmpty()) {
                    return;
                }
                if (found.get().isDirectory()) {
                    throw new FileProblem(path + " is a folder: delete the files in it one by one");
                }
                folder.delete(name(file));
            }
            deleteEmptyFolders(file);
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be deleted", cause);
        }
    }

    private void deleteEmptyFolders(Path deleted) throws IOException {
        try {
            Path at = deleted.getParent();
            while (at != null && !at.equals(workspace.root())) {
                try (HeldFolder around = folderOf(at)) {
                    around.deleteFolder(name(at));
                }
                at = at.getParent();
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException inUse) {
            return;
        }
    }

    private static void refuseUnlessRegular(WorkspacePath path, BasicFileAttributes found)
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
