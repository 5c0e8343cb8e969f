package kiro.tool.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.secret.SecretFiles;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads the paths of calls. None leads outside of the workspace, or into `.git`.
final class PathReader {
    private final Workspace workspace;
    private final KiroIgnore ignored;

    PathReader(Workspace workspace, KiroIgnore ignored) {
        this.workspace = workspace;
        this.ignored = ignored;
    }

    /// Whether the project keeps a file from every tool.
    boolean isKept(WorkspacePath path) {
        return ignored.includes(path.value());
    }

    /// Whether a word of a command, such as `HEAD:private/a`, names such a file.
    boolean namesKept(String word) {
        return Stream.of(word.split("[:=]"))
                .anyMatch(part -> ignored.includes(part.replaceFirst("^(\\./)+", "")));
    }

    /// Whether a folder holds such files, or may: what cannot be looked through does.
    boolean holdsKept(String folder) {
        Path start = workspace.root().resolve(folder);
        if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.anyMatch(
                    file -> workspace.relativize(file).filter(this::isKept).isPresent());
        } catch (IOException | UncheckedIOException unreadable) {
            return true;
        }
    }

    /// Patterns that have git leave out what is kept; empty where nothing is.
    List<String> exclusions() {
        return ignored.pathspecs().stream().map(pattern -> ":(exclude,glob)" + pattern).toList();
    }

    PathReading read(String text) {
        if (text.isBlank()) {
            return new PathReading.Refused("the path is empty");
        }
        if (text.startsWith("~")) {
            return new PathReading.Refused(
                    text + ": `~` means nothing here: give a path relative to the workspace");
        }
        if (isRoot(text)) {
            return new PathReading.Root();
        }
        Optional<WorkspacePath> path = workspace.resolve(text).flatMap(this::withoutLinks);
        if (path.isEmpty()) {
            return new PathReading.Refused(
                    text + " is outside of the workspace, which is " + workspace.root());
        }
        Optional<WorkspacePath> given = workspace.resolve(text);
        if (isKept(path.get()) || given.filter(this::isKept).isPresent()) {
            return new PathReading.Refused(
                    text
                            + " is kept from tools by .kiroignore: work without it, or ask the person");
        }
        if (given.filter(each -> SecretFiles.include(each.value())).isPresent()
                && !SecretFiles.include(path.get().value())) {
            return new PathReading.Refused(
                    "%s is named as a file of secrets is, and leads to %s: work without it, or ask the person"
                            .formatted(text, path.get()));
        }
        boolean isInGit =
                Stream.of(path.get().value().split("/")).anyMatch(".git"::equalsIgnoreCase);
        return isInGit
                ? new PathReading.Refused(text + " belongs to git: use the git tool")
                : new PathReading.Inside(path.get());
    }

    private boolean isRoot(String text) {
        try {
            return workspace.root().resolve(text).normalize().equals(workspace.root());
        } catch (InvalidPathException unusable) {
            return false;
        }
    }

    private Optional<WorkspacePath> withoutLinks(WorkspacePath path) {
        Path absolute = workspace.absolute(path);
        try {
            for (Path at = absolute; at != null; at = at.getParent()) {
                if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                    return workspace.relativize(at.toRealPath().resolve(at.relativize(absolute)));
                }
            }
            return Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }
}
