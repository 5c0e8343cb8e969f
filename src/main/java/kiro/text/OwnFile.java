package kiro.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A small file of this program, or of the person who uses it: replaced in one step, so that whoever reads it finds the
/// old text or the new one.
public final class OwnFile {
    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rw-------");

    private final Path file;

    public OwnFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Writes a text that nobody else is to read. The folder is made where there is none.
    public void replacePrivately(String text) throws IOException {
        replace(text, isPosix() ? new FileAttribute<?>[] {owners()} : new FileAttribute<?>[0]);
    }

    /// Writes a text. Who may read the file stays as it is; a new one is as files are by default.
    public void replace(String text) throws IOException {
        boolean isThere = Files.exists(file);
        replace(
                text,
                isThere && isPosix()
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    Files.getPosixFilePermissions(file))
                        }
                        : new FileAttribute<?>[0]);
    }

    /// A file that is a link, as people have who keep their settings elsewhere, stays one.
    private void replace(String text, FileAttribute<?>[] attributes) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path fresh =
                real.resolveSibling(
                        ".kiro-%d-%d.tmp"
                                .formatted(ProcessHandle.current().pid(), System.nanoTime()));
        Files.createDirectories(fresh.resolve("..").normalize());
        try {
            Files.createFile(fresh, attributes);
            Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            Files.move(
                    fresh,
                    real,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<Set<PosixFilePermission>> owners() {
        return PosixFilePermissions.asFileAttribute(OWNERS);
    }
}
