package kiro.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a file may be used for, as far as it is known: git and older journals know whether it is a program, and no more.
///
/// @param isExecutable whether its owner may execute it
/// @param bits for owner, group and others, as `chmod` has them; empty where they are not known
public record FileMode(boolean isExecutable, OptionalInt bits) {
    private static final int ALL = 0777;
    private static final int OCTAL = 8;

    private static final Map<PosixFilePermission, Integer> BITS =
            Map.of(
                    PosixFilePermission.OWNER_READ, 0400,
                    PosixFilePermission.OWNER_WRITE, 0200,
                    PosixFilePermission.OWNER_EXECUTE, 0100,
                    PosixFilePermission.GROUP_READ, 0040,
                    PosixFilePermission.GROUP_WRITE, 0020,
                    PosixFilePermission.GROUP_EXECUTE, 0010,
                    PosixFilePermission.OTHERS_READ, 0004,
                    PosixFilePermission.OTHERS_WRITE, 0002,
                    PosixFilePermission.OTHERS_EXECUTE, 0001);

    private static final int OWNER_EXECUTE = 0100;

    public static FileMode of(boolean isExecutable) {
        return new FileMode(isExecutable, OptionalInt.empty());
    }

    static FileMode of(Set<PosixFilePermission> permissions) {
        int bits = 0;
        for (PosixFilePermission permission : permissions) {
            bits |= BITS.getOrDefault(permission, 0);
        }
        return new FileMode(
                permissions.contains(PosixFilePermission.OWNER_EXECUTE), OptionalInt.of(bits));
    }

    /// Of the thing at the path, link or not, in one look; with its mode, where the system has one.
    public static BasicFileAttributes attributes(Path path) throws IOException {
        Class<? extends BasicFileAttributes> kind =
                isKnownAt(path) ? PosixFileAttributes.class : BasicFileAttributes.class;
        return Files.readAttributes(path, kind, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isKnownAt(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Empty where the system has no such thing.
    public static Optional<FileMode> of(BasicFileAttributes attributes) {
        return attributes instanceof PosixFileAttributes posix
                ? Optional.of(of(posix.permissions()))
                : Optional.empty();
    }

    /// A mode as [#octal()] writes it; of anything else it is known whether it is a program.
    public static FileMode read(boolean isExecutable, String octal) {
        if (!octal.matches("[0-7]{3}")) {
            return of(isExecutable);
        }
        int bits = Integer.parseInt(octal, OCTAL);
        return new FileMode((bits & OWNER_EXECUTE) != 0, OptionalInt.of(bits));
    }

    /// Three digits; empty where it is not known.
    public Optional<String> octal() {
        return bits.isPresent()
                ? Optional.of(Integer.toString(01000 | (bits.getAsInt() & ALL), OCTAL).substring(1))
                : Optional.empty();
    }

    Optional<Set<PosixFilePermission>> permissions() {
        if (bits.isEmpty()) {
            return Optional.empty();
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        BITS.forEach((permission, bit) -> {
            if ((bits.getAsInt() & bit) != 0) {
                permissions.add(permission);
            }
        });
        return Optional.of(permissions);
    }

    /// Whether both can be one mode: what is not known of one of them is taken for the same.
    public boolean matches(FileMode other) {
        return isExecutable == other.isExecutable
                && (bits.isEmpty() || other.bits.isEmpty() || bits.equals(other.bits));
    }
}
