package kiro.persona;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kiro.secret.SecretFiles;

/// The file that holds an agent's prompt, named from the folder of the agent's own file.
final class PromptFile {
    private final Shelf shelf;
    private final Shelf.Found agent;

    PromptFile(Shelf shelf, Shelf.Found agent) {
        this.shelf = shelf;
        this.agent = agent;
    }

    sealed interface Reading {
        record Whole(String text) implements Reading {}

        record Missing(String reason) implements Reading {}
    }

    /// @param address such as `file://./prompt.md`
    Reading read(String address) {
        try {
            String named = address.replaceFirst("^file:(//)?", "");
            Path file = agent.file().resolveSibling(named).normalize();
            if (shelf.walls().isPresent() && !file.startsWith(shelf.walls().get())) {
                return new Reading.Missing("it lies outside of the project");
            }
            if (SecretFiles.include(file.toString())) {
                return new Reading.Missing("by its name it holds secrets");
            }
            if (!Files.exists(file)) {
                return new Reading.Missing("there is no such file");
            }
            return switch (shelf.read(file, PersonaReader.MAX_BYTES)) {
                case Shelf.Content.Text text -> new Reading.Whole(text.document().text().strip());
                case Shelf.Content.Unreadable no -> new Reading.Missing(no.reason());
            };
        } catch (InvalidPathException unusable) {
            return new Reading.Missing("it is no path");
        }
    }
}
