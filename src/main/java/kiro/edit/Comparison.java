package kiro.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.workspace.FileEntry;
import kiro.workspace.FileMode;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// What stands in the workspace beside what stood there before a command.
final class Comparison {
    private static final String FROM_ELSEWHERE =
            "was moved there from a place that is not looked at";

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final StateReader states;
    private final Optional<FileTime> begun;
    private final List<FileChange> changes = new ArrayList<>();
    private final Map<WorkspacePath, String> lost = new LinkedHashMap<>();
    private final Map<WorkspacePath, Stamp> gone = new LinkedHashMap<>();
    private final List<FileChange> arrived = new ArrayList<>();

    /// @param begun since when something can be the command's; not known where it is empty
    Comparison(Workspace workspace, WorkspaceFiles files, Optional<FileTime> begun) {
        this.begun = begun;
        this.workspace = workspace;
        this.files = files;
        this.states = new StateReader(files);
    }

    /// What was found to be changed, both contents being known.
    List<FileChange> changes() {
        return changes;
    }

    /// What was found to be changed and cannot be taken back, with the end of a sentence that begins with the file.
    Map<WorkspacePath, String> lost() {
        return lost;
    }

    /// Those of the lost ones that came from elsewhere, with what is in them: rules hold for them as for what was made.
    List<FileChange> arrived() {
        return arrived;
    }

    void one(WorkspacePath path, HeldFiles.Held before) {
        try {
            switch (before) {
                case HeldFiles.Held.Known(FileState state) -> {
                    FileEntry entry = files.entries().read(path);
                    if (entry instanceof FileEntry.Special) {
                        lost.put(path, StateReader.SPECIAL + " now");
                        return;
                    }
                    FileState now = StateReader.state(entry);
                    if (!now.matches(state)) {
                        changes.add(new FileChange(path, state, now));
                    }
                }
                case HeldFiles.Held.Lost(String reason, Optional<Stamp> stamp) -> {
                    Optional<Stamp> now = Stamp.of(workspace.absolute(path));
                    if (!Stamp.areSame(stamp, now)) {
                        lost.put(path, reason);
                        if (now.isEmpty() && stamp.isPresent()) {
                            gone.put(path, stamp.get());
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            unreadable(path, unreadable);
        }
    }

    /// What was not seen before was made by the command, unless it was there all the time: git ignored it, and does no longer.
    /// What was moved there with its folder is known by what is gone from elsewhere. To be called after the others.
    void fresh(WorkspacePath path) {
        try {
            if (isOlder(path) && !isGoneElsewhere(path, states.entryAt(path))) {
                return;
            }
        } catch (IOException unreadable) {
            return;
        }
        one(path, new HeldFiles.Held.Known(new FileState.Absent()));
    }

    /// What was not seen before, and may have been there: what the command did to it is said.
    void unknown(WorkspacePath path, String why) {
        try {
            if (!isOlder(path)) {
                lost.put(path, why);
            }
        } catch (IOException unreadable) {
            unreadable(path, unreadable);
        }
    }

    /// A file that was not kept, is gone and stands elsewhere as it was: it was moved there, and its content is known after all.
    ///
    /// @param firstBegun what is older than that was made by no command of the run; not known where it is empty
    void moved(Optional<FileTime> firstBegun) {
        Map<Stamp, FileChange> made = new HashMap<>();
        for (FileChange change : changes) {
            if (change.isCreation() && change.after() instanceof FileState.Present) {
                Stamp.of(workspace.absolute(change.path())).ifPresent(now -> made.put(now, change));
            }
        }
        gone.forEach((path, stamp) -> {
            FileChange there = made.get(stamp);
            if (there != null) {
                lost.remove(path);
                changes.add(new FileChange(path, there.after(), new FileState.Absent()));
            }
        });
        firstBegun.ifPresent(this::fromElsewhere);
    }

    /// What was moved here from where nothing is looked at is nowhere else any more, and is not to be deleted. Where something is
    /// missing that is not found again, it may be that.
    private void fromElsewhere(FileTime firstBegun) {
        List<FileState> missing =
                new ArrayList<>(
                        changes.stream()
                                .filter(FileChange::isDeletion)
                                .map(FileChange::before)
                                .filter(FileState.Present.class::isInstance)
                                .toList());
        List<FileChange> moved =
                changes.stream()
                        .filter(FileChange::isCreation)
                        .filter(change -> change.after() instanceof FileState.Present)
                        .filter(change ->
                                Stamp.isBornBefore(workspace.absolute(change.path()), firstBegun))
                        .filter(change -> !missing.remove(change.after()))
                        .toList();
        boolean isMissing =
                !missing.isEmpty() || gone.keySet().stream().anyMatch(lost::containsKey);
        if (!isMissing) {
            changes.removeAll(moved);
            moved.forEach(change -> lost.put(change.path(), FROM_ELSEWHERE));
            arrived.addAll(moved);
        }
    }

    private boolean isOlder(WorkspacePath path) throws IOException {
        Path file = workspace.absolute(path);
        return begun.isPresent()
                && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Stamp.changed(file).compareTo(begun.get()) < 0;
    }

    private boolean isGoneElsewhere(WorkspacePath path, FileState now) {
        return changes.stream()
                .filter(FileChange::isDeletion)
                .filter(change -> change.path().name().equals(path.name()))
                .anyMatch(change -> change.before().matches(now));
    }

    private void unreadable(WorkspacePath path, IOException cause) {
        String told = String.valueOf(cause.getMessage());
        String named = path + " ";
        lost.put(
                path,
                told.startsWith(named)
                        ? told.substring(named.length())
                        : "is there, and cannot be read");
    }

    /// Files whose content git calls the same.
    ///
    /// @param most how many changes there may be
    void modes(CleanModes before, Collection<WorkspacePath> paths, int most) {
        for (WorkspacePath path : before.changed(workspace, paths)) {
            if (changes.size() >= most) {
                lost.put(path, CommittedFiles.many(most));
                continue;
            }
            try {
                if (states.entryAt(path) instanceof FileState.Present now) {
                    FileMode mode = before.of(path, now.isExecutable());
                    changes.add(new FileChange(path, now.withMode(mode), now));
                }
            } catch (IOException unreadable) {
                unreadable(path, unreadable);
            }
        }
    }

    /// A folder that a command has left empty was not made by it.
    ///
    /// @param compared what was compared already
    void folders(Set<WorkspacePath> before, Set<WorkspacePath> now, Set<WorkspacePath> compared) {
        var all = new TreeSet<WorkspacePath>(before);
        all.addAll(now);
        all.removeAll(compared);
        for (WorkspacePath folder : all) {
            if (before.contains(folder) && !now.contains(folder)) {
                one(folder, new HeldFiles.Held.Known(new FileState.EmptyFolder()));
            }
        }
        for (WorkspacePath folder : all) {
            if (!before.contains(folder) && !isLeftEmpty(folder)) {
                fresh(folder);
            }
        }
    }

    private boolean isLeftEmpty(WorkspacePath folder) {
        return lost.keySet().stream().anyMatch(path -> path.isIn(folder))
                || changes.stream()
                        .filter(change -> !change.isCreation())
                        .anyMatch(change -> change.path().isIn(folder));
    }
}
