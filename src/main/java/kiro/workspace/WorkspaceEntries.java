package kiro.workspace;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/// What stands at the paths of the workspace themselves: no link is followed, neither the last name nor one on the way.
public final class WorkspaceEntries {
    private static final long LARGEST_READ = 100_000_000;

    /// Names that some file systems take for those of the folders that are special.
    private static final Pattern OTHERWISE_WRITTEN =
            Pattern.compile(
                    "(?:^|/)(?!\\.git(?:/|$)|\\.kiro(?:/|$))(?i:\\.git|\\.kiro|git~\\d|kiro~\\d)(?:/|$)");

    private final Workspace workspace;
    private final RealPath realPaths;
    private final Lock making = new ReentrantLock();

    WorkspaceEntries(Workspace workspace, RealPath realPaths) {
        this.workspace = workspace;
        this.realPaths = realPaths;
    }

    static boolean isOtherwiseWritten(WorkspacePath path) {
        return OTHERWISE_WRITTEN.matcher(path.value()).find();
    }

    public FileEntry read(WorkspacePath path) throws IOException {
        try {
            refuseOtherwiseWritten(path);
            Path file = workspace.absolute(path);
            Optional<HeldFolder> reached = HeldFolder.reach(workspace.root(), way(file));
            if (reached.isEmpty()) {
                return new FileEntry.Nothing();
            }
            try (HeldFolder folder = reached.get()) {
                Optional<BasicFileAttributes> found = folder.attributes(name(file));
                return found.isEmpty()
                        ? new FileEntry.Nothing()
                        : read(path, file, folder, found.get());
            }
        } catch (NoSuchFileException gone) {
            return new FileEntry.Nothing();
        } catch (IOException cause) {
            throw FileProblem.of(path + " could not be read", cause);
        }
    }

    private static FileEntry read(
            WorkspacePath path, Path file, HeldFolder folder, BasicFileAttributes found)
            throws IOException {
        if (found.isSymbolicLink()) {
            Path target = Files.readSymbolicLink(file);
            String text = target.toString();
            if (!Path.of(text).equals(target)) {
                throw new FileProblem(path + " is a link to a name that is no text");
            }
            return new FileEntry.Link(text);
        }
        if (found.isDirectory()) {
            try (HeldFolder inside = folder.enter(name(file))) {
                return new FileEntry.Folder(inside.isEmpty());
            }
        }
        if (!found.isRegularFile()) {
            return new FileEntry.Special();
        }
        FileMode mode = FileMode.of(found).orElseGet(() -> FileMode.of(Files.isExecutable(file)));
        return new FileEntry.Regular(content(path, folder, name(file)), mode);
    }

    static byte[] content(WorkspacePath path, HeldFolder folder, String name) throws IOException {
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

    /// Whether a link on the way makes the path lead to another place than the one that it names.
    public boolean isReachedByLink(WorkspacePath path) throws IOException {
        return !realPaths.ofEntry(path).equals(workspace.absolute(path));
    }

    /// Makes this stand at the path, in one step, in the place of a file, a link or an empty folder that is there; folders are made. The
    /// folders that nothing is left in are deleted. Of a folder it is enough that there is one.
    public void put(WorkspacePath path, FileEntry entry) throws IOException {
        put(path, entry, Manner.USUAL);
    }

    /// Gives what stands there itself another name, which takes no room. Whoever does that looks at what has it then.
    public void nameTwice(WorkspacePath path, Path other) throws IOException {
        Files.createLink(other, workspace.absolute(path));
    }

    /// How something is put in the place of something else.
    ///
    /// @param isOverReadOnly whether a file that is read-only is in the way no more than others: for what stood there before
    /// @param lastLook throws where what is there is not what is to be replaced
    public record Manner(boolean isOverReadOnly, LastLook lastLook) {
        static final Manner USUAL = new Manner(false, () -> {});
    }

    /// Asked when all is done that takes time.
    public interface LastLook {
        void look() throws IOException;
    }

    public void put(WorkspacePath path, FileEntry entry, Manner manner) throws IOException {
        try {
            refuseOtherwiseWritten(path);
            Path file = workspace.absolute(path);
            switch (entry) {
                case FileEntry.Nothing _ -> remove(path, file);
                case FileEntry.Regular regular -> write(path, file, regular, manner);
                case FileEntry.Link(String target) -> link(path, file, target);
                case FileEntry.Folder _ -> folder(file);
                case FileEntry.Special _ ->
                        throw new IllegalArgumentException("cannot be put: " + entry);
            }
        } catch (IOException cause) {
            String act = entry instanceof FileEntry.Nothing ? "deleted" : "written";
            throw FileProblem.of(path + " could not be " + act, cause);
        }
    }

    private void write(WorkspacePath path, Path file, FileEntry.Regular wanted, Manner manner)
            throws IOException {
        makeFolders(file);
        try (HeldFolder folder = folderOf(file)) {
            Optional<BasicFileAttributes> found = folder.attributes(name(file));
            var atomic = new AtomicFile(folder, name(file));
            if (found.filter(BasicFileAttributes::isDirectory).isPresent()) {
                deleteFolder(path, folder, name(file));
            } else if (found.isPresent() && !found.get().isSymbolicLink()) {
                WorkspaceFiles.refuseUnlessRegular(path, found.get());
                Optional<FileMode> mode = FileMode.of(found.get());
                boolean isOtherMode = mode.filter(now -> !now.matches(wanted.mode())).isPresent();
                if (isOtherMode
                        && Arrays.equals(content(path, folder, name(file)), wanted.bytes())) {
                    atomic.mode(wanted.mode());
                    return;
                }
                if (!isOtherMode && !manner.isOverReadOnly()) {
                    refuseReadOnly(path, file);
                }
            }
            atomic.replace(wanted.bytes(), Optional.of(wanted.mode()), manner.lastLook());
        }
    }

    /// Those on the way to a file. One after the other: a folder that is moved over an empty one that somebody has just gone into takes it
    /// away from them.
    void makeFolders(Path file) throws IOException {
        making.lock();
        try {
            new MadeFolders(workspace.root()).make(workspace.root().relativize(file));
        } finally {
            making.unlock();
        }
    }

    /// The folders on the ways to these, as far as they are there.
    public Set<Path> foldersOf(Collection<WorkspacePath> paths) {
        Set<Path> folders = new LinkedHashSet<>();
        for (WorkspacePath path : paths) {
            Path at = workspace.absolute(path).getParent();
            while (at != null && at.startsWith(workspace.root()) && folders.add(at)) {
                at = at.getParent();
            }
        }
        folders.removeIf(folder -> !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS));
        return folders;
    }

    /// Deletes what processes that are no more were about to put in the places of these files, or of others beside them.
    public void sweep(Collection<WorkspacePath> paths) throws IOException {
        for (Path folder : foldersOf(paths)) {
            try (DirectoryStream<Path> half =
                    Files.newDirectoryStream(folder, AtomicFile::isLeftOver)) {
                for (Path file : half) {
                    remove(WorkspacePath.of(name(file)), file);
                }
            } catch (DirectoryIteratorException failure) {
                throw failure.getCause();
            }
        }
    }

    private void folder(Path file) throws IOException {
        Optional<HeldFolder> reached = HeldFolder.reach(workspace.root(), way(file));
        if (reached.isPresent()) {
            try (HeldFolder around = reached.get()) {
                boolean isInTheWay =
                        around.attributes(name(file))
                                .filter(found -> !found.isDirectory())
                                .isPresent();
                if (isInTheWay) {
                    around.delete(name(file));
                }
            }
        }
        makeFolders(file.resolve("anything"));
    }

    /// Java makes no link in a folder that is held: a new one is made in the root, and moved.
    private void link(WorkspacePath path, Path file, String target) throws IOException {
        makeFolders(file);
        Path made =
                Files.createSymbolicLink(
                        workspace.root().resolve(AtomicFile.temporary()), Path.of(target));
        try (HeldFolder folder = folderOf(file);
                HeldFolder top = HeldFolder.of(workspace.root())) {
            Optional<BasicFileAttributes> found = folder.attributes(name(file));
            if (found.filter(BasicFileAttributes::isDirectory).isPresent()) {
                deleteFolder(path, folder, name(file));
            } else if (found.isPresent() && !found.get().isSymbolicLink()) {
                WorkspaceFiles.refuseUnlessRegular(path, found.get());
            }
            try {
                top.move(name(made), folder, name(file));
            } catch (AtomicMoveNotSupportedException otherDisk) {
                Files.deleteIfExists(file);
                Files.createSymbolicLink(file, Path.of(target));
            }
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /// A folder is removed where nothing is in it.
    private void remove(WorkspacePath path, Path file) throws IOException {
        boolean isRemoved = false;
        try (HeldFolder folder = folderOf(file)) {
            if (folder.attributes(name(file))
                    .filter(BasicFileAttributes::isDirectory)
                    .isPresent()) {
                deleteFolder(path, folder, name(file));
                isRemoved = true;
            }
        } catch (NoSuchFileException gone) {
            return;
        }
        if (isRemoved) {
            deleteEmptyFolders(file);
        } else {
            delete(path, file);
        }
    }

    private static void deleteFolder(WorkspacePath path, HeldFolder around, String name)
            throws IOException {
        try {
            around.deleteFolder(name);
        } catch (DirectoryNotEmptyException inUse) {
            throw new FileProblem(path + " is a folder that something is in");
        }
    }

    /// Deletes a file or a link, and the folders that it leaves empty.
    ///
    /// @param file where it is, by no link
    void delete(WorkspacePath path, Path file) throws IOException {
        try {
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

    /// The folder that a real path lies in, held while something is done there.
    HeldFolder folderOf(Path file) throws IOException {
        return HeldFolder.at(workspace.root(), way(file));
    }

    private Iterable<Path> way(Path file) {
        Path way = workspace.root().relativize(file);
        return way.getNameCount() == 1 ? List.of() : way.subpath(0, way.getNameCount() - 1);
    }

    private static String name(Path file) {
        return RawPath.name(file);
    }

    /// A name that leads into a folder of ours or git's by another spelling is found out by where it leads.
    private void refuseOtherwiseWritten(WorkspacePath path) throws IOException {
        if (isOtherwiseWritten(path)) {
            realPaths.ofEntry(path);
        }
    }

    /// A file is replaced through its folder, which would pass over the file's own protection.
    static void refuseReadOnly(WorkspacePath path, Path file) throws IOException {
        boolean isProtected =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        && Files.getPosixFilePermissions(file).stream()
                                .noneMatch(permission -> permission.name().endsWith("_WRITE"));
        if (isProtected || !Files.isWritable(file)) {
            throw new FileProblem(path + " is read-only: make it writable first");
        }
    }
}
