package kiro.testing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// A folder of a test that lies in memory where the machine has such, and is big enough. What is written there is handed to the system as
/// anywhere, and does not wait for a disk: for tests that write thousands of times through to it.
///
/// The folders carry the number of their process: those of processes that were killed are deleted by the next one.
public final class MemoryFolder implements TempDirFactory {
    private static final long NEEDED_BYTES = 512L << 20;
    private static final String BEGIN = "kiro-test-";
    private static final Pattern NAME = Pattern.compile(BEGIN + "(\\d{1,10})-.*");

    private final Path memory;

    public MemoryFolder() {
        this(Path.of("/dev/shm"));
    }

    MemoryFolder(Path memory) {
        this.memory = memory;
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
            throws IOException {
        if (!Files.isWritable(memory)) {
            return Files.createTempDirectory(BEGIN);
        }
        sweep();
        return Files.getFileStore(memory).getUsableSpace() >= NEEDED_BYTES
                ? create()
                : Files.createTempDirectory(BEGIN);
    }

    Path create() throws IOException {
        return Files.createTempDirectory(memory, BEGIN + ProcessHandle.current().pid() + "-");
    }

    /// Deletes the folders of processes that are gone.
    void sweep() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(memory, BEGIN + "*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && isGone(Long.parseLong(name.group(1)))) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isGone(long process) {
        return ProcessHandle.of(process).isEmpty();
    }

    /// Others may do the same at this moment, and what they have not left may be another user's: what cannot be deleted stays.
    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        file.toFile().delete();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path each, IOException cut) {
                        each.toFile().delete();
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
