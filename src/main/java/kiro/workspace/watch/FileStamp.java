package kiro.workspace.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a file looks like from outside: enough to tell that it was written or replaced.
///
/// @param modified in nanoseconds
/// @param identity another one for a file that took its place
record FileStamp(long modified, long size, int identity) {
    /// Of what is no link; empty where there is nothing, or nothing that can be looked at.
    static Optional<BasicFileAttributes> attributes(Path place) {
        try {
            return Optional.of(
                    Files.readAttributes(
                            place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                attributes.size(),
                identity(attributes));
    }

    /// Empty where there is no file; links and pipes are none.
    static Optional<FileStamp> of(Path place) {
        return attributes(place).filter(BasicFileAttributes::isRegularFile).map(FileStamp::of);
    }

    static int identity(BasicFileAttributes attributes) {
        return attributes.fileKey() == null ? 0 : attributes.fileKey().hashCode();
    }
}
