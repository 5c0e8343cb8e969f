package kiro.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Finds out what a command has changed in the workspace, and keeps what stood there before, so that it can be taken
/// back as an edit can.
///
/// In a repository, a file that git calls clean is had again from the commit; what is not clean is read before the command.
/// Elsewhere all files are, where they are few; of many, it is known which were changed, and what was made. What git ignores
/// is not looked at.
public final class CommandWatch {
    private static final int MOST_FROM_COMMIT = 500;
    private static final String NO_GIT =
            "can be asked no more, so that what else was changed is not known";

    private final Git git;
    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Journal journal;
    private final Sight.Limits limits;
    private final Sight sight;

    public CommandWatch(Git git, Workspace workspace, WorkspaceFiles files, Journal journal) {
        this(git, workspace, files, journal, Sight.USUAL);
    }

    CommandWatch(
            Git git,
            Workspace workspace,
            WorkspaceFiles files,
            Journal journal,
            Sight.Limits limits) {
        this.git = git;
        this.workspace = workspace;
        this.files = files;
        this.journal = journal;
        this.limits = limits;
        this.sight = new Sight(git, limits);
    }

    /// What tells whether a file was there that is not held.
    enum Ground {
        NOTHING,
        /// It was not there.
        FOLDER,
        /// It was not there, or is as the commit has it, or git ignores it.
        REPOSITORY
    }

    /// @param time by the clock of the file system; not known where it is empty
    record Start(Ground ground, Optional<FileTime> time) {}

    /// What is known before a command.
    ///
    /// @param head the commit that has what is not held
    /// @param modes of the files that are not held
    /// @param emptyFolders not known where it is empty
    /// @param raw files whose names are no text; not known where it is empty
    /// @param start on what ground, and when
    public record Before(
            Optional<String> head,
            Map<WorkspacePath, HeldFiles.Held> held,
            CleanModes modes,
            Optional<Set<WorkspacePath>> emptyFolders,
            Optional<RawFiles> raw,
            Start start) {
        static final Before NOTHING =
                new Before(
                        Optional.empty(),
                        Map.of(),
                        CleanModes.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        new Start(Ground.NOTHING, Optional.empty()));

        public Before {
            held = Map.copyOf(held);
            emptyFolders = emptyFolders.map(Set::copyOf);
        }

        /// The same, after changes that are known and are not to be found again.
        public Before after(List<FileChange> changes) {
            var after = new HashMap<>(held);
            changes.forEach(
                    change -> after.put(change.path(), new HeldFiles.Held.Known(change.after())));
            return new Before(head, after, modes, emptyFolders, raw, start);
        }
    }

    /// What a command has changed.
    ///
    /// @param changes as the journal has them
    /// @param made those of them whose contents are known, before and after
    /// @param hasCommitted whether another commit is the current one than before
    public record Found(
            List<ChangeSet.Change> changes, List<FileChange> made, boolean hasCommitted) {
        public Found {
            changes = List.copyOf(changes);
            made = List.copyOf(made);
        }
    }

    /// Why nothing at all is known of what a command changes here; empty where it is.
    public Optional<String> blindness(Before before) {
        return before.start().ground() != Ground.NOTHING
                ? Optional.empty()
                : Optional.of(
                        "what commands change here is not recorded, and 'kiro undo' cannot take it back: the folder is no git"
                                + " repository, and has more than %,d files; 'git init' makes it one"
                                        .formatted(limits.known()));
    }

    private String many() {
        return "was not kept: the folder is no git repository, and has more than %,d files"
                .formatted(limits.read());
    }

    /// To be called right before the command.
    public Before begin() throws InterruptedException {
        Optional<FileTime> begun = journal.underWay().now();
        var held = new HeldFiles(workspace, files);
        Sight.Seen seen = sight.look();
        List<WorkspacePath> all = seen.files();
        return switch (seen.state()) {
            case GitState.Repository repository -> {
                Map<WorkspacePath, HeldFiles.Held> dirty = held.all(repository.dirty());
                List<WorkspacePath> clean =
                        all.stream().filter(path -> !dirty.containsKey(path)).toList();
                yield new Before(
                        repository.head(),
                        dirty,
                        CleanModes.read(workspace, clean),
                        seen.emptyFolders(),
                        Optional.of(RawFiles.read(workspace, seen.raw())),
                        new Start(Ground.REPOSITORY, begun));
            }
            case GitState.NoGit _, GitState.NotARepository _, GitState.Unusable _ ->
                    all.size() > limits.known()
                            ? Before.NOTHING
                            : new Before(
                                    Optional.empty(),
                                    all.size() > limits.read()
                                            ? held.stamps(all, many())
                                            : held.all(all),
                                    CleanModes.UNKNOWN,
                                    seen.emptyFolders(),
                                    Optional.of(RawFiles.read(workspace, seen.raw())),
                                    new Start(Ground.FOLDER, begun));
        };
    }

    /// Keeps what is known before the command of a call, for the case that this process does not see its end.
    public void note(String call, Before before) {
        if (before.start().ground() != Ground.NOTHING) {
            try {
                journal.underWay().note(call, before);
            } catch (IOException unwritten) {
                throw new UncheckedIOException(
                        "the journal of changes cannot be written", unwritten);
            }
        }
    }

    /// To be called when no command is under way any more, and what they changed is recorded.
    public void forget() {
        try {
            journal.underWay().forget();
        } catch (IOException unwritten) {
            throw new UncheckedIOException("the journal of changes cannot be written", unwritten);
        }
    }

    /// What the command of a run that was killed has changed.
    ///
    /// @param call the command's
    /// @param others files that were changed when the run was already over: by somebody else
    public record Left(String call, Found found, List<WorkspacePath> others) {
        public Left {
            others = List.copyOf(others);
        }
    }

    /// Records what the command that was under way has changed, once; empty where there was none.
    public Optional<Left> left() throws IOException, InterruptedException {
        Optional<UnderWay.Left> left = journal.underWay().left();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var others = new ArrayList<WorkspacePath>();
        Found found =
                find(
                        left.get().before(),
                        path -> {
                            boolean isLater = isChangedAfter(path, left.get().until());
                            if (isLater) {
                                others.add(path);
                            }
                            return isLater;
                        });
        forget();
        return Optional.of(new Left(left.get().call(), found, others));
    }

    /// A file that is gone was taken out of its folder when that was last changed.
    private boolean isChangedAfter(WorkspacePath path, Instant time) {
        Path file = workspace.absolute(path);
        while (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) && file.getParent() != null) {
            file = file.getParent();
        }
        try {
            String attribute =
                    file.getFileSystem().supportedFileAttributeViews().contains("unix")
                            ? "unix:ctime"
                            : "lastModifiedTime";
            return Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS)
                            instanceof FileTime changed
                    && changed.toInstant().isAfter(time);
        } catch (IOException gone) {
            return false;
        }
    }

    /// To be called when the command has ended, however it did. The changes are in the journal when this returns.
    public List<ChangeSet.Change> end(Before before) throws InterruptedException {
        return find(before).changes();
    }

    /// The same, with the contents of what was changed.
    public Found find(Before before) throws InterruptedException {
        return find(before, path -> false);
    }

    private Found find(Before before, Predicate<WorkspacePath> isLeft) throws InterruptedException {
        if (before.start().ground() == Ground.NOTHING) {
            return new Found(List.of(), List.of(), false);
        }
        Comparison comparison = compared(before, sight.look());
        List<FileChange> changes = comparison.changes();
        Map<WorkspacePath, String> lost = comparison.lost();
        changes.removeIf(change -> isLeft.test(change.path()));
        lost.keySet().removeIf(isLeft);
        List<ChangeSet.Change> recorded = journal.record(changes, lost);
        // what is recorded is not to be found again
        forget();
        return new Found(recorded, changes, hasCommitted(before));
    }

    private Comparison compared(Before before, Sight.Seen seen) throws InterruptedException {
        boolean isGone =
                before.start().ground() == Ground.REPOSITORY
                        && !(seen.state() instanceof GitState.Repository);
        if (isGone) {
            return withoutGit(before);
        }
        SortedSet<WorkspacePath> candidates = candidates(before, seen);
        Map<WorkspacePath, HeldFiles.Held> known = new TreeMap<>(before.held());
        List<WorkspacePath> clean =
                candidates.stream().filter(path -> !known.containsKey(path)).toList();
        known.putAll(committed(before, clean));
        for (WorkspacePath path : new OutOfSight(git, files).files(candidates, known)) {
            if (!isOwn(path)) {
                candidates.add(path);
            }
        }
        var comparison = new Comparison(workspace, files, before.start().time());
        known.keySet().retainAll(candidates);
        known.forEach(comparison::one);
        candidates.stream().filter(path -> !known.containsKey(path)).forEach(comparison::fresh);
        List<WorkspacePath> others =
                seen.files().stream().filter(path -> !candidates.contains(path)).toList();
        comparison.modes(before.modes(), others, MOST_FROM_COMMIT);
        if (before.emptyFolders().isPresent() && seen.emptyFolders().isPresent()) {
            comparison.folders(
                    withoutOwn(before.emptyFolders().get()),
                    withoutOwn(seen.emptyFolders().get()),
                    candidates);
        }
        before.raw().ifPresent(raw -> comparison.lost().putAll(raw.changed(workspace, seen.raw())));
        return comparison;
    }

    /// What git ignored, and what was clean, cannot be told from what the command made.
    private Comparison withoutGit(Before before) {
        var comparison = new Comparison(workspace, files, before.start().time());
        Map<WorkspacePath, HeldFiles.Held> known = new TreeMap<>(before.held());
        known.keySet().removeIf(this::isOwn);
        known.forEach(comparison::one);
        comparison.lost().put(WorkspacePath.of(".git"), NO_GIT);
        return comparison;
    }

    private boolean hasCommitted(Before before) throws InterruptedException {
        return before.head().isPresent()
                && git.state() instanceof GitState.Repository repository
                && !before.head().equals(repository.head());
    }

    /// Makes a file what it is to be after all, unless somebody has changed it since.
    public JournalResult put(FileChange change) {
        return journal.apply(List.of(change));
    }

    private SortedSet<WorkspacePath> candidates(Before before, Sight.Seen seen)
            throws InterruptedException {
        var candidates = new TreeSet<WorkspacePath>(before.held().keySet());
        switch (seen.state()) {
            case GitState.Repository repository -> {
                candidates.addAll(repository.dirty());
                if (before.head().isPresent() && !before.head().equals(repository.head())) {
                    candidates.addAll(between(before.head().get()));
                }
            }
            case GitState.NoGit _, GitState.NotARepository _, GitState.Unusable _ ->
                    candidates.addAll(seen.files());
        }
        candidates.removeIf(this::isOwn);
        return candidates;
    }

    private Set<WorkspacePath> withoutOwn(Set<WorkspacePath> folders) {
        return folders.stream()
                .filter(folder -> !isOwn(folder))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOwn(WorkspacePath path) {
        return path.value().startsWith(".kiro/sessions/")
                || journal.isOwn(workspace.absolute(path));
    }

    /// The files in which the commit of now differs from an earlier one.
    private List<WorkspacePath> between(String head) throws InterruptedException {
        return paths(
                git.run(
                        List.of(
                                "diff",
                                "--name-only",
                                "--no-renames",
                                "--no-ext-diff",
                                "--relative",
                                "-z",
                                head,
                                "HEAD")));
    }

    private static List<WorkspacePath> paths(Capture capture) {
        return capture instanceof Capture.Ended ended && ended.code() == 0
                ? List.of(new String(ended.output(), StandardCharsets.UTF_8).split("\0")).stream()
                        .filter(name -> !name.isEmpty())
                        .map(WorkspacePath::of)
                        .toList()
                : List.of();
    }

    private Map<WorkspacePath, HeldFiles.Held> committed(Before before, List<WorkspacePath> clean)
            throws InterruptedException {
        if (before.head().isEmpty() || clean.isEmpty()) {
            return Map.of();
        }
        var committed = new CommittedFiles(git, before.head().get(), MOST_FROM_COMMIT).all(clean);
        committed.replaceAll((path, held) ->
                held instanceof HeldFiles.Held.Known(FileState.Present file)
                        ? new HeldFiles.Held.Known(
                                file.withMode(before.modes().of(path, file.isExecutable())))
                        : held);
        return committed;
    }
}
