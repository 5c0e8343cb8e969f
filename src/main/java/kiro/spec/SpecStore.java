package kiro.spec;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.text.Order;
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

    /// After so many specs what checks them is compiled.
    private static final int ALONE = 1_500;

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
        return paths().map(path -> new StoredSpec(nameOf(path), path, files.read(path)));
    }

    /// What came of the files of every spec there is, by name; nothing in them is understood before the work begins. A second
    /// processor helps when Java has compiled what the first one needed: until then both would go the slow way.
    ///
    /// @param work depends on nothing but what it is given; it is done in several threads
    public <T> List<T> each(Function<SpecContent, T> work) {
        Found found = found();
        List<Entry> all = found.entries();
        int alone = Math.min(all.size(), ALONE);
        var done = new ArrayList<T>(all.size());
        for (Entry entry : all.subList(0, alone)) {
            done.add(work.apply(content(entry, found.names())));
        }
        done.addAll(
                inParallel(all.subList(alone, all.size()))
                        .map(entry -> work.apply(content(entry, found.names())))
                        .toList());
        return done;
    }

    private SpecContent content(Entry entry, Set<String> names) {
        return entry.isLink() || isMarkdown(entry.path().name())
                ? files.open(entry.path())
                : files.openFolder(entry.path(), names);
    }

    /// Every spec there is, by name, as far as a list needs it: plain ones are not read whole, which takes a tenth of
    /// the time.
    ///
    /// @param isWanted the names of those that are to be read whole
    public Stream<SpecGlance> glances(Predicate<String> isWanted) {
        List<Entry> entries = found().entries();
        var glances =
                new SpecGlances(
                        workspace,
                        entries.stream()
                                .map(entry -> entry.path().name())
                                .collect(Collectors.toUnmodifiableSet()),
                        files::readWithoutDesign);
        return entries.stream()
                .map(entry ->
                        entry.isLink() || isWanted.test(nameOf(entry.path()))
                                ? glances.whole(entry.path())
                                : glances.of(entry.path()));
    }

    private Stream<WorkspacePath> paths() {
        return inParallel(entries());
    }

    private static <T> Stream<T> inParallel(List<T> all) {
        return all.size() < MANY ? all.stream() : all.parallelStream();
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
        Optional<String> elsewhere =
                wanted.isEmpty()
                        ? Optional.empty()
                        : Stream.of(
                                        absolute(directory, wanted),
                                        inFolder(wanted + SUFFIX),
                                        inFolder(wanted))
                                .filter(place -> workspace.resolve(place).isEmpty())
                                .filter(SpecStore::exists)
                                .findFirst();
        return new SpecReading.Broken(
                List.of(
                        elsewhere.isPresent()
                                ? StoreFaults.outside(wanted, workspace.root())
                                : StoreFaults.missing(wanted, names())));
    }

    /// Where a spec of this name lies, though a link there may lead out of the project.
    private String inFolder(String name) {
        return absolute(workspace.absolute(FOLDER), name);
    }

    private static boolean exists(String path) {
        return path.indexOf('\0') < 0 && Files.exists(Path.of(path));
    }

    /// Something in the folder that is a spec, or is meant to be.
    ///
    /// @param isLink whether it is a folder through a link
    private record Entry(WorkspacePath path, boolean isLink) {}

    private List<WorkspacePath> entries() {
        return found().entries().stream().map(Entry::path).toList();
    }

    /// What lies in the folder of the specs.
    ///
    /// @param entries by their paths
    /// @param names of all, specs or not
    private record Found(List<Entry> entries, Set<String> names) {
        static Found only(Entry entry) {
            return new Found(List.of(entry), Set.of());
        }
    }

    /// What is a spec, or is meant to be, by its path; the folder itself where it cannot be looked into, so that
    /// reading it says why.
    private Found found() {
        Path folder = workspace.absolute(FOLDER);
        if (!Files.isDirectory(folder)) {
            return new Found(List.of(), Set.of());
        }
        if (workspace.resolve(FOLDER.value()).isEmpty()) {
            return Found.only(new Entry(FOLDER, true));
        }
        var entries = new ArrayList<Entry>();
        var names = new HashSet<String>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                names.add(name);
                Optional<Entry> entry = entry(child, name);
                if (entry.isPresent()) {
                    entries.add(entry.get());
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Found.only(new Entry(FOLDER, true));
        }
        entries.sort(Order.by(Entry::path));
        return new Found(entries, names);
    }

    private static Optional<Entry> entry(Path child, String name) {
        boolean isSetAside = name.startsWith("_") && !isMarkdown(name);
        if (name.startsWith(".") || isSetAside || name.equalsIgnoreCase("README.md")) {
            return Optional.empty();
        }
        if (isMarkdown(name)) {
            return Optional.of(new Entry(FOLDER.child(name), false));
        }
        boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
        return isFolder || Files.isDirectory(child)
                ? Optional.of(new Entry(FOLDER.child(name), !isFolder))
                : Optional.empty();
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
