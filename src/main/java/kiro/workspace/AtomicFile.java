package kiro.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Replaces a file's content in one step: whoever reads it, even after a crash, finds the old content or
/// the new one.
final class AtomicFile {
    private static final String UNIX_VIEW = "unix";
    private static final String MODE = "unix:mode";
    private static final int PERMISSIONS = 0_7777;
    private static final int EXECUTE = 0_111;

    private final Path file;

    /// @param file not a link
    AtomicFile(Path file) {
        this.file = file;
    }

    /// @param isExecutable empty to leave that as it is
    void replace(byte[] bytes, Optional<Boolean> isExecutable) throws IOException {
        Path next =
                file.resolveSibling(
                        ".kiro-%d-%d.tmp"
                                .formatted(ProcessHandle.current().pid(), System.nanoTime()));
        try {
            write(next, bytes);
            if (file.getFileSystem().supportedFileAttributeViews().contains(UNIX_VIEW)) {
                keepOwnerAndMode(next, isExecutable);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void write(Path next, byte[] bytes) throws IOException {
        try (var channel =
                FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void keepOwnerAndMode(Path next, Optional<Boolean> isExecutable) throws IOException {
        Map<String, Object> made = attributes(next);
        Map<String, Object> kept = Files.exists(file) ? attributes(file) : made;
        if (!owner(kept).equals(owner(made))) {
            giveTo(next, kept);
        }
        int madeMode = mode(made);
        int mode = isExecutable.map(wanted -> withExecute(mode(kept), wanted)).orElse(mode(kept));
        if (mode != madeMode) {
            Files.setAttribute(next, MODE, mode, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// Only root can give a file away; for others, a file that they may write becomes theirs.
    private static boolean giveTo(Path next, Map<String, Object> kept) throws IOException {
        try {
            Files.setAttribute(next, "unix:gid", gid(kept), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(next, "unix:uid", uid(kept), LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (FileSystemException notAllowed) {
            return false;
        }
    }

    private static Map<String, Object> attributes(Path path) throws IOException {
        return Files.readAttributes(path, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
    }

    private static String owner(Map<String, Object> attributes) {
        return uid(attributes) + ":" + gid(attributes);
    }

    private static Object uid(Map<String, Object> attributes) {
        return Objects.requireNonNull(attributes.get("uid"));
    }

    private static Object gid(Map<String, Object> attributes) {
        return Objects.requireNonNull(attributes.get("gid"));
    }

    private static int mode(Map<String, Object> attributes) {
        return (Integer) Objects.requireNonNull(attributes.get("mode")) & PERMISSIONS;
    }

    /// Who may read it may execute it.
    private static int withExecute(int mode, boolean isExecutable) {
        return isExecutable ? mode | ((mode >> 2) & EXECUTE) : mode & ~EXECUTE;
    }
}
