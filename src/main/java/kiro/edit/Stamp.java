package kiro.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kiro.workspace.FileMode;

/// By what a file that is not read is known to be the same.
///
/// @param changed when its content was last changed
/// @param mode empty where it is not known
record Stamp(long size, FileTime changed, Optional<FileMode> mode) {
    /// What was not looked at is never the same as what is there, or is not there.
    static final Stamp OF_NO_FILE = new Stamp(-1, FileTime.from(Instant.EPOCH), Optional.empty());

    /// Empty where there is no file.
    static Optional<Stamp> of(Path file) {
        try {
            BasicFileAttributes attributes = FileMode.attributes(file);
            return Optional.of(
                    new Stamp(
                            attributes.size(),
                            attributes.lastModifiedTime(),
                            FileMode.of(attributes)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /// When what stands there was last changed in any way, moving it included, as far as the system knows.
    static FileTime changed(Path file) throws IOException {
        String attribute =
                file.getFileSystem().supportedFileAttributeViews().contains("unix")
                        ? "unix:ctime"
                        : "creationTime";
        return Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS)
                        instanceof FileTime time
                ? time
                : FileTime.from(Instant.MAX);
    }

    /// Whether a file was made before a time, and has no other name. Where the system does not tell when, it is when it was last written.
    static boolean isBornBefore(Path file, FileTime time) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean isOnly =
                    file.getFileSystem().supportedFileAttributeViews().contains("unix")
                            && Integer.valueOf(1)
                                    .equals(
                                            Files.getAttribute(
                                                    file, "unix:nlink", LinkOption.NOFOLLOW_LINKS));
            int order = found.creationTime().compareTo(time);
            // within one tick of the clock: what a command makes comes later than that
            boolean isFine = time.to(TimeUnit.NANOSECONDS) % TimeUnit.SECONDS.toNanos(1) != 0;
            return isOnly && (order < 0 || (order == 0 && isFine));
        } catch (IOException gone) {
            return false;
        }
    }

    static boolean areSame(Optional<Stamp> one, Optional<Stamp> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().matches(other.get());
    }

    /// What is not known of a mode is taken for the same.
    private boolean matches(Stamp other) {
        boolean isMode =
                mode.isEmpty() || other.mode.isEmpty() || mode.get().matches(other.mode.get());
        return isMode && size == other.size && changed.equals(other.changed);
    }
}
