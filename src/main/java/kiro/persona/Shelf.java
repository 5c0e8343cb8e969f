package kiro.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kiro.text.BrokenText;
import kiro.text.Order;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// A folder that agents or skills are read from. A link in a project leads nowhere out of it.
///
/// @param label as messages name it
/// @param walls the project's folder; empty for a folder of the person's own
public record Shelf(Path folder, String label, Optional<Path> walls) {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 500;

    /// A file on the shelf.
    ///
    /// @param name from the shelf, with `/` between names
    public record Found(Path file, String name, String label) {}

    /// What came of reading a file.
    public sealed interface Content {
        record Text(TextDocument document) implements Content {}

        /// @param span where it stops being what it should be
        record Unreadable(SourceSpan span, String reason) implements Content {}
    }

    public boolean isProjects() {
        return walls.isPresent();
    }

    /// The files whose names fit, in the order of names.
    public List<Found> files(Predicate<String> fits) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        // the dot makes the walk enter a folder that is a link; links below are not entered
        try (Stream<Path> below = Files.walk(folder.resolve("."), DEEPEST)) {
            return below.filter(file -> Files.isRegularFile(file))
                    .map(file -> found(file.normalize()))
                    .filter(found -> !isHidden(found.name()) && fits.test(found.name()))
                    .sorted(Order.by(Found::name))
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(new Found(folder, ".", label));
        }
    }

    private Found found(Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return new Found(file, name, label + "/" + name);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    public Content read(Path file, int mostBytes) {
        try {
            Path real = file.toRealPath();
            if (walls.isPresent() && !real.startsWith(walls.get())) {
                return unreadable("it is a link that leads out of the project");
            }
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                return unreadable("it is no file");
            }
            byte[] bytes;
            try (var in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
                bytes = in.readNBytes(mostBytes + 1);
            }
            if (bytes.length > mostBytes) {
                return unreadable("it is larger than %,d bytes".formatted(mostBytes));
            }
            Optional<BrokenText> fault = BrokenText.in(bytes);
            return fault.isPresent()
                    ? new Content.Unreadable(
                            fault.get().span(), "it is not UTF-8 text: " + fault.get().what())
                    : new Content.Text(TextDocument.decode(bytes).orElseThrow());
        } catch (IOException problem) {
            return unreadable(String.valueOf(problem.getMessage()));
        }
    }

    private static Content unreadable(String reason) {
        return new Content.Unreadable(SourceSpan.start(), reason);
    }
}
