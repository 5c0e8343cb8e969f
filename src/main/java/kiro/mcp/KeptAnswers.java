package kiro.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import kiro.text.OwnFolder;

/// Keeps what is too long for a model in files, and shows head and tail of it.
final class KeptAnswers {
    private static final int SHOWN = 40_000;
    private static final int LARGEST = 100_000_000;

    private final Path folder;
    private final Path root;

    /// @param folder made when first needed
    /// @param root the folder from which a model names files
    KeptAnswers(Path folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    String bounded(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int head = end(text, SHOWN / 2);
        int tail = end(text, text.length() - SHOWN / 2);
        String place =
                keep(text.getBytes(StandardCharsets.UTF_8), "txt")
                        .map(file ->
                                "the whole, %,d characters, is in %s"
                                        .formatted(text.length(), file))
                        .orElse(
                                "the whole, %,d characters, could not be kept"
                                        .formatted(text.length()));
        return "%s\n[%,d characters are left out here: %s]\n%s"
                .formatted(text.substring(0, head), tail - head, place, text.substring(tail));
    }

    /// The place, or the one before, where it would separate the halves of one character.
    private static int end(String text, int place) {
        return Character.isHighSurrogate(text.charAt(place - 1)) ? place - 1 : place;
    }

    /// Answers the name of the file; empty when it could not be written.
    Optional<String> keep(byte[] bytes, String ending) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        try {
            OwnFolder.make(folder);
            for (int number = 1; ; number++) {
                Path file = folder.resolve("mcp-" + number + "." + ending);
                try {
                    Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
                    return Optional.of(
                            file.startsWith(root)
                                    ? root.relativize(file).toString()
                                    : file.toString());
                } catch (FileAlreadyExistsException taken) {
                    // The next number is tried.
                }
            }
        } catch (IOException full) {
            return Optional.empty();
        }
    }
}
