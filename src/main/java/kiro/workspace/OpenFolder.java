package kiro.workspace;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A folder that the system holds open.
final class OpenFolder implements HeldFolder {
    private final SecureDirectoryStream<Path> stream;

    OpenFolder(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    @Override
    public HeldFolder enter(String name) throws IOException {
        try {
            return new OpenFolder(
                    stream.newDirectoryStream(RawPath.path(name), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException none) {
            throw none;
        } catch (FileSystemException noFolder) {
            boolean isLink =
                    attributes(name).filter(BasicFileAttributes::isSymbolicLink).isPresent();
            throw isLink ? PathFolder.replaced(name) : noFolder;
        }
    }

    @Override
    public boolean isEmpty() throws IOException {
        try (SecureDirectoryStream<Path> anew =
                stream.newDirectoryStream(Path.of("."), LinkOption.NOFOLLOW_LINKS)) {
            return !anew.iterator().hasNext();
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public SeekableByteChannel open(
            String name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        var all = new HashSet<OpenOption>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        return stream.newByteChannel(RawPath.path(name), all, attributes);
    }

    @Override
    public Optional<BasicFileAttributes> attributes(String name) throws IOException {
        try {
            Optional<PosixFileAttributeView> posix = view(name, PosixFileAttributeView.class);
            if (posix.isPresent()) {
                return Optional.of(posix.get().readAttributes());
            }
            Optional<BasicFileAttributeView> view = view(name, BasicFileAttributeView.class);
            return view.isPresent() ? Optional.of(view.get().readAttributes()) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public <V extends FileAttributeView> Optional<V> view(String name, Class<V> type) {
        return Optional.ofNullable(
                stream.getFileAttributeView(RawPath.path(name), type, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void delete(String name) throws IOException {
        stream.deleteFile(RawPath.path(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        stream.deleteDirectory(RawPath.path(name));
    }

    @Override
    public void move(String name, HeldFolder target, String targetName) throws IOException {
        if (!(target instanceof OpenFolder open)) {
            throw new IllegalArgumentException("both folders are held in one way");
        }
        stream.move(RawPath.path(name), open.stream, RawPath.path(targetName));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
