package kiro.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An operation on a file that failed, with a message for people. The JDK's own messages are often a
/// path alone.
final class FileProblem extends IOException {
    private static final long serialVersionUID = 1;

    FileProblem(String message) {
        super(message);
    }

    private FileProblem(String message, IOException cause) {
        super(message, cause);
    }

    /// @param failure what could not be done, with the file's name
    static FileProblem of(String failure, IOException cause) {
        return switch (cause) {
            case FileProblem told -> told;
            case AccessDeniedException denied ->
                    new FileProblem(failure + ": the system does not permit it", denied);
            case FileAlreadyExistsException inTheWay ->
                    new FileProblem(
                            failure + ": " + inTheWay.getFile() + " is a file, not a folder",
                            inTheWay);
            case FileSystemException known ->
                    new FileProblem(failure + ": " + reason(known.getReason()), known);
            default -> new FileProblem(failure + ": " + reason(cause.getMessage()), cause);
        };
    }

    private static String reason(@Nullable String reason) {
        return Optional.ofNullable(reason)
                .map(text -> text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1))
                .orElse("the system gives no reason");
    }
}
