package kiro.workspace;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/// A file that no link leads to: neither its name nor a folder on the way to it may be one at the moment of reading.
public final class UnlinkedFile {
    private UnlinkedFile() {}

    /// The first bytes of a file.
    ///
    /// @param root a real path, which the way to the file is looked at from
    /// @throws IOException also where it is no regular file, or a link is on the way
    public static byte[] read(Path root, Path file, int most) throws IOException {
        Path way = root.relativize(file);
        int last = way.getNameCount() - 1;
        String name = way.getName(last).toString();
        try (HeldFolder folder =
                HeldFolder.at(root, last == 0 ? List.of() : way.subpath(0, last))) {
            if (folder.attributes(name).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
                throw new FileProblem(way + " is no file");
            }
            try (SeekableByteChannel channel = folder.open(name, Set.of(StandardOpenOption.READ))) {
                return Channels.newInputStream(channel).readNBytes(most);
            }
        }
    }
}
