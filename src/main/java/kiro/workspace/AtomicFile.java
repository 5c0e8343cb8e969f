package kiro.workspace;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces a file's content in one step: whoever reads it, even after a crash, finds the old content or
/// the new one.
final class AtomicFile {
    /// Who may read it may execute it.
    private static final Map<PosixFilePermission, PosixFilePermission> EXECUTE =
            Map.of(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    private static final Set<PosixFilePermission> PRIVATE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Pattern TEMPORARY = Pattern.compile("\\.kiro-(\\d{1,10})-\\d+\\.tmp");

    private final HeldFolder folder;
    private final String name;

    /// @param name of a file, or of a link that the file comes in the place of
    AtomicFile(HeldFolder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// A name that nothing else has.
    static String temporary() {
        return ".kiro-%d-%d.tmp".formatted(ProcessHandle.current().pid(), System.nanoTime());
    }

    /// Whether it has such a name, and whoever gave it is no more.
    static boolean isLeftOver(Path file) {
        Matcher name = TEMPORARY.matcher(RawPath.name(file));
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /// @param mode empty to leave that as it is
    void replace(byte[] bytes, Optional<FileMode> mode) throws IOException {
        replace(bytes, mode, () -> {});
    }

    /// To write takes the disk its time, in which somebody may write as well.
    void replace(byte[] bytes, Optional<FileMode> mode, WorkspaceEntries.LastLook lastLook)
            throws IOException {
        String next = temporary();
        boolean isMoved = false;
        try {
            write(next, bytes, mode);
            Optional<PosixFileAttributeView> view = folder.view(next, PosixFileAttributeView.class);
            if (view.isPresent()) {
                keepOwnerAndMode(view.get(), mode);
            }
            lastLook.look();
            folder.move(next, folder, name);
            isMoved = true;
        } finally {
            if (!isMoved && folder.attributes(next).isPresent()) {
                folder.delete(next);
            }
        }
    }

    /// What others may not read later they may not read before either.
    private void write(String next, byte[] bytes, Optional<FileMode> mode) throws IOException {
        boolean isPosix = folder.view(name, PosixFileAttributeView.class).isPresent();
        boolean hasMode =
                mode.flatMap(FileMode::permissions).isPresent()
                        || folder.attributes(name)
                                .filter(BasicFileAttributes::isRegularFile)
                                .isPresent();
        if (isPosix && hasMode) {
            HeldFolder.write(folder, next, bytes, PosixFilePermissions.asFileAttribute(PRIVATE));
        } else {
            HeldFolder.write(folder, next, bytes);
        }
    }

    private void keepOwnerAndMode(PosixFileAttributeView next, Optional<FileMode> mode)
            throws IOException {
        PosixFileAttributes made = next.readAttributes();
        PosixFileAttributes kept =
                folder.attributes(name)
                        .filter(BasicFileAttributes::isRegularFile)
                        .filter(PosixFileAttributes.class::isInstance)
                        .map(PosixFileAttributes.class::cast)
                        .orElse(made);
        if (!kept.owner().equals(made.owner()) || !kept.group().equals(made.group())) {
            giveTo(next, kept);
        }
        Set<PosixFilePermission> permissions = permissions(kept.permissions(), mode);
        if (!permissions.equals(made.permissions())) {
            next.setPermissions(permissions);
        }
    }

    private static Set<PosixFilePermission> permissions(
            Set<PosixFilePermission> kept, Optional<FileMode> mode) {
        return mode.flatMap(FileMode::permissions)
                .or(() -> mode.map(known -> withExecute(kept, known.isExecutable())))
                .orElse(kept);
    }

    /// Changes the mode of a file alone.
    void mode(FileMode mode) throws IOException {
        Optional<PosixFileAttributeView> view = folder.view(name, PosixFileAttributeView.class);
        if (view.isPresent()) {
            Set<PosixFilePermission> now = view.get().readAttributes().permissions();
            view.get().setPermissions(permissions(now, Optional.of(mode)));
        }
    }

    /// Only root can give a file away; for others, a file that they may write becomes theirs.
    private static boolean giveTo(PosixFileAttributeView next, PosixFileAttributes kept)
            throws IOException {
        try {
            next.setGroup(kept.group());
            next.setOwner(kept.owner());
            return true;
        } catch (FileSystemException notAllowed) {
            return false;
        }
    }

    private static Set<PosixFilePermission> withExecute(
            Set<PosixFilePermission> mode, boolean isExecutable) {
        Set<PosixFilePermission> changed = EnumSet.noneOf(PosixFilePermission.class);
        changed.addAll(mode);
        EXECUTE.forEach((read, execute) -> {
            if (!isExecutable) {
                changed.remove(execute);
            } else if (mode.contains(read)) {
                changed.add(execute);
            }
        });
        return changed;
    }
}
