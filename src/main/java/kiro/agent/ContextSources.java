package kiro.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kiro.secret.SecretFiles;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.text.NearestNames;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Where the context of a run takes files from that somebody mentions: within the workspace, nothing that holds secrets or
/// that `.kiroignore` names, and no more of it than fits.
public final class ContextSources {
    /// The most characters of one file.
    private static final int LONGEST = 60_000;

    /// A shorter word is near to too many names.
    private static final int SHORTEST_SLIP = 5;

    /// The most names of one folder.
    private static final int ENTRIES = 200;

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Predicate<String> ignored;
    private final Function<String, Optional<Spec>> specs;
    private final Optional<ProjectMap> map;

    private ContextSources(
            Workspace workspace,
            Predicate<String> ignored,
            Function<String, Optional<Spec>> specs,
            Optional<ProjectMap> map) {
        this.map = map;
        this.workspace = workspace;
        this.files = new WorkspaceFiles(workspace);
        this.ignored = ignored;
        this.specs = specs;
    }

    /// @param specs finds a spec by its name
    public static ContextSources of(Workspace workspace, Function<String, Optional<Spec>> specs)
            throws IOException {
        return new ContextSources(
                workspace, KiroIgnore.in(workspace.root())::includes, specs, Optional.empty());
    }

    /// The same with a map of the project.
    public ContextSources with(ProjectMap drawn) {
        return new ContextSources(workspace, ignored, specs, Optional.of(drawn));
    }

    /// Whether a file may be shown to a model.
    public boolean mayShow(WorkspacePath file) {
        return !SecretFiles.include(file.value()) && !ignored.test(file.value());
    }

    /// The map of the project, where there is one.
    Optional<String> map() {
        return map.flatMap(ProjectMap::text);
    }

    /// The map that was not there in time for the beginning, once it is there.
    Optional<String> lateMap() {
        return map.flatMap(ProjectMap::late);
    }

    /// What was found where somebody pointed to.
    sealed interface Found {
        /// @param name the path from the workspace's root
        record Content(String name, String text) implements Found {}

        /// @param reason the end of a sentence that begins with the name
        record Nothing(String name, String reason) implements Found {}
    }

    Optional<Spec> spec(String name) {
        return specs.apply(name);
    }

    /// The names of specs that somebody may have meant by one that there is not.
    List<String> specsLike(String name) {
        if (name.length() < SHORTEST_SLIP) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(workspace.absolute(SpecStore.FOLDER))) {
            return NearestNames.of(
                    name,
                    entries.map(entry -> entry.getFileName().toString().replaceFirst("\\.md$", ""))
                            .sorted()
                            .toList());
        } catch (IOException none) {
            return List.of();
        }
    }

    /// Whether there is anything at a path that may be looked at.
    boolean has(String path) {
        return workspace
                .resolve(path)
                .filter(at -> Files.exists(workspace.absolute(at)))
                .isPresent();
    }

    /// What stands at a path, as somebody has written it.
    Found find(String path) {
        Optional<WorkspacePath> resolved = workspace.resolve(path);
        if (resolved.isEmpty()) {
            return new Found.Nothing(path, "lies outside of the workspace");
        }
        String name = resolved.get().value();
        if (SecretFiles.include(name)) {
            return new Found.Nothing(name, "holds secrets, which no model is shown");
        }
        if (ignored.test(name)) {
            return new Found.Nothing(name, "is kept from every tool by .kiroignore");
        }
        try {
            return Files.isDirectory(workspace.absolute(resolved.get()))
                    ? new Found.Content(name + "/", listing(resolved.get()))
                    : content(resolved.get());
        } catch (IOException unreadable) {
            return new Found.Nothing(name, "cannot be read: " + unreadable.getMessage());
        }
    }

    private Found content(WorkspacePath path) throws IOException {
        Optional<byte[]> bytes = files.read(path);
        if (bytes.isEmpty()) {
            return new Found.Nothing(path.value(), "is not there");
        }
        String text = new String(bytes.get(), StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0
                ? new Found.Nothing(path.value(), "is no text")
                : new Found.Content(path.value(), bounded(text));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST)
                        + "\n(%,d more characters: read the file where you need them)\n"
                                .formatted(text.length() - LONGEST);
    }

    private String listing(WorkspacePath folder) throws IOException {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(workspace.absolute(folder))) {
            for (Path entry : entries) {
                String name = folder.value() + "/" + entry.getFileName();
                if (!SecretFiles.include(name) && !ignored.test(name)) {
                    names.add(entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""));
                }
            }
        }
        List<String> sorted = names.stream().sorted().toList();
        String listed = String.join("\n", sorted.subList(0, Math.min(ENTRIES, sorted.size())));
        return sorted.size() <= ENTRIES
                ? listed
                : listed + "\n(%,d more)".formatted(sorted.size() - ENTRIES);
    }

    /// The folders with an `AGENTS.md` of their own that a file lies in, the nearest last. That of the root is steering,
    /// and told at the beginning.
    List<String> agentsAbove(WorkspacePath file) {
        var found = new ArrayList<String>();
        String path = file.value();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (Files.isRegularFile(workspace.root().resolve(folder).resolve("AGENTS.md"))) {
                found.add(folder);
            }
        }
        return found;
    }
}
