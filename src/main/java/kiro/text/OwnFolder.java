package kiro.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A folder that nobody but the person who runs this program can look into, in a place where others have theirs too.
public final class OwnFolder {
    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rwx------");

    private OwnFolder() {}

    /// Makes the folder where there is none. One that somebody else has put there, be it by a link, is refused; one of
    /// the person's own that others can look into is closed.
    public static void make(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            Files.createDirectory(
                    folder,
                    isPosix
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
                            : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException there) {
            if (isPosix) {
                close(folder);
            }
        }
    }

    private static void close(Path folder) throws IOException {
        PosixFileAttributes found =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isDirectory()) {
            throw new AccessDeniedException(folder + " is no folder: remove it, or set TMPDIR");
        }
        if (!found.permissions().equals(OWNERS)) {
            // Nobody but the owner may do this.
            Files.setPosixFilePermissions(folder, OWNERS);
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(
                    folder
                            + " cannot be written: it is somebody else's (set TMPDIR), or its file system is read-only");
        }
    }
}
