package kiro.session;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// The file that a log grows in, and its way to the disk.
public interface LogDisk extends Closeable {
    /// Opens a file that is there, at its end.
    @FunctionalInterface
    interface Opening {
        LogDisk open(Path file) throws IOException;
    }

    void write(byte[] bytes) throws IOException;

    /// Returns when all that was written is on the disk, and would survive a loss of power.
    void force() throws IOException;
}
