package kiro.workspace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Optional;
import java.util.Set;

/// A folder in which things are done by name. What is done stays in it, whatever is put in the place of the folders that led
/// there meanwhile. No name is followed where it is a link.
interface HeldFolder extends Closeable {
    /// The folder at the end of a way without links; the folder itself when no names are given.
    ///
    /// @param root not under the control of whoever could put links somewhere
    /// @param way from the root on
    static HeldFolder at(Path root, Iterable<Path> way) throws IOException {
        HeldFolder at = of(root);
        for (Path name : way) {
            try (HeldFolder before = at) {
                at = before.enter(RawPath.name(name));
            }
        }
        return at;
    }

    /// The same; empty where the way ends before it does, or leads over a link.
    static Optional<HeldFolder> reach(Path root, Iterable<Path> way) throws IOException {
        HeldFolder at = of(root);
        for (Path name : way) {
            try (HeldFolder before = at) {
                try {
                    at = before.enter(RawPath.name(name));
                } catch (IOException failure) {
                    boolean isFolder =
                            before.attributes(RawPath.name(name))
                                    .filter(BasicFileAttributes::isDirectory)
                                    .isPresent();
                    if (isFolder) {
                        throw failure;
                    }
                    return Optional.empty();
                }
            }
        }
        return Optional.of(at);
    }

    /// Held open where the system can, else looked at again after each act.
    @SuppressWarnings("StreamResourceLeak") // it is what is held
    static HeldFolder of(Path root) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(root);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new OpenFolder(secure);
        }
        stream.close();
        return new PathFolder(root);
    }

    HeldFolder enter(String name) throws IOException;

    /// Whether nothing is in it.
    boolean isEmpty() throws IOException;

    SeekableByteChannel open(
            String name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException;

    /// With the mode, where the system has one. Empty where there is nothing of this name.
    Optional<BasicFileAttributes> attributes(String name) throws IOException;

    /// Of the thing of this name, link or not.
    <V extends FileAttributeView> Optional<V> view(String name, Class<V> type);

    void delete(String name) throws IOException;

    void deleteFolder(String name) throws IOException;

    /// Moves in one step, over what is there.
    void move(String name, HeldFolder target, String targetName) throws IOException;

    @Override
    void close() throws IOException;

    /// Makes a new file, on the disk when this returns.
    static void write(HeldFolder folder, String name, byte[] bytes, FileAttribute<?>... attributes)
            throws IOException {
        try (SeekableByteChannel channel =
                folder.open(
                        name,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        attributes)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (channel instanceof FileChannel file) {
                file.force(true);
            }
        }
    }
}
