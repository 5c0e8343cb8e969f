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
import kiro.workspace.Git;
import kiro.workspace.GitExcludes;
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
    private final Journal journal;
    private final Sight.Limits limits;
    private final WatchedFolder whole;
    private final Within within;
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
        this.journal = journal;
        this.limits = limits;
        this.whole =
                new WatchedFolder(
                        git, workspace, files, this::isOwn, limits, WatchedFolder.MOST_FROM_COMMIT);
        this.within = new Within(git, workspace, files, this::isOwn);
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
    /// @param excludes what git ignores beside the ignore files; not known where it is empty
    record Start(Ground ground, Optional<FileTime> time, Optional<GitExcludes.Rules> excludes) {}

    /// What is known before a command.
    ///
    /// @param head the commit that has what is not held
    /// @param modes of the files that are not held
    /// @param emptyFolders not known where it is empty
    /// @param repositories those within this one
    /// @param within what is known of those of them that are looked into, and of those within them
    /// @param start on what ground, and when
    public record Before(
            Optional<String> head,
            Map<WorkspacePath, HeldFiles.Held> held,
            CleanModes modes,
            Optional<Set<WorkspacePath>> emptyFolders,
            Set<WorkspacePath> repositories,
            Map<WorkspacePath, Before> within,
            Start start) {
        static final Before NOTHING =
                new Before(
                        Optional.empty(),
                        Map.of(),
                        CleanModes.UNKNOWN,
                        Optional.empty(),
                        Set.of(),
                        Map.of(),
                        new Start(Ground.NOTHING, Optional.empty(), Optional.empty()));

        public Before {
            held = Map.copyOf(held);
            repositories = Set.copyOf(repositories);
            within = Map.copyOf(within);
            emptyFolders = emptyFolders.map(Set::copyOf);
        }

        /// The same, after changes that are known and are not to be found again.
        public Before after(List<FileChange> changes) {
            var after = new HashMap<>(held);
            changes.forEach(
                    change -> after.put(change.path(), new HeldFiles.Held.Known(change.after())));
            var inner = new HashMap<WorkspacePath, Before>();
            within.forEach(
                    (folder, one) -> inner.put(folder, one.after(Within.partOf(folder, changes))));
            return new Before(head, after, modes, emptyFolders, repositories, inner, start);
        }

        Before with(Map<WorkspacePath, Before> inner) {
            return new Before(head, held, modes, emptyFolders, repositories, inner, start);
        }

        /// The repositories at any depth that are not looked into.
        Set<WorkspacePath> notLookedInto() {
            var all = new TreeSet<>(repositories);
            within.forEach((folder, one) ->
                    one.repositories().forEach(inner -> all.add(folder.child(inner.value()))));
            all.removeAll(within.keySet());
            return all;
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
        Set<WorkspacePath> left = before.notLookedInto();
        if (!left.isEmpty()) {
            String names =
                    left.stream()
                            .limit(NAMED)
                            .map(WorkspacePath::value)
                            .collect(Collectors.joining(", "));
            int more = left.size() - NAMED;
            unseen.add(
                    "what commands change in %s%s is not recorded, and 'kiro undo' cannot take it back: repositories within that git says nothing of are not looked into, nor are more than %d"
                            .formatted(
                                    names,
                                    more > 0 ? " and %d more".formatted(more) : "",
                                    Within.MOST));
        }
        if (whole.sight().isWithoutModes()) {
            unseen.add(
                    "of files that are committed and not changed, it is only recorded whether commands make them programs: there are more than %,d of them, and other modes are not taken back by 'kiro undo'"
                            .formatted(limits.modes()));
        }
        return List.copyOf(unseen);
    }

    /// To be called right before the command.
    public Before begin() throws InterruptedException {
        Optional<FileTime> begun = journal.underWay().now();
        firstBegun = firstBegun.or(() -> begun);
        var room = new HeldFiles.Room();
        Before before = whole.begin(begun, room);
        return before.with(within.begin(before.repositories(), begun, room));
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
        Sight.Seen seen = whole.look();
        Optional<FileTime> first = firstBegun.or(() -> before.start().time());
        Changed changed = Changed.of(whole.since(before, seen, first));
        within.since(before.within(), first, changed);
        changed.pair();
        changed.leaveOut(isLeft);
        List<ChangeSet.Change> recorded = journal.record(changed.changes(), changed.lost());
        // what is recorded is not to be found again
        forget();
        boolean hasCommitted =
                before.head().isPresent()
                        && seen.head().isPresent()
                        && !before.head().equals(seen.head());
        return new Found(recorded, changed.withArrived(), hasCommitted);
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
