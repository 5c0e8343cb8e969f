package kiro.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// A folder of a test that lies in memory where the machine has such, and is big enough. What is written there is handed to the system as
/// anywhere, and does not wait for a disk: for tests that write thousands of times through to it.
public final class MemoryFolder implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long NEEDED_BYTES = 512L << 20;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
            throws IOException {
        return Files.isWritable(MEMORY)
                        && Files.getFileStore(MEMORY).getUsableSpace() >= NEEDED_BYTES
                ? Files.createTempDirectory(MEMORY, "kiro-test")
                : Files.createTempDirectory("kiro-test");
    }
}
