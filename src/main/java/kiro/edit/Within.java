package kiro.edit;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.RawPath;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// The repositories within the workspace, such as submodules and clones, which the workspace's own knows nothing of. Each that is looked into
/// costs a command what the workspace itself does.
final class Within {
    /// So many are looked into.
    static final int MOST = 10;

    private static final CommittedFiles.Limits MOST_FROM_COMMIT =
            new CommittedFiles.Limits(20_000, 16 << 20);

    private static final String WAS_ONE =
            "was a repository of its own, and what else was changed in it is not known";

    private final Git git;
    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Predicate<WorkspacePath> isOwn;
    private final Map<WorkspacePath, One> known = new HashMap<>();

    /// @param isOwn whether a file belongs to the runs themselves
    Within(Git git, Workspace workspace, WorkspaceFiles files, Predicate<WorkspacePath> isOwn) {
        this.git = git;
        this.workspace = workspace;
        this.files = files;
        this.isOwn = isOwn;
    }

    private record One(Git git, WatchedFolder folder) {
        /// Empty where the folder is no repository by itself.
        Optional<Sight.Seen> look() throws InterruptedException {
            return git.isOfItself()
                    ? Optional.of(folder.look())
                            .filter(seen -> seen.state() instanceof GitState.Repository)
                    : Optional.empty();
        }
    }

    /// The changes that are in a folder, by their paths in it.
    static List<FileChange> partOf(WorkspacePath folder, List<FileChange> changes) {
        return changes.stream()
                .filter(change -> change.path().isIn(folder))
                .map(change ->
                        new FileChange(
                                WorkspacePath.of(
                                        change.path()
                                                .value()
                                                .substring(folder.value().length() + 1)),
                                change.before(),
                                change.after()))
                .toList();
    }

    /// What is known before a command of the repositories that are looked into.
    ///
    /// @param outermost those that lie in no other
    Map<WorkspacePath, CommandWatch.Before> begin(
            Collection<WorkspacePath> outermost, Optional<FileTime> begun, HeldFiles.Room room)
            throws InterruptedException {
        var next = new ArrayDeque<>(new TreeSet<>(outermost));
        var all = new TreeMap<WorkspacePath, CommandWatch.Before>();
        while (!next.isEmpty() && all.size() < MOST) {
            WorkspacePath path = next.remove();
            if (!isInPlace(path)) {
                continue;
            }
            One one = known.computeIfAbsent(path, this::open);
            Optional<Sight.Seen> seen = one.look();
            if (seen.isPresent()) {
                CommandWatch.Before before = one.folder().begin(seen.get(), begun, room);
                all.put(path, before);
                new TreeSet<>(before.repositories())
                        .forEach(inner -> next.add(path.child(inner.value())));
            }
        }
        return all;
    }

    /// What a command has changed in them.
    void since(
            Map<WorkspacePath, CommandWatch.Before> before,
            Optional<FileTime> firstBegun,
            Changed into)
            throws InterruptedException {
        for (Map.Entry<WorkspacePath, CommandWatch.Before> each :
                new TreeMap<>(before).entrySet()) {
            WorkspacePath path = each.getKey();
            One one = known.computeIfAbsent(path, this::open);
            Optional<Sight.Seen> seen = isInPlace(path) ? one.look() : Optional.empty();
            if (seen.isPresent()) {
                into.add(path, one.folder().since(each.getValue(), seen.get(), firstBegun));
            } else {
                into.lose(path, WAS_ONE);
            }
        }
    }

    private One open(WorkspacePath path) {
        var inner = new Workspace(workspace.absolute(path));
        Git asked = git.within(inner);
        return new One(
                asked,
                new WatchedFolder(
                        asked,
                        inner,
                        new WorkspaceFiles(inner),
                        file -> isOwn.test(path.child(file.value())),
                        Sight.USUAL,
                        MOST_FROM_COMMIT));
    }

    /// Git is given no folder whose name is no text, nor one that a link leads to.
    private boolean isInPlace(WorkspacePath path) {
        try {
            return !RawPath.isRaw(path.value())
                    && !files.entries().isReachedByLink(path.child(".git"));
        } catch (IOException elsewhere) {
            return false;
        }
    }
}
