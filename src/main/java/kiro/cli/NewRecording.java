package kiro.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file that a model's answers are to be kept in.
final class NewRecording {
    private static final String CODE = "agent/recording";

    private NewRecording() {}

    /// Makes it; what keeps it from being made, where something does. One that is there is somebody's, and left alone.
    static Optional<Problem> make(Path file) {
        try {
            Files.createFile(file);
            return Optional.empty();
        } catch (FileAlreadyExistsException there) {
            return Optional.of(
                    new Problem(CODE, file + " is there already", "name a file that is not"));
        } catch (IOException unwritable) {
            return Optional.of(
                    new Problem(
                            CODE,
                            file + " cannot be made: " + unwritable.getMessage(),
                            "name a file in a folder that is there, and that you may write"));
        }
    }
}
