package kiro.evidence;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Folders that are ours alone and go after use.
public final class ScratchFolder {
    private ScratchFolder() {}

    /// Deletes a folder with all that is in it, without following links; what cannot be deleted stays, for whoever
    /// clears temporary files.
    public static void delete(Path folder) {
        var visitor =
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        return gone(file);
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failed) {
                        return gone(file);
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failed) {
                        return gone(visited);
                    }
                };
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException unreadable) {
            gone(folder);
        }
    }

    private static FileVisitResult gone(Path file) {
        // The answer does not matter: what cannot be deleted stays.
        file.toFile().delete();
        return FileVisitResult.CONTINUE;
    }
}
