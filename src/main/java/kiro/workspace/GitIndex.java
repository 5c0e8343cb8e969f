package kiro.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.process.Capture;

/// What differs from the commit as far as the list tells that git keeps of its files: by their times and sizes, without a look into any
/// of them. Each question is one walk.
public final class GitIndex {
    private static final String ID = "[0-9a-f]{40}(?:[0-9a-f]{24})?";
    private static final String REFERENCE = "ref: ";
    private static final String REPOSITORY = "160000 ";
    private static final int NAMED = 200;

    /// The question for what may differ.
    static final List<String> TOUCHED =
            List.of(
                    "-c",
                    "core.trustctime=true",
                    "-c",
                    "core.checkStat=default",
                    "diff-index",
                    "--raw",
                    "-z",
                    "--no-renames",
                    "--no-ext-diff",
                    "--ignore-submodules=dirty",
                    "--relative",
                    "HEAD");

    private final Git git;
    private final Workspace workspace;
    private volatile Optional<Place> place = Optional.empty();

    public GitIndex(Git git, Workspace workspace) {
        this.git = git;
        this.workspace = workspace;
    }

    private record Place(Path repository, Path index) {}

    /// By what a list is known to be the same.
    public record Version(Object file, long size, FileTime modified) {}

    /// Empty where there is none.
    public Optional<Version> version() throws InterruptedException {
        Optional<Place> known = place();
        try {
            return known.isPresent() ? Optional.of(version(known.get().index())) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Version version(Path index) throws IOException {
        BasicFileAttributes found = Files.readAttributes(index, BasicFileAttributes.class);
        return new Version(String.valueOf(found.fileKey()), found.size(), found.lastModifiedTime());
    }

    private Optional<Place> place() throws InterruptedException {
        if (place.isEmpty()) {
            place =
                    git.ask("rev-parse", "--absolute-git-dir", "--git-path", "index")
                                            instanceof Capture.Ended ended
                                    && ended.code() == 0
                            ? place(new String(ended.output(), StandardCharsets.UTF_8))
                            : Optional.empty();
        }
        return place;
    }

    private Optional<Place> place(String told) {
        List<String> lines = told.lines().toList();
        return lines.size() == 2
                ? Optional.of(
                        new Place(
                                workspace.root().resolve(lines.getFirst()),
                                workspace.root().resolve(lines.getLast())))
                : Optional.empty();
    }

    /// The commit that is checked out; empty before the first.
    public Optional<String> head() throws InterruptedException {
        Optional<Place> known = place();
        Optional<String> loose = known.flatMap(at -> loose(at.repository()));
        if (loose.isPresent()) {
            return loose;
        }
        return git.ask("rev-parse", "--verify", "-q", "HEAD^{commit}")
                                instanceof Capture.Ended ended
                        && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    /// Mostly two small files tell it.
    private static Optional<String> loose(Path repository) {
        try {
            String head = Files.readString(repository.resolve("HEAD")).strip();
            String id =
                    head.startsWith(REFERENCE)
                            ? Files.readString(
                                            repository.resolve(head.substring(REFERENCE.length())))
                                    .strip()
                            : head;
            return id.matches(ID) ? Optional.of(id) : Optional.empty();
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }

    /// The tracked files that are added or changed or gone, or whose times or modes are others than when git last looked into them. Empty
    /// where git does not say, as before the first commit.
    ///
    /// @param most so many are enough to see that git's list is out of date
    Optional<List<WorkspacePath>> touched(int most) throws InterruptedException {
        return git.ask(TOUCHED.toArray(String[]::new)) instanceof Capture.Ended ended
                ? touched(ended, most)
                : Optional.empty();
    }

    static Optional<List<WorkspacePath>> touched(Capture.Ended ended, int most) {
        if (ended.code() != 0) {
            return Optional.empty();
        }
        var touched = new ArrayList<WorkspacePath>();
        String[] fields = RawPath.decode(ended.output()).split("\0");
        for (int i = 1; i < fields.length; i += 2) {
            if (touched.size() >= most) {
                return Optional.empty();
            }
            touched.add(WorkspacePath.of(fields[i]));
        }
        return Optional.of(touched);
    }

    /// The tracked files.
    ///
    /// @param passedOver those that git was told not to look at, there or not
    /// @param repositories those within this one whose commit it tracks
    public record Tracked(
            List<WorkspacePath> files,
            List<WorkspacePath> passedOver,
            List<WorkspacePath> repositories) {}

    /// Empty where git does not say.
    public Optional<Tracked> tracked() throws InterruptedException {
        return git.ask("ls-files", "-v", "-s", "-z") instanceof Capture.Ended ended
                        && ended.code() == 0
                ? Optional.of(tracked(RawPath.decode(ended.output())))
                : Optional.empty();
    }

    /// A letter, a mode, an id, a number and, after a tab, the path for each.
    private static Tracked tracked(String listing) {
        var files = new ArrayList<WorkspacePath>();
        var passedOver = new ArrayList<WorkspacePath>();
        var repositories = new ArrayList<WorkspacePath>();
        for (String entry : listing.split("\0")) {
            int tab = entry.indexOf('\t');
            if (tab < 0) {
                continue;
            }
            WorkspacePath path = WorkspacePath.of(entry.substring(tab + 1));
            char kind = entry.charAt(0);
            if (entry.startsWith(REPOSITORY, 2)) {
                repositories.add(path);
            } else if (kind == 'S' || Character.isLowerCase(kind)) {
                passedOver.add(path);
            } else if (files.isEmpty() || !files.getLast().equals(path)) {
                files.add(path);
            }
        }
        return new Tracked(List.copyOf(files), List.copyOf(passedOver), List.copyOf(repositories));
    }

    /// Those of these tracked files that do differ from the commit, or from what was added; all where git does not say.
    public Set<WorkspacePath> changed(List<WorkspacePath> touched) throws InterruptedException {
        if (touched.isEmpty()) {
            return Set.of();
        }
        var argv =
                new ArrayList<>(
                        List.of(
                                "--literal-pathspecs",
                                "status",
                                "--porcelain=v2",
                                "--untracked-files=no",
                                "--ignore-submodules=dirty",
                                "--no-renames",
                                "-z",
                                "--"));
        boolean isNamed =
                touched.size() <= NAMED
                        && touched.stream().noneMatch(path -> RawPath.isRaw(path.value()));
        if (!isNamed) {
            argv.add(".");
        } else {
            touched.forEach(path -> argv.add(path.value()));
        }
        if (!(git.ask(argv.toArray(String[]::new)) instanceof Capture.Ended ended)
                || ended.code() != 0) {
            return Set.copyOf(touched);
        }
        GitState.Repository state =
                new GitStatusReader(git.prefix()).read(RawPath.decode(ended.output())).state();
        var changed = new HashSet<>(state.dirty());
        changed.addAll(state.raw());
        return changed;
    }
}
