package kiro.edit;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.workspace.Git;
import kiro.workspace.GitExcludes;
import kiro.workspace.GitGlance;
import kiro.workspace.GitIndex;
import kiro.workspace.GitState;
import kiro.workspace.RawPath;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// What is seen of the workspace before a command and after it.
///
/// In a repository that is one walk over its files, in two parts: git compares the tracked ones with what its list knows of them, and
/// finds the untracked ones. Modes are looked up once, and kept as long as the list is the same: a file whose mode is changed
/// differs from what the list knows.
final class Sight {
    static final Limits USUAL = new Limits(2_000, 50_000, 200_000);

    /// So many files that are not as git's list knows them say that the list is out of date.
    private static final int MOST_TOUCHED = 1_000;

    private static final int MOST_PASSED_OVER = 2_000;

    private final Git git;
    private final GitIndex index;
    private final GitExcludes excludes;
    private final GitGlance glance;
    private final Workspace workspace;
    private final Limits limits;
    private Optional<GitIndex.Version> outOfDate = Optional.empty();
    private Optional<Known> known = Optional.empty();

    /// How many files are looked at.
    ///
    /// @param read outside of a repository, with their contents
    /// @param known outside of a repository, by size and time alone
    /// @param modes in a repository, clean ones for their modes
    record Limits(int read, int known, int modes) {}

    /// @param files outside of a repository, all; in one, tracked ones, and none where they were not gone through
    /// @param emptyFolders not known where it is empty
    /// @param touched those of the changed files that may be as the commit has them after all
    record Seen(
            GitState state,
            List<WorkspacePath> files,
            Optional<Set<WorkspacePath>> emptyFolders,
            Set<WorkspacePath> touched) {
        Optional<String> head() {
            return state instanceof GitState.Repository repository
                    ? repository.head()
                    : Optional.empty();
        }
    }

    /// What is known of tracked files as long as git's list of them is the same.
    ///
    /// @param isFirm whether a file that is changed from now on differs from what the list knows: within the second of
    ///     the list it may not
    /// @param modes empty where there are too many files
    private record Known(
            GitIndex.Version version,
            boolean isFirm,
            Optional<CleanModes> modes,
            GitIndex.Tracked tracked) {}

    Sight(Git git, Workspace workspace, Limits limits) {
        this.git = git;
        this.index = new GitIndex(git, workspace);
        this.excludes = new GitExcludes(git, workspace);
        this.glance = new GitGlance(git, index, workspace);
        this.workspace = workspace;
        this.limits = limits;
    }

    GitIndex index() {
        return index;
    }

    GitExcludes excludes() {
        return excludes;
    }

    Seen look() throws InterruptedException {
        Optional<GitIndex.Version> version = index.version();
        if (version.isPresent() && !version.equals(outOfDate)) {
            Optional<Seen> seen = glance();
            if (seen.isPresent()) {
                return seen.get();
            }
            outOfDate = version;
        }
        return whole();
    }

    private Optional<Seen> glance() throws InterruptedException {
        Optional<GitGlance.Seen> seen = glance.look(MOST_TOUCHED);
        Optional<String> head = index.head();
        if (seen.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        List<WorkspacePath> touched = seen.get().touched();
        List<WorkspacePath> folders = touched.stream().filter(this::isFolder).toList();
        Optional<List<WorkspacePath>> inPlaceOfFiles = glance.untracked().within(folders);
        if (inPlaceOfFiles.isEmpty()) {
            return Optional.empty();
        }
        var names = new ArrayList<>(touched);
        names.addAll(seen.get().untracked().files());
        names.addAll(inPlaceOfFiles.get());
        return Optional.of(
                new Seen(
                        new GitState.Repository(
                                Optional.empty(),
                                head,
                                names.stream().distinct().toList(),
                                List.of()),
                        List.of(),
                        both(
                                seen.get().untracked().emptyFolders(),
                                glance.untracked().emptyFolders(folders)),
                        Set.copyOf(touched)));
    }

    private static Optional<Set<WorkspacePath>> both(
            Optional<Set<WorkspacePath>> one, Optional<Set<WorkspacePath>> other) {
        return one.flatMap(some ->
                other.map(more ->
                        Stream.concat(some.stream(), more.stream())
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private boolean isFolder(WorkspacePath path) {
        Path file = workspace.absolute(path);
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(file.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
    }

    /// With a look into what git's list does not know.
    private Seen whole() throws InterruptedException {
        FutureTask<Git.Tree> asked = begun(git::tree);
        GitState state = git.state();
        Git.Tree tree = answer(asked);
        return state instanceof GitState.Repository repository
                ? new Seen(
                        new GitState.Repository(
                                repository.branch(),
                                repository.head(),
                                with(repository.raw(), repository.dirty()),
                                List.of()),
                        tree.files(),
                        tree.emptyFolders(),
                        Set.of())
                : new Seen(state, with(tree.raw(), tree.files()), tree.emptyFolders(), Set.of());
    }

    /// Names that are no text are told a second time, as Java decodes them.
    private static List<WorkspacePath> with(List<WorkspacePath> raw, List<WorkspacePath> decoded) {
        Set<String> twice =
                raw.stream()
                        .map(path -> RawPath.replaced(path.value()))
                        .collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        raw.stream(),
                        decoded.stream().filter(path -> !twice.contains(path.value())))
                .toList();
    }

    private static <T> FutureTask<T> begun(Callable<T> question) {
        var asked = new FutureTask<>(question);
        Thread.ofVirtual().name("tree").start(asked);
        return asked;
    }

    private static <T> T answer(FutureTask<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the files could not be listed", fault);
        }
    }

    /// Looks up what the list tells, unless that is known.
    ///
    /// @param now by the clock of the file system
    void learn(Seen seen, Optional<FileTime> now) throws InterruptedException {
        Optional<GitIndex.Version> version = index.version();
        boolean isKnown =
                version.isPresent()
                        && seen.files().isEmpty()
                        && known.filter(it -> it.isFirm() && it.version().equals(version.get()))
                                .isPresent();
        if (isKnown) {
            return;
        }
        known = Optional.empty();
        if (version.isPresent() && seen.state() instanceof GitState.Repository) {
            Optional<GitIndex.Tracked> tracked = index.tracked();
            boolean isFirm =
                    seen.files().isEmpty()
                            && now.filter(time ->
                                            time.toInstant().getEpochSecond()
                                                    > version.get()
                                                            .modified()
                                                            .toInstant()
                                                            .getEpochSecond())
                                    .isPresent();
            known =
                    tracked.map(list ->
                            new Known(
                                    version.get(),
                                    isFirm,
                                    list.files().size() > limits.modes()
                                            ? Optional.empty()
                                            : Optional.of(CleanModes.read(workspace, list.files())),
                                    list));
        }
    }

    CleanModes modes() {
        return known.flatMap(Known::modes).orElse(CleanModes.UNKNOWN);
    }

    /// Whether there are too many files for their modes to be looked at.
    boolean isWithoutModes() {
        return known.filter(it -> it.modes().isEmpty()).isPresent();
    }

    /// The files that git was told not to look at.
    List<WorkspacePath> passedOver() {
        return known.map(it -> it.tracked().passedOver())
                .filter(files -> files.size() <= MOST_PASSED_OVER)
                .orElse(List.of());
    }

    /// The repositories within this one that git tracks.
    List<WorkspacePath> repositories() {
        return known.map(it -> it.tracked().repositories()).orElse(List.of());
    }

    /// The files whose modes are to be compared, beside those that are known to be changed.
    Set<WorkspacePath> comparable(Seen seen) throws InterruptedException {
        Optional<GitIndex.Version> version = index.version();
        boolean isTold =
                seen.files().isEmpty()
                        && known.filter(Known::isFirm).map(Known::version).equals(version);
        if (isTold) {
            return seen.touched();
        }
        if (!seen.files().isEmpty() || version.isEmpty()) {
            return Set.copyOf(seen.files());
        }
        return index.tracked().map(list -> Set.copyOf(list.files())).orElse(Set.of());
    }
}
