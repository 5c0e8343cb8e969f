package kiro.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/// A turn at a file that several processes change, threads of this one among them: who has it reads, changes and writes, and
/// nobody's change is lost.
///
/// Two files are locked: on Unix a process loses its locks on a file as soon as it closes that file once, so the second is
/// opened by nobody who does not hold the first.
public final class FileTurn implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final FileChannel outer;
    private final FileChannel inner;

    private FileTurn(FileChannel outer, FileChannel inner) {
        this.outer = outer;
        this.inner = inner;
    }

    /// Waits for it; empty where another has it for too long.
    ///
    /// @param folder where the two files are made, which is there
    /// @param name what they are named after
    public static Optional<FileTurn> take(Path folder, String name, Duration patience)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            Optional<FileChannel> outer = locked(folder.resolve("." + name + "-turn"));
            if (outer.isPresent()) {
                Optional<FileChannel> inner = locked(folder.resolve("." + name + "-lock"));
                if (inner.isPresent()) {
                    return Optional.of(new FileTurn(outer.get(), inner.get()));
                }
                outer.get().close();
            }
            Thread.sleep(PAUSE);
        } while (System.nanoTime() < end);
        return Optional.empty();
    }

    private static Optional<FileChannel> locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try (outer;
                inner) {
            // inner goes first
        } catch (IOException cause) {
            throw new UncheckedIOException("a file could not be unlocked", cause);
        }
    }
}
