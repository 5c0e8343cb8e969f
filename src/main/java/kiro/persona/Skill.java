package kiro.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import kiro.secret.SecretFiles;

/// Something that an agent can read up on when it needs it: a folder with a `SKILL.md`, and files beside it.
public final class Skill {
    static final String FILE = "SKILL.md";
    static final int MAX_BYTES = 256 * 1024;

    private static final int MOST_LISTED = 50;

    private final String name;
    private final String description;
    private final Shelf shelf;

    /// @param shelf its own folder
    Skill(String name, String description, Shelf shelf) {
        this.name = name;
        this.description = description;
        this.shelf = shelf;
    }

    /// What came of reading one of its files.
    public sealed interface Reading {
        record Text(String text) implements Reading {}

        /// @param reason what stands in the way, for the model
        record Refused(String reason) implements Reading {}
    }

    public String name() {
        return name;
    }

    /// When it is of use, on one line.
    public String description() {
        return description;
    }

    /// How it stands in the list that a model has from the beginning.
    public String line() {
        return "- %s: %s".formatted(name, description);
    }

    /// Its folder as messages name it, from the project's root where it lies in the project.
    public String folder() {
        return shelf.label();
    }

    public boolean isProjects() {
        return shelf.isProjects();
    }

    /// The advice itself, without its front matter.
    public Reading body() {
        return switch (shelf.read(shelf.folder().resolve(FILE), MAX_BYTES)) {
            case Shelf.Content.Unreadable no -> new Reading.Refused(no.reason());
            case Shelf.Content.Text text ->
                    new Reading.Text(Clean.text(MarkdownParts.of(text.document()).body()));
        };
    }

    /// One of the files beside it. None leads out of its folder.
    ///
    /// @param file from the skill's folder
    public Reading file(String file) {
        try {
            Path path = shelf.folder().resolve(file).normalize();
            if (!path.startsWith(shelf.folder()) || path.equals(shelf.folder())) {
                return new Reading.Refused("it lies outside of the skill's folder");
            }
            if (SecretFiles.include(path.toString())) {
                return new Reading.Refused("by its name it holds secrets");
            }
            if (!Files.exists(path)) {
                return new Reading.Refused("there is no such file");
            }
            if (!path.toRealPath().startsWith(shelf.folder().toRealPath())) {
                return new Reading.Refused("it is a link that leads out of the skill's folder");
            }
            return switch (shelf.read(path, MAX_BYTES)) {
                case Shelf.Content.Unreadable no -> new Reading.Refused(no.reason());
                case Shelf.Content.Text text ->
                        new Reading.Text(Clean.text(text.document().text()));
            };
        } catch (InvalidPathException unusable) {
            return new Reading.Refused("it is no path");
        } catch (IOException unreadable) {
            return new Reading.Refused(String.valueOf(unreadable.getMessage()));
        }
    }

    /// The names of the files beside it.
    public List<String> files() {
        Predicate<String> isShown = file -> !file.equals(FILE) && !SecretFiles.include("/" + file);
        return shelf.files(isShown).stream()
                .map(Shelf.Found::name)
                .map(Clean::line)
                .limit(MOST_LISTED)
                .toList();
    }
}
