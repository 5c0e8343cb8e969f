package kiro.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import kiro.workspace.Workspace;

/// Keeps others from changing the memory for a moment, threads of this process among them.
///
/// Two files, as `WorkspaceLock` has them: on Unix a process loses its locks on a file as soon as it closes that file once,
/// so the second is opened by nobody who does not hold the first.
final class MemoryLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final FileChannel outer;
    private final FileChannel inner;

    private MemoryLock(FileChannel outer, FileChannel inner) {
        this.outer = outer;
        this.inner = inner;
    }

    /// Empty where another has it for too long.
    static Optional<MemoryLock> take(Workspace workspace) throws IOException, InterruptedException {
        Path folder = workspace.kiroFolder().resolve("sessions");
        Files.createDirectories(folder);
        Path ignore = folder.resolve(".gitignore");
        if (Files.notExists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<FileChannel> outer = locked(folder.resolve(".memory-turn"));
            if (outer.isPresent()) {
                Optional<FileChannel> inner = locked(folder.resolve(".memory-lock"));
                if (inner.isPresent()) {
                    return Optional.of(new MemoryLock(outer.get(), inner.get()));
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
            throw new UncheckedIOException("the memory could not be unlocked", cause);
        }
    }
}
