package kiro.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import kiro.workspace.FileMode;

/// By what a file that is not read is known to be the same.
///
/// @param changed when its content was last changed
/// @param mode empty where it is not known
record Stamp(long size, FileTime changed, Optional<FileMode> mode) {
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
