package kiro.hook.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The long outputs of runs, a folder each, of which the newest are kept.
final class KeptOutputs {
    private static final int MOST = 20;

    private final Path folder;

    KeptOutputs(Path folder) {
        this.folder = folder;
    }

    /// Removes the oldest. What cannot be removed stays.
    void prune() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> runs = Files.list(folder)) {
            List<Path> newestFirst =
                    runs.sorted(Comparator.comparing(Path::toString).reversed()).toList();
            for (Path old :
                    newestFirst.subList(Math.min(MOST, newestFirst.size()), newestFirst.size())) {
                remove(old);
            }
        } catch (IOException | UncheckedIOException another) {
            return;
        }
    }

    private static void remove(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
