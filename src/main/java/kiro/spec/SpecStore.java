package kiro.spec;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.text.TextDocument;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// The specs of a project, in `.kiro/specs`.
public final class SpecStore {
    /// Where the specs lie.
    public static final WorkspacePath FOLDER = WorkspacePath.of(".kiro/specs");

    static final String SUFFIX = ".md";

    /// From here on a second processor is worth its start.
    private static final int MANY = 200;

    private final Workspace workspace;
    private final SpecFile files;

    public SpecStore(Workspace workspace) {
        this.workspace = workspace;
        this.files = new SpecFile(workspace);
    }

    /// The spec that a person means: a name, or a path relative to the workspace's root.
    public SpecReading find(String nameOrPath) {
        return find(nameOrPath, workspace.root());
    }

    /// The spec that a person means who stands in a folder: a name, or a path relative to that folder or to the
    /// workspace's root, with or without `.md`.
    public SpecReading find(String nameOrPath, Path directory) {
        String wanted = nameOrPath.strip();
        List<WorkspacePath> meant = candidates(wanted, directory);
        return meant.stream()
                .filter(path ->
                        isMarkdown(path.name()) && Files.isRegularFile(workspace.absolute(path)))
                .findFirst()
                .or(() -> meant.stream().filter(this::isInFolder).findFirst())
                .map(files::read)
                .orElseGet(() -> absent(wanted, directory));
    }

    /// Every spec there is, by name.
    public List<SpecReading> all() {
        return list().stream().map(StoredSpec::reading).toList();
    }

    /// Every spec there is, by name, and whatever lies among them and cannot be read as one.
    public List<StoredSpec> list() {
        return stream().toList();
    }

    /// The same, each read when it is asked for, so that thousands need not be held at once. Many are read in
    /// parallel.
    public Stream<StoredSpec> stream() {
        return stream(files::read);
    }

    /// The same without the designs of specs that are folders, which is what a list needs.
    public Stream<StoredSpec> withoutDesigns() {
        return stream(files::readWithoutDesign);
    }

    private Stream<StoredSpec> stream(Function<WorkspacePath, SpecReading> read) {
        List<WorkspacePath> paths = entries();
        Stream<WorkspacePath> each = paths.size() < MANY ? paths.stream() : paths.parallelStream();
        return each.map(path -> new StoredSpec(nameOf(path), path, read.apply(path)));
    }

    /// The names of the specs, sorted, without reading them.
    public List<String> names() {
        return entries().stream().map(SpecStore::nameOf).toList();
    }

    /// Where a spec of this name lies, or would.
    public WorkspacePath path(SpecName name) {
        return FOLDER.child(name + SUFFIX);
    }

    /// Writes the document with a spec's criteria back to its file.
    ///
    /// @throws FileSystemException when the file is no longer what the spec was read from: somebody's change would
    ///     be lost
    public void write(Spec spec, TextDocument document) throws IOException {
        write(spec.main(), document);
    }

    /// Writes one of a spec's documents back to its file.
    ///
    /// @param read as it was read
    /// @throws FileSystemException when the file is no longer what was read: somebody's change would be lost
    public void write(SpecDocument read, TextDocument changed) throws IOException {
        Path file = workspace.absolute(read.path());
        if (!Arrays.equals(Files.readAllBytes(file), read.text().bytes())) {
            throw new FileSystemException(
                    read.path().value(), null, "it was changed meanwhile: run the command again");
        }
        new WorkspaceFiles(workspace).write(read.path(), changed.bytes());
    }

    private List<WorkspacePath> candidates(String wanted, Path directory) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Stream<String> places =
                wanted.indexOf('/') < 0 && wanted.indexOf('\\') < 0
                        ? Stream.of(FOLDER + "/" + wanted, absolute(directory, wanted), wanted)
                        : Stream.of(absolute(directory, wanted), wanted, FOLDER + "/" + wanted);
        return places.flatMap(place -> Stream.of(place + SUFFIX, place))
                .map(workspace::resolve)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static String absolute(Path directory, String wanted) {
        try {
            return directory.resolve(wanted).toString();
        } catch (java.nio.file.InvalidPathException unusable) {
            return wanted;
        }
    }

    /// Whether it is something among the specs that is not a Markdown file: a folder, perhaps.
    private boolean isInFolder(WorkspacePath path) {
        return path.value().startsWith(FOLDER + "/") && Files.exists(workspace.absolute(path));
    }

    private SpecReading absent(String wanted, Path directory) {
        boolean isElsewhere =
                !wanted.isEmpty()
                        && workspace.resolve(absolute(directory, wanted)).isEmpty()
                        && exists(absolute(directory, wanted));
        return new SpecReading.Broken(
                List.of(
                        isElsewhere
                                ? StoreFaults.outside(wanted, workspace.root())
                                : StoreFaults.missing(wanted, names())));
    }

    private static boolean exists(String path) {
        return path.indexOf('\0') < 0 && Files.exists(Path.of(path));
    }

    /// The files and folders that are specs, or are meant to be; the folder itself where it cannot be looked into, so
    /// that reading it says why.
    private List<WorkspacePath> entries() {
        Path folder = workspace.absolute(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        if (workspace.resolve(FOLDER.value()).isEmpty()) {
            return List.of(FOLDER);
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(SpecStore::isEntry)
                    .map(child -> FOLDER.child(child.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of(FOLDER);
        }
    }

    private static boolean isEntry(Path child) {
        String name = child.getFileName().toString();
        if (name.startsWith(".") || name.equalsIgnoreCase("README.md")) {
            return false;
        }
        return isMarkdown(name) || Files.isDirectory(child);
    }

    static boolean isMarkdown(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    static String nameOf(WorkspacePath path) {
        return isMarkdown(path.name())
                ? path.name().substring(0, path.name().length() - SUFFIX.length())
                : path.name();
    }
}
