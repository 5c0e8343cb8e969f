package kiro.action;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kiro.text.OwnFile;

/// The file that git has made for a commit's message, with comments for whoever edits it.
final class MessageFile {
    private static final String SCISSORS = " ------------------------ >8 ------------------------";

    private final Path file;
    private final String comment;

    /// @param comment what git's comments start with
    MessageFile(Path file, String comment) {
        this.file = file;
        this.comment = comment;
    }

    /// What came of writing.
    sealed interface Written {
        record Done() implements Written {}

        /// The file is as it was.
        record Left(String reason) implements Written {}
    }

    /// Why there is no place for a message; empty where there is.
    Optional<String> taken() throws IOException {
        Optional<String> there = read();
        return there.isEmpty()
                ? Optional.of("the file of the message is not UTF-8")
                : there.filter(this::hasMessage).map(_ -> "there is a message already");
    }

    /// Writes a message before the comments where there is none.
    ///
    /// @param text ends with a line break
    Written begin(String text) throws IOException {
        Optional<String> taken = taken();
        if (taken.isPresent()) {
            return new Written.Left(taken.get());
        }
        String rest = read().orElse("").replaceFirst("^(?:[ \\t]*\\R)+", "");
        new OwnFile(file).replace(rest.isEmpty() ? text : text + "\n" + rest);
        return new Written.Done();
    }

    private Optional<String> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.of("");
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private boolean hasMessage(String text) {
        for (String line : text.lines().toList()) {
            if (line.startsWith(comment + SCISSORS)) {
                return false;
            }
            if (!line.isBlank() && !line.startsWith(comment)) {
                return true;
            }
        }
        return false;
    }
}
