package kiro.edit;

import java.nio.file.attribute.FileTime;
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

/// One folder that is watched while commands run: the workspace, or a repository within it.
final class WatchedFolder {
    static final CommittedFiles.Limits MOST_FROM_COMMIT =
            new CommittedFiles.Limits(20_000, 64 << 20);

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Sight.Limits limits;
    private final Sight sight;
    private final CommandChanges changes;

    /// @param isOwn whether a file belongs to the runs themselves
    WatchedFolder(
            Git git,
            Workspace workspace,
            WorkspaceFiles files,
            Predicate<WorkspacePath> isOwn,
            Sight.Limits limits,
            CommittedFiles.Limits fromCommit) {
        this.workspace = workspace;
        this.files = files;
        this.limits = limits;
        this.sight = new Sight(git, workspace, limits);
        this.changes = new CommandChanges(git, workspace, files, sight, isOwn, fromCommit);
    }

    Sight sight() {
        return sight;
    }

    Sight.Seen look() throws InterruptedException {
        return sight.look();
    }

    /// Whether a folder within is a repository of its own.
    boolean isRepository(WorkspacePath path) {
        return changes.isRepository(path);
    }

    /// @param begun when, by the clock of the file system
    CommandWatch.Before begin(Optional<FileTime> begun, HeldFiles.Room room)
            throws InterruptedException {
        return begin(sight.look(), begun, room);
    }

    CommandWatch.Before begin(Sight.Seen seen, Optional<FileTime> begun, HeldFiles.Room room)
            throws InterruptedException {
        sight.learn(seen, begun);
        return switch (seen.state()) {
            case GitState.Repository repository ->
                    new CommandWatch.Before(
                            repository.head(),
                            held(repository, seen, room),
                            sight.modes(),
                            seen.emptyFolders(),
                            repositories(repository.dirty()),
                            Map.of(),
                            new CommandWatch.Start(
                                    CommandWatch.Ground.REPOSITORY,
                                    begun,
                                    sight.excludes().rules()));
            case GitState.NoGit _, GitState.NotARepository _, GitState.Unusable _ ->
                    seen.files().size() > limits.known()
                            ? CommandWatch.Before.NOTHING
                            : new CommandWatch.Before(
                                    Optional.empty(),
                                    held(seen.files(), room),
                                    CleanModes.UNKNOWN,
                                    seen.emptyFolders(),
                                    repositories(seen.files()),
                                    Map.of(),
                                    new CommandWatch.Start(
                                            CommandWatch.Ground.FOLDER, begun, Optional.empty()));
        };
    }

    Comparison since(CommandWatch.Before before, Sight.Seen seen, Optional<FileTime> firstBegun)
            throws InterruptedException {
        return changes.since(before, seen, firstBegun);
    }

    private Map<WorkspacePath, HeldFiles.Held> held(List<WorkspacePath> all, HeldFiles.Room room) {
        var held = new HeldFiles(workspace, files, room);
        return all.size() > limits.read() ? held.stamps(all, many()) : held.all(all);
    }

    private String many() {
        return "was not kept: the folder is no git repository, and has more than %,d files"
                .formatted(limits.read());
    }

    /// What cannot be held may be as the commit has it, although its times are others.
    private Map<WorkspacePath, HeldFiles.Held> held(
            GitState.Repository repository, Sight.Seen seen, HeldFiles.Room room)
            throws InterruptedException {
        var dirty = new TreeSet<>(repository.dirty());
        dirty.addAll(sight.passedOver());
        Map<WorkspacePath, HeldFiles.Held> held = new HeldFiles(workspace, files, room).all(dirty);
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
}
