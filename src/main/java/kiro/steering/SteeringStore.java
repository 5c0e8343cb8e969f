package kiro.steering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.text.Order;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The steering files of a project: `.kiro/steering/**/*.md` and `AGENTS.md` at its root, the same below folders of it, and
/// the person's own, which lie in the same places of the home folder.
public final class SteeringStore {
    private static final WorkspacePath FOLDER = WorkspacePath.of(".kiro/steering");
    private static final WorkspacePath AGENTS = WorkspacePath.of("AGENTS.md");
    private static final int DEEPEST = 16;

    private final Workspace workspace;
    private final Optional<Workspace> own;

    public SteeringStore(Workspace workspace) {
        this.workspace = workspace;
        this.own = Optional.empty();
    }

    /// @param home the person's home folder
    public SteeringStore(Workspace workspace, Path home) {
        this.workspace = workspace;
        this.own =
                Optional.of(new Workspace(home))
                        .filter(theirs -> !theirs.root().equals(workspace.root()));
    }

    /// What came out of reading all of them.
    ///
    /// @param files by how near they are, the nearest last, and by path
    public record Reading(List<SteeringFile> files, List<Finding> findings) {
        public Reading {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }

        /// Those that apply to a piece of work on these files, in their order; those of a folder where one of the files lies in
        /// it. The `AGENTS.md` of a folder is told once a file in the folder is looked at. An inclusion that is not known is taken as
        /// always; what a person names or a model chooses is not among them.
        public List<SteeringFile> applyingTo(List<WorkspacePath> inHand) {
            return files.stream().filter(file -> applies(file, inHand)).toList();
        }

        private static boolean applies(SteeringFile file, List<WorkspacePath> inHand) {
            return switch (file.place()) {
                case SteeringPlace.Person person -> applies(file.inclusion(), inHand);
                case SteeringPlace.Project project -> applies(file.inclusion(), inHand);
                case SteeringPlace.Folder folder -> {
                    String above = folder.folder().value() + "/";
                    List<WorkspacePath> within =
                            inHand.stream()
                                    .filter(path -> path.value().startsWith(above))
                                    .map(path -> path.value().substring(above.length()))
                                    .map(WorkspacePath::of)
                                    .toList();
                    yield !file.isAgentsFile()
                            && !within.isEmpty()
                            && applies(file.inclusion(), within);
                }
            };
        }

        private static boolean applies(Inclusion inclusion, List<WorkspacePath> inHand) {
            return switch (inclusion) {
                case Inclusion.Always always -> true;
                case Inclusion.Unknown unknown -> true;
                case Inclusion.FileMatch match ->
                        match.globs().stream()
                                .map(PathGlob::parse)
                                .flatMap(Optional::stream)
                                .anyMatch(glob ->
                                        inHand.stream()
                                                .anyMatch(file -> glob.matches(file.value())));
                case Inclusion.Manual manual -> false;
                case Inclusion.Auto auto -> false;
            };
        }
    }

    /// The person's own and the project's.
    public Reading read() {
        return read(List.of());
    }

    /// The same, and those of folders that are among the known files.
    ///
    /// @param known files of the project
    public Reading read(List<WorkspacePath> known) {
        var files = new ArrayList<SteeringFile>();
        var findings = new ArrayList<Finding>();
        own.ifPresent(home -> {
            Reading theirs = new SteeringStore(home).read();
            theirs.files().stream()
                    .filter(file -> !file.isAgentsFile())
                    .map(file -> file.at(new SteeringPlace.Person()))
                    .forEach(files::add);
            theirs.findings().stream().map(SteeringStore::atHome).forEach(findings::add);
        });
        for (WorkspacePath path : paths(findings)) {
            add(path, new SteeringPlace.Project(), files, findings);
        }
        NestedSteering.among(known)
                .forEach(found ->
                        add(
                                found.path(),
                                new SteeringPlace.Folder(found.folder()),
                                files,
                                findings));
        files.sort(Order.by(file -> file.place().depth()));
        if (findings.size() > 1) {
            findings.sort(Finding.ORDER);
        }
        return new Reading(files, findings);
    }

    private void add(
            WorkspacePath path,
            SteeringPlace place,
            List<SteeringFile> files,
            List<Finding> findings) {
        var reader = new SteeringReader(path);
        bytes(path, findings)
                .flatMap(reader::read)
                .map(SteeringStore::asTold)
                .map(file -> file.at(place))
                .ifPresent(files::add);
        findings.addAll(reader.findings());
    }

    private static Finding atHome(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                "~/" + finding.file(),
                finding.span(),
                finding.message(),
                finding.fix());
    }

    /// `AGENTS.md` is meant for every agent at all times, whatever stands at its head.
    private static SteeringFile asTold(SteeringFile file) {
        return file.isAgentsFile() ? file.told(new Inclusion.Always()) : file;
    }

    private List<WorkspacePath> paths(List<Finding> findings) {
        var paths = new ArrayList<WorkspacePath>();
        if (Files.isRegularFile(workspace.absolute(AGENTS))) {
            paths.add(AGENTS);
        }
        Path folder = workspace.absolute(FOLDER);
        if (Files.isDirectory(folder) && workspace.resolve(FOLDER.value()).isEmpty()) {
            findings.add(unreadable(FOLDER, "it is a link that leads out of the project"));
        } else if (Files.isDirectory(folder)) {
            // the dot makes the walk enter a folder that is a link; links below are not entered
            try (Stream<Path> below = Files.walk(folder.resolve("."), DEEPEST)) {
                below.filter(SteeringStore::isMarkdown)
                        .filter(Files::isRegularFile)
                        .map(workspace::relativize)
                        .flatMap(Optional::stream)
                        .forEach(paths::add);
            } catch (IOException | UncheckedIOException unreadable) {
                findings.add(unreadable(FOLDER, String.valueOf(unreadable.getMessage())));
            }
        }
        return paths.stream().sorted().toList();
    }

    private static boolean isMarkdown(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(".md");
    }

    /// The file's bytes; a link that leads out of the workspace, a file that is no reasonable text and one that cannot
    /// be read are findings.
    private Optional<byte[]> bytes(WorkspacePath path, List<Finding> findings) {
        Path file = workspace.absolute(path);
        try {
            if (workspace.resolve(path.value()).isEmpty()) {
                findings.add(unreadable(path, "it is a link that leads out of the project"));
                return Optional.empty();
            }
            if (Files.size(file) > SteeringReader.MAX_BYTES) {
                findings.add(unreadable(path, "it is larger than 1 MB"));
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            findings.add(unreadable(path, String.valueOf(unreadable.getMessage())));
            return Optional.empty();
        }
    }

    private static Finding unreadable(WorkspacePath path, String reason) {
        return Finding.error(
                "steering/unreadable",
                path.value(),
                SourceSpan.start(),
                "the steering cannot be read, and is not told: " + reason,
                "put a readable Markdown file in its place, or remove it");
    }
}
