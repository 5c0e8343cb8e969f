package kiro.auth;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.text.FileTurn;
import kiro.text.Json;
import kiro.text.OwnFile;
import kiro.text.SmallFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The file in which this program keeps what a person signed in with, readable by that person alone. `docs/formats/auth.md`
/// describes it; what it has and this version does not know stays in it.
public final class CredentialFile {
    private static final int VERSION = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final String label;

    CredentialFile(Path file, String label) {
        this.file = file;
        this.label = label;
    }

    /// @param home the person's home folder
    public static CredentialFile of(Map<String, String> environment, Path home) {
        String moved = environment.getOrDefault("KIRO_HOME", "").strip();
        Path folder = moved.isEmpty() ? home.resolve(".kiro") : Path.of(moved);
        return new CredentialFile(
                folder.resolve("credentials.json"),
                (moved.isEmpty() ? "~/.kiro" : folder.toString()) + "/credentials.json");
    }

    /// What came of reading it.
    sealed interface Reading {
        record Whole(ObjectNode root) implements Reading {}

        record Broken(String message) implements Reading {}
    }

    /// What came of changing it.
    public sealed interface Change {
        record Written() implements Change {}

        /// Nothing was written: somebody has to look at the file first.
        record Refused(String message, String fix) implements Change {}
    }

    /// The file as messages name it.
    public String label() {
        return label;
    }

    /// A file that is not there says nothing.
    Reading read() {
        try {
            JsonNode root = Json.read(SmallFile.read(file));
            if (!(root instanceof ObjectNode object)) {
                return new Reading.Broken(label + " is not a JSON object");
            }
            return object.path("version").asInt(0) == VERSION
                    ? new Reading.Whole(object)
                    : new Reading.Broken(label + " is of a version that this one does not know");
        } catch (NoSuchFileException none) {
            return new Reading.Whole(JsonNodeFactory.instance.objectNode());
        } catch (JacksonException notJson) {
            return new Reading.Broken(label + " is not JSON");
        } catch (IOException unreadable) {
            return new Reading.Broken(label + " cannot be read: " + unreadable.getMessage());
        }
    }

    /// Changes it in one step, and loses nothing that somebody else changes at the same time.
    Change change(Consumer<ObjectNode> change) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        Files.createDirectories(folder);
        try {
            Optional<FileTurn> turn = FileTurn.take(folder, "credentials", PATIENCE);
            if (turn.isEmpty()) {
                return new Change.Refused(
                        "another kiro is changing " + label, "call the command again");
            }
            try (FileTurn _ = turn.get()) {
                return changed(change);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped before " + label + " was changed");
        }
    }

    private Change changed(Consumer<ObjectNode> change) throws IOException {
        return switch (read()) {
            case Reading.Broken(String message) ->
                    new Change.Refused(message, "mend the file, or remove it and sign in again");
            case Reading.Whole(ObjectNode root) -> {
                ObjectNode next = root.deepCopy().put("version", VERSION);
                change.accept(next);
                if (!next.equals(root)) {
                    new OwnFile(file)
                            .replacePrivately(
                                    JsonMapper.shared()
                                                    .writerWithDefaultPrettyPrinter()
                                                    .writeValueAsString(next)
                                            + "\n");
                }
                yield new Change.Written();
            }
        };
    }
}
