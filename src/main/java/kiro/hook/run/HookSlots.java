package kiro.hook.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import kiro.text.Hash;
import kiro.text.OwnFolder;

/// How many runs of a hook there may be at once, of all processes on the workspace together. The system takes a place back
/// when the process that has it ends, however it ends.
final class HookSlots {
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final Path folder;

    HookSlots(Path folder) {
        this.folder = folder;
    }

    /// A place to run in, until it is closed.
    record Slot(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Waits for a place; empty when there was none in time.
    ///
    /// @param most how many there are
    Optional<Slot> take(String hook, int most, Duration limit)
            throws IOException, InterruptedException {
        OwnFolder.make(folder);
        String name = Hash.of(hook).abbreviated();
        long end = System.nanoTime() + limit.toNanos();
        Duration pause = Duration.ofMillis(5);
        while (true) {
            for (int number = 1; number <= most; number++) {
                Optional<Slot> slot = lock(folder.resolve(name + "-" + number));
                if (slot.isPresent()) {
                    return slot;
                }
            }
            if (System.nanoTime() >= end) {
                return Optional.empty();
            }
            Thread.sleep(pause);
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                            ? LONGEST_PAUSE
                            : pause.multipliedBy(2);
        }
    }

    private static Optional<Slot> lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Slot(channel));
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            // Somebody else in this process has it.
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }
}
