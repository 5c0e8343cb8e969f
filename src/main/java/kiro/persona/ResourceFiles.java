package kiro.persona;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.finding.Slips;
import kiro.secret.SecretFiles;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// Reads the files that an agent has before it from the beginning. They lie in the project; an agent of the person may
/// name files of theirs by whole paths.
public final class ResourceFiles {
    private static final int MOST_FILES = 50;
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_IN_ALL = 256 * 1024;

    private final Workspace workspace;
    private final Path home;
    private final List<WorkspacePath> known;

    /// @param home the person's home folder
    /// @param known the project's files, from which patterns choose
    public ResourceFiles(Workspace workspace, Path home, List<WorkspacePath> known) {
        this.workspace = workspace;
        this.home = home;
        this.known = List.copyOf(known);
    }

    /// @param texts by path, in the order in which the agent names them
    public record Reading(Map<String, String> texts, List<Finding> findings) {
        public Reading {
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            findings = List.copyOf(findings);
        }
    }

    public Reading of(Persona persona) {
        var slips = new Slips("agents", persona.file());
        var texts = new LinkedHashMap<String, String>();
        int size = 0;
        for (String named : persona.resources().files()) {
            for (String path : paths(named, slips)) {
                Optional<String> text =
                        texts.containsKey(path) ? Optional.empty() : text(path, persona, slips);
                if (text.isEmpty()) {
                    continue;
                }
                if (texts.size() == MOST_FILES || size + text.get().length() > MOST_IN_ALL) {
                    slip(slips, path, "there is more than an agent can have before it");
                    return new Reading(texts, slips.findings());
                }
                size += text.get().length();
                texts.put(path, text.get());
            }
        }
        return new Reading(texts, slips.findings());
    }

    private List<String> paths(String named, Slips slips) {
        String path = named.replaceFirst("^(\\./)+", "");
        if (!path.matches(".*[*?\\[{].*")) {
            return List.of(path);
        }
        Optional<PathGlob> glob =
                PathGlob.parse(path.indexOf('/') < 0 ? "/" + path : path)
                        .filter(each -> !isPersons(path));
        List<String> found =
                glob.map(each ->
                                known.stream()
                                        .map(WorkspacePath::value)
                                        .filter(each::matches)
                                        .toList())
                        .orElse(List.of());
        if (found.isEmpty()) {
            slip(
                    slips,
                    named,
                    isPersons(path)
                            ? "patterns choose from the project's files alone"
                            : "no file of the project fits");
        }
        var shown = new ArrayList<>(found);
        shown.removeIf(file -> SecretFiles.include(file) || isKept(file));
        return shown;
    }

    private static boolean isPersons(String path) {
        return path.startsWith("/") || path.startsWith("~");
    }

    private Optional<String> text(String path, Persona persona, Slips slips) {
        if (SecretFiles.include(path)) {
            slip(slips, path, "by its name it holds secrets");
            return Optional.empty();
        }
        if (isPersons(path) && !persona.source().isProjects()) {
            Path file = path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
            return text(path, new Shelf(home, "~", Optional.empty()), file, slips);
        }
        Optional<WorkspacePath> inside = workspace.resolve(path);
        if (inside.isEmpty()) {
            slip(slips, path, "it lies outside of the project");
            return Optional.empty();
        }
        if (isKept(inside.get().value()) || SecretFiles.include(inside.get().value())) {
            slip(slips, path, "it is kept from tools");
            return Optional.empty();
        }
        return text(
                path,
                new Shelf(workspace.root(), ".", Optional.of(workspace.root())),
                workspace.absolute(inside.get()),
                slips);
    }

    private static Optional<String> text(String path, Shelf shelf, Path file, Slips slips) {
        return switch (shelf.read(file, MOST_BYTES)) {
            case Shelf.Content.Text text -> Optional.of(Clean.text(text.document().text()));
            case Shelf.Content.Unreadable unreadable -> {
                slip(slips, path, unreadable.reason());
                yield Optional.empty();
            }
        };
    }

    /// What cannot be asked about is kept.
    private boolean isKept(String path) {
        try {
            return KiroIgnore.in(workspace.root()).includes(path);
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static void slip(Slips slips, String path, String reason) {
        slips.warning(
                "resource-left-out",
                SourceSpan.start(),
                "the resource '%s' is left out: %s".formatted(Clean.line(path), reason),
                "mend the agent's resources, or let it read what it needs");
    }
}
