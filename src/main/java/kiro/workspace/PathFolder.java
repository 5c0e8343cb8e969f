package kiro.workspace;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A folder by its path, where the system does not hold folders open: it is looked at before and after each act, and what has
/// landed elsewhere is taken back as far as that goes.
///
/// @param folder real
record PathFolder(Path folder) implements HeldFolder {
    static FileProblem replaced(String name) {
        return new FileProblem(
                "nothing was done: of the folder %s, another was put in its place, or a link, meanwhile"
                        .formatted(name));
    }

    private void check() throws IOException {
        boolean isItself =
                Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                        && folder.toRealPath().equals(folder);
        if (!isItself) {
            throw replaced(String.valueOf(folder.getFileName()));
        }
    }

    @Override
    public HeldFolder enter(String name) throws IOException {
        Path next = folder.resolve(RawPath.path(name));
        if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(next.toString());
        }
        var entered = new PathFolder(next);
        entered.check();
        return entered;
    }

    @Override
    public boolean isEmpty() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            boolean isEmpty = !all.iterator().hasNext();
            check();
            return isEmpty;
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public SeekableByteChannel open(
            String name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        check();
        var all = new HashSet<OpenOption>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        SeekableByteChannel channel =
                Files.newByteChannel(folder.resolve(RawPath.path(name)), all, attributes);
        try {
            check();
            return channel;
        } catch (IOException elsewhere) {
            channel.close();
            if (options.contains(StandardOpenOption.CREATE_NEW)) {
                Files.deleteIfExists(folder.resolve(RawPath.path(name)));
            }
            throw elsewhere;
        }
    }

    @Override
    public Optional<BasicFileAttributes> attributes(String name) throws IOException {
        try {
            return Optional.of(FileMode.attributes(folder.resolve(RawPath.path(name))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public <V extends FileAttributeView> Optional<V> view(String name, Class<V> type) {
        return Optional.ofNullable(
                Files.getFileAttributeView(
                        folder.resolve(RawPath.path(name)), type, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void delete(String name) throws IOException {
        check();
        Files.delete(folder.resolve(RawPath.path(name)));
        check();
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        delete(name);
    }

    @Override
    public void move(String name, HeldFolder target, String targetName) throws IOException {
        if (!(target instanceof PathFolder other)) {
            throw new IllegalArgumentException("both folders are held in one way");
        }
        check();
        other.check();
        Path moved = other.folder.resolve(RawPath.path(targetName));
        Files.move(folder.resolve(RawPath.path(name)), moved, StandardCopyOption.ATOMIC_MOVE);
        try {
            other.check();
        } catch (IOException elsewhere) {
            Files.deleteIfExists(moved);
            throw elsewhere;
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
