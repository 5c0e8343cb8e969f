package kiro.session;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// A file of the system. Written through a stream, as a channel would be closed by the interruption that ends a run.
final class LogFile implements LogDisk {
    private final FileOutputStream out;

    LogFile(Path file) throws IOException {
        this.out = new FileOutputStream(file.toFile(), true);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    @Override
    public void force() throws IOException {
        out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
