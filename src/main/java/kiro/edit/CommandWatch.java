package kiro.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int NAMED = 5;

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Journal journal;
    private final Sight.Limits limits;
    private final Sight sight;
    private final CommandChanges changes;
    private Optional<FileTime> firstBegun = Optional.empty();

    public CommandWatch(Git git, Workspace workspace, WorkspaceFiles files, Journal journal) {
        this(git, workspace, files, journal, Sight.USUAL);
    }

    CommandWatch(
            Git git,
            Workspace workspace,
            WorkspaceFiles files,
            Journal journal,
            Sight.Limits limits) {
        this.workspace = workspace;
        this.files = files;
        this.journal = journal;
        this.limits = limits;
        this.sight = new Sight(git, workspace, limits);
        this.changes = new CommandChanges(git, workspace, files, sight, this::isOwn);
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
    /// @param repositories those within this one, which are not looked into
    /// @param start on what ground, and when
    public record Before(
            Optional<String> head,
            Map<WorkspacePath, HeldFiles.Held> held,
            CleanModes modes,
            Optional<Set<WorkspacePath>> emptyFolders,
            Set<WorkspacePath> repositories,
            Start start) {
        static final Before NOTHING =
                new Before(
                        Optional.empty(),
                        Map.of(),
                        CleanModes.UNKNOWN,
                        Optional.empty(),
                        Set.of(),
                        new Start(Ground.NOTHING, Optional.empty()));

        public Before {
            held = Map.copyOf(held);
            repositories = Set.copyOf(repositories);
            emptyFolders = emptyFolders.map(Set::copyOf);
        }

        /// The same, after changes that are known and are not to be found again.
        public Before after(List<FileChange> changes) {
            var after = new HashMap<>(held);
            changes.forEach(
                    change -> after.put(change.path(), new HeldFiles.Held.Known(change.after())));
            return new Before(head, after, modes, emptyFolders, repositories, start);
        }
    }

    /// What a command has changed.
    ///
    /// @param changes as the journal has them
    /// @param made those of them whose contents are known, before and after; also what undo leaves, since it came from elsewhere
    /// @param hasCommitted whether another commit is the current one than before
    public record Found(
            List<ChangeSet.Change> changes, List<FileChange> made, boolean hasCommitted) {
        public Found {
            changes = List.copyOf(changes);
            made = List.copyOf(made);
        }
    }

    /// Why nothing at all is known of what a command changes here; empty where it is.
    private Optional<String> blindness(Before before) {
        return before.start().ground() != Ground.NOTHING
                ? Optional.empty()
                : Optional.of(
                        "what commands change here is not recorded, and 'kiro undo' cannot take it back: the folder is no git"
                                + " repository, and has more than %,d files; 'git init' makes it one"
                                        .formatted(limits.known()));
    }

    /// What is not recorded of what commands change here, a sentence each.
    public List<String> unseen(Before before) {
        var unseen = new ArrayList<String>();
        blindness(before).ifPresent(unseen::add);
        if (!before.repositories().isEmpty()) {
            String names =
                    before.repositories().stream()
                            .sorted()
                            .limit(NAMED)
                            .map(WorkspacePath::value)
                            .collect(Collectors.joining(", "));
            int more = before.repositories().size() - NAMED;
            unseen.add(
                    "what commands change in %s%s is not recorded, and 'kiro undo' cannot take it back: a repository of its own"
                            .formatted(names, more > 0 ? " and %d more".formatted(more) : "")
                            .concat(" is not looked into"));
        }
        if (sight.isWithoutModes()) {
            unseen.add(
                    "of files that are committed and not changed, it is only recorded whether commands make them programs: there are more than %,d of them, and other modes are not taken back by 'kiro undo'"
                            .formatted(limits.modes()));
        }
        return List.copyOf(unseen);
    }

    private String many() {
        return "was not kept: the folder is no git repository, and has more than %,d files"
                .formatted(limits.read());
    }

    /// To be called right before the command.
    public Before begin() throws InterruptedException {
        Optional<FileTime> begun = journal.underWay().now();
        firstBegun = firstBegun.or(() -> begun);
        Sight.Seen seen = sight.look();
        sight.learn(seen, begun);
        return switch (seen.state()) {
            case GitState.Repository repository ->
                    new Before(
                            repository.head(),
                            held(repository, seen),
                            sight.modes(),
                            seen.emptyFolders(),
                            repositories(repository.dirty()),
                            new Start(Ground.REPOSITORY, begun));
            case GitState.NoGit _, GitState.NotARepository _, GitState.Unusable _ ->
                    seen.files().size() > limits.known()
                            ? Before.NOTHING
                            : new Before(
                                    Optional.empty(),
                                    held(seen.files()),
                                    CleanModes.UNKNOWN,
                                    seen.emptyFolders(),
                                    repositories(seen.files()),
                                    new Start(Ground.FOLDER, begun));
        };
    }

    private Map<WorkspacePath, HeldFiles.Held> held(List<WorkspacePath> all) {
        var held = new HeldFiles(workspace, files);
        return all.size() > limits.read() ? held.stamps(all, many()) : held.all(all);
    }

    /// What cannot be held may be as the commit has it, although its times are others.
    private Map<WorkspacePath, HeldFiles.Held> held(GitState.Repository repository, Sight.Seen seen)
            throws InterruptedException {
        var dirty = new TreeSet<>(repository.dirty());
        dirty.addAll(sight.passedOver());
        Map<WorkspacePath, HeldFiles.Held> held = new HeldFiles(workspace, files).all(dirty);
        List<WorkspacePath> lost =
                held.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof HeldFiles.Held.Lost)
                        .map(Map.Entry::getKey)
                        .filter(seen.touched()::contains)
                        .toList();
        Set<WorkspacePath> changed = sight.index().changed(lost);
        lost.stream().filter(path -> !changed.contains(path)).forEach(held::remove);
        return held;
    }

    private Set<WorkspacePath> repositories(List<WorkspacePath> all) {
        return Stream.concat(all.stream(), sight.repositories().stream())
                .filter(changes::isRepository)
                .collect(Collectors.toUnmodifiableSet());
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
        Sight.Seen seen = sight.look();
        Comparison comparison =
                changes.since(before, seen, firstBegun.or(() -> before.start().time()));
        List<FileChange> made = comparison.changes();
        Map<WorkspacePath, String> lost = comparison.lost();
        made.removeIf(change -> isLeft.test(change.path()));
        lost.keySet().removeIf(isLeft);
        List<ChangeSet.Change> recorded = journal.record(made, lost);
        comparison.arrived().stream()
                .filter(change -> !isLeft.test(change.path()))
                .forEach(made::add);
        // what is recorded is not to be found again
        forget();
        boolean hasCommitted =
                before.head().isPresent()
                        && seen.head().isPresent()
                        && !before.head().equals(seen.head());
        return new Found(recorded, made, hasCommitted);
    }

    /// Makes a file what it is to be after all, unless somebody has changed it since.
    public JournalResult put(FileChange change) {
        return journal.apply(List.of(change));
    }

    private boolean isOwn(WorkspacePath path) {
        return path.value().startsWith(".kiro/sessions/")
                || journal.isOwn(workspace.absolute(path));
    }
}
