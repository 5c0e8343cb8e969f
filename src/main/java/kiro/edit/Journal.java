package kiro.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kiro.workspace.FileEntry;
import kiro.workspace.WorkspaceEntries;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Makes changes to files, keeping what stood there before: enough to take every one of them back.
public final class Journal {
    private final Path folder;
    private final WorkspaceFiles files;
    private final StateReader states;
    private final PreImages images;
    private final JournalIndex index;
    private final UnderWay underWay;

    /// @param folder where the earlier contents and the index of changes are kept; made when first needed
    public Journal(Path folder, WorkspaceFiles files) {
        this.folder = folder.toAbsolutePath().normalize();
        this.files = files;
        this.states = new StateReader(files);
        this.images = new PreImages(folder.resolve("before"));
        this.index = new JournalIndex(folder.resolve("journal.jsonl"));
        this.underWay = new UnderWay(folder, images);
    }

    /// Whether a file is one of those that it keeps.
    boolean isOwn(Path file) {
        return file.startsWith(folder);
    }

    UnderWay underWay() {
        return underWay;
    }

    /// Makes all of the changes, or none: each file must still be what its change says it was, its content
    /// is kept first, the new one is written atomically, and read back. A failure in the middle puts
    /// everything back.
    public JournalResult apply(List<FileChange> changes) {
        return apply(changes, Map.of());
    }

    /// @param undoes for each file, the sets whose changes of it are taken back
    JournalResult apply(List<FileChange> changes, Map<WorkspacePath, List<Long>> undoes) {
        requireDistinct(changes);
        boolean wasInterrupted = Thread.interrupted();
        List<FileChange> touched = Collections.synchronizedList(new ArrayList<>());
        Optional<Long> set = Optional.empty();
        try {
            var freed = new HashSet<WorkspacePath>();
            for (FileChange change : changes) {
                if (freed.stream().noneMatch(change.path()::isIn)) {
                    requireNoLink(change);
                }
                requireBefore(change);
                if (change.before() instanceof FileState.Link) {
                    freed.add(change.path());
                }
            }
            set = Optional.of(keep(changes, undoes));
            for (List<FileChange> several : apart(changes)) {
                AtOnce.each(
                        several,
                        change -> {
                            requireNoLink(change);
                            requireBefore(change);
                            make(change, undoes.containsKey(change.path()), touched);
                        });
            }
            flushFolders(changes);
            index.settle(set.get(), ChangeSet.Outcome.DONE);
            return new JournalResult.Applied();
        } catch (IOException failure) {
            wasInterrupted |= Thread.interrupted();
            return undone(List.copyOf(touched).reversed(), set, reason(failure));
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// @param touched gets it, unless nothing was done after all
    private void make(FileChange change, boolean isBack, List<FileChange> touched)
            throws IOException {
        var lastLook = new LastLook(change);
        touched.add(change);
        try {
            put(change, lastLook, isBack);
        } finally {
            if (lastLook.isRefused) {
                touched.removeIf(one -> one.path().equals(change.path()));
            }
        }
    }

    /// What stands side by side in the order can be made at the same time where all of it are files: none of them makes room for another.
    private static List<List<FileChange>> apart(List<FileChange> changes) {
        var apart = new ArrayList<List<FileChange>>();
        boolean isFiles = false;
        for (FileChange change : changes) {
            boolean isFile = change.after() instanceof FileState.Present;
            if (!isFile || !isFiles) {
                apart.add(new ArrayList<>());
            }
            apart.getLast().add(change);
            isFiles = isFile;
        }
        return apart;
    }

    /// What was moved into a folder is there after a loss of power once the folder is on the disk. Of a few files the order of what the
    /// file system writes is relied on.
    private void flushFolders(List<FileChange> changes) throws IOException {
        if (changes.size() >= AtOnce.MANY) {
            AtOnce.each(
                    files.entries().foldersOf(changes.stream().map(FileChange::path).toList()),
                    Journal::flush);
        }
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException | AccessDeniedException goneOrNotOpened) {
            return;
        }
    }

    /// Keeps what files held before a command that was not this program's own changed them.
    ///
    /// @param lost files whose earlier content is not known, with the end of a sentence that begins with them
    /// @return the changes as the journal has them
    List<ChangeSet.Change> record(List<FileChange> changes, Map<WorkspacePath, String> lost) {
        if (changes.isEmpty() && lost.isEmpty()) {
            return List.of();
        }
        try {
            long set = changes.isEmpty() ? 0 : keep(changes, Map.of());
            set = lost.isEmpty() ? set : index.lose(set, lost);
            index.settle(set, ChangeSet.Outcome.DONE);
        } catch (IOException unwritten) {
            throw new UncheckedIOException("the journal of changes cannot be written", unwritten);
        }
        var recorded = new ArrayList<ChangeSet.Change>();
        changes.forEach(change ->
                recorded.add(
                        new ChangeSet.Change(
                                change.path(),
                                FileVersion.of(change.before()),
                                FileVersion.of(change.after()),
                                List.of(),
                                Optional.empty())));
        lost.forEach((path, reason) ->
                recorded.add(
                        new ChangeSet.Change(
                                path,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(reason))));
        return List.copyOf(recorded);
    }

    private static void requireDistinct(List<FileChange> changes) {
        var paths = new HashSet<WorkspacePath>();
        for (FileChange change : changes) {
            if (!paths.add(change.path())) {
                throw new IllegalArgumentException("two changes of " + change.path());
            }
        }
    }

    private void requireNoLink(FileChange change) throws IOException {
        boolean isLinked =
                change.before() instanceof FileState.Link
                        ? files.entries().isReachedByLink(change.path())
                        : files.isLinked(change.path());
        if (isLinked) {
            throw new IOException(
                    change.path() + " leads to another file, through a link: change that one");
        }
    }

    private void requireBefore(FileChange change) throws IOException {
        if (!states.isAt(change.path(), change.before())) {
            throw new IOException(
                    change.path()
                            + " was changed by someone else meanwhile: read it again, and make the change"
                            + " anew");
        }
    }

    /// What is deleted alone has nothing that would have to be put back with it, for which there may be no room either.
    private long keep(List<FileChange> changes, Map<WorkspacePath, List<Long>> undoes)
            throws IOException {
        if (changes.size() == 1
                && changes.getFirst().isDeletion()
                && changes.getFirst().before() instanceof FileState.Present alone) {
            WorkspacePath path = changes.getFirst().path();
            images.keepGoing(alone, name -> files.entries().nameTwice(path, name));
        } else {
            images.keep(
                    changes.stream()
                            .map(FileChange::before)
                            .filter(FileState.Present.class::isInstance)
                            .map(FileState.Present.class::cast)
                            .toList());
        }
        return index.intend(changes, undoes);
    }

    private void put(FileChange change, LastLook lastLook, boolean isBack) throws IOException {
        FileState state = change.after();
        files.entries()
                .put(
                        change.path(),
                        StateReader.entry(state),
                        new WorkspaceEntries.Manner(isBack, lastLook));
        if (!isThere(change.path(), state)) {
            throw new IOException(change.path() + " does not hold what was written to it");
        }
    }

    /// What somebody has written while the disk was waited for is not replaced.
    private final class LastLook implements WorkspaceEntries.LastLook {
        private final FileChange change;
        private boolean isRefused;

        LastLook(FileChange change) {
            this.change = change;
        }

        @Override
        public void look() throws IOException {
            if (change.before() instanceof FileState.Present) {
                isRefused = true;
                requireBefore(change);
                isRefused = false;
            }
        }
    }

    /// Of a folder it is enough that there is one: somebody may have put something into it.
    private boolean isThere(WorkspacePath path, FileState state) throws IOException {
        return state instanceof FileState.EmptyFolder
                ? files.entries().read(path) instanceof FileEntry.Folder
                : states.entryAt(path).matches(state);
    }

    private JournalResult undone(List<FileChange> touched, Optional<Long> set, String failure) {
        var problems = new ArrayList<>(List.of(failure));
        var broken = new ArrayList<WorkspacePath>();
        for (FileChange change : touched) {
            putBack(change)
                    .ifPresent(why -> {
                        problems.add(why);
                        broken.add(change.path());
                    });
        }
        try {
            if (set.isPresent()) {
                index.settle(
                        set.get(),
                        broken.isEmpty() ? ChangeSet.Outcome.UNDONE : ChangeSet.Outcome.BROKEN);
            }
        } catch (IOException unwritten) {
            problems.add("the journal cannot be written: " + reason(unwritten));
        }
        String reason = String.join("; ", problems);
        return broken.isEmpty()
                ? new JournalResult.NotApplied(reason)
                : new JournalResult.LeftBroken(reason, broken);
    }

    /// Puts a file back, unless someone else has changed it since; why not, when it could not be done.
    private Optional<String> putBack(FileChange change) {
        try {
            if (states.isAt(change.path(), change.before())) {
                return Optional.empty();
            }
            if (!states.isAt(change.path(), change.after())) {
                return Optional.of(change.path() + " was changed by someone else and left so");
            }
            var back =
                    new FileChange(
                            change.path(),
                            /* before= */ change.after(),
                            /* after= */ change.before());
            put(back, new LastLook(back), true);
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(change.path() + " could not be put back: " + reason(failure));
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileSystemException told when told.getReason() != null ->
                    told.getFile() + ": " + told.getReason();
            default -> Objects.toString(failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}
