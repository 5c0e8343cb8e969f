package kiro.workspace;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Replaces a file's content in one step: whoever reads it, even after a crash, finds the old content or
/// the new one.
final class AtomicFile {
    /// Who may read it may execute it.
    private static final Map<PosixFilePermission, PosixFilePermission> EXECUTE =
            Map.of(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    private final HeldFolder folder;
    private final String name;

    /// @param name of a file, not of a link
    AtomicFile(HeldFolder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// A name that nothing else has.
    static String temporary() {
        return ".kiro-%d-%d.tmp".formatted(ProcessHandle.current().pid(), System.nanoTime());
    }

    /// @param isExecutable empty to leave that as it is
    void replace(byte[] bytes, Optional<Boolean> isExecutable) throws IOException {
        String next = temporary();
        boolean isMoved = false;
        try {
            HeldFolder.write(folder, next, bytes);
            Optional<PosixFileAttributeView> view = folder.view(next, PosixFileAttributeView.class);
            if (view.isPresent()) {
                keepOwnerAndMode(view.get(), isExecutable);
            }
            folder.move(next, folder, name);
            isMoved = true;
        } finally {
            if (!isMoved && folder.attributes(next).isPresent()) {
                folder.delete(next);
            }
        }
    }

    private void keepOwnerAndMode(PosixFileAttributeView next, Optional<Boolean> isExecutable)
            throws IOException {
        PosixFileAttributes made = next.readAttributes();
        Optional<PosixFileAttributeView> before = folder.view(name, PosixFileAttributeView.class);
        PosixFileAttributes kept =
                before.isPresent() && folder.attributes(name).isPresent()
                        ? before.get().readAttributes()
                        : made;
        if (!kept.owner().equals(made.owner()) || !kept.group().equals(made.group())) {
            giveTo(next, kept);
        }
        Set<PosixFilePermission> mode =
                isExecutable
                        .map(wanted -> withExecute(kept.permissions(), wanted))
                        .orElse(kept.permissions());
        if (!mode.equals(made.permissions())) {
            next.setPermissions(mode);
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
