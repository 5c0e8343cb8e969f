package kiro.edit;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
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
import kiro.workspace.GitExcludes;
import kiro.workspace.GitState;
import kiro.workspace.RawPath;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Works out what a command has changed, from what was known before it and what is seen after it.
final class CommandChanges {
    private static final int MOST_MODES = 20_000;
    private static final String NO_GIT =
            "can be asked no more, so that what else was changed is not known";
    private static final String NOT_KNOWN =
            "was told to ignore other files than before, so that not all that was made is known";
    private static final String REPOSITORY = "is a repository of its own, which is not looked into";
    private static final String WAS_REPOSITORY =
            "was in a repository of its own, which was not looked into";
    private static final String WAS_ONE = "was a repository of its own, which is not kept";
    private static final String WAS_IGNORED =
            "was ignored by git before, so that it is not known what was there";

    private final Git git;
    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Sight sight;
    private final Predicate<WorkspacePath> isOwn;
    private final CommittedFiles.Limits fromCommit;

    /// @param isOwn whether a file belongs to the runs themselves
    /// @param fromCommit how much is had from a commit
    CommandChanges(
            Git git,
            Workspace workspace,
            WorkspaceFiles files,
            Sight sight,
            Predicate<WorkspacePath> isOwn,
            CommittedFiles.Limits fromCommit) {
        this.git = git;
        this.workspace = workspace;
        this.files = files;
        this.sight = sight;
        this.isOwn = isOwn;
        this.fromCommit = fromCommit;
    }

    /// Whether a folder within the workspace is a repository of its own.
    boolean isRepository(WorkspacePath path) {
        Path folder = workspace.absolute(path);
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
    }

    /// @param firstBegun when the first command of the run began; not known where it is empty
    Comparison since(CommandWatch.Before before, Sight.Seen seen, Optional<FileTime> firstBegun)
            throws InterruptedException {
        boolean isGone =
                before.start().ground() == CommandWatch.Ground.REPOSITORY
                        && !(seen.state() instanceof GitState.Repository);
        return isGone ? withoutGit(before) : compared(before, seen, firstBegun);
    }

    private Comparison compared(
            CommandWatch.Before before, Sight.Seen seen, Optional<FileTime> firstBegun)
            throws InterruptedException {
        SortedSet<WorkspacePath> candidates = candidates(before, seen);
        Map<WorkspacePath, HeldFiles.Held> known = new TreeMap<>(before.held());
        known.putAll(
                committed(
                        before,
                        candidates.stream().filter(path -> !known.containsKey(path)).toList()));
        Optional<GitExcludes.Rules> excludes = excludesOf(before);
        var outOfSight = new OutOfSight(git, files, excludes);
        Optional<List<WorkspacePath>> hidden = outOfSight.files(candidates, known);
        candidates.addAll(
                hidden.orElse(List.of()).stream().filter(path -> !isOwn.test(path)).toList());
        var comparison = new Comparison(workspace, files, before.start().time());
        List<WorkspacePath> fresh =
                candidates.stream().filter(path -> !known.containsKey(path)).toList();
        Set<WorkspacePath> ignored = outOfSight.ignoredBefore(fresh, candidates, known);
        known.keySet().retainAll(candidates);
        known.forEach(comparison::one);
        for (WorkspacePath path : fresh) {
            unknown(path, before, ignored)
                    .ifPresentOrElse(
                            why -> comparison.unknown(path, why), () -> comparison.fresh(path));
        }
        before.repositories().stream()
                .filter(path -> !isRepository(path))
                .forEach(path -> comparison.lost().put(path, WAS_ONE));
        if (hidden.isEmpty()) {
            comparison.lost().put(WorkspacePath.of(".git"), NOT_KNOWN);
        }
        comparison.moved(firstBegun);
        compareModes(comparison, before, seen, candidates);
        if (before.emptyFolders().isPresent() && seen.emptyFolders().isPresent()) {
            comparison.folders(
                    withoutOwn(before.emptyFolders().get()),
                    withoutOwn(seen.emptyFolders().get()),
                    candidates);
        }
        return comparison;
    }

    private void compareModes(
            Comparison comparison,
            CommandWatch.Before before,
            Sight.Seen seen,
            Set<WorkspacePath> compared)
            throws InterruptedException {
        Set<WorkspacePath> others = new HashSet<>(sight.comparable(seen));
        others.removeAll(compared);
        comparison.modes(before.modes(), new TreeSet<>(others), MOST_MODES);
    }

    /// What git ignored beside the ignore files, where it is not what it ignores now.
    private Optional<GitExcludes.Rules> excludesOf(CommandWatch.Before before)
            throws InterruptedException {
        Optional<GitExcludes.Rules> then = before.start().excludes();
        return then.isEmpty() || sight.excludes().rules().equals(then) ? Optional.empty() : then;
    }

    /// Why it is not known whether something was there that was not seen; empty where it was not.
    private Optional<String> unknown(
            WorkspacePath path, CommandWatch.Before before, Set<WorkspacePath> ignored) {
        if (isRepository(path)) {
            return Optional.of(REPOSITORY);
        }
        if (before.repositories().stream().anyMatch(path::isIn)) {
            return Optional.of(WAS_REPOSITORY);
        }
        return ignored.contains(path) ? Optional.of(WAS_IGNORED) : Optional.empty();
    }

    /// What git ignored, and what was clean, cannot be told from what the command made.
    private Comparison withoutGit(CommandWatch.Before before) {
        var comparison = new Comparison(workspace, files, before.start().time());
        Map<WorkspacePath, HeldFiles.Held> known = new TreeMap<>(before.held());
        known.keySet().removeIf(isOwn);
        known.forEach(comparison::one);
        comparison.lost().put(WorkspacePath.of(".git"), NO_GIT);
        return comparison;
    }

    private SortedSet<WorkspacePath> candidates(CommandWatch.Before before, Sight.Seen seen)
            throws InterruptedException {
        var candidates = new TreeSet<WorkspacePath>(before.held().keySet());
        switch (seen.state()) {
            case GitState.Repository repository -> {
                candidates.addAll(repository.dirty());
                candidates.removeAll(asCommitted(candidates, before, seen));
                candidates.addAll(committedSince(before, repository.head()));
            }
            case GitState.NoGit _, GitState.NotARepository _, GitState.Unusable _ ->
                    candidates.addAll(seen.files());
        }
        candidates.removeIf(isOwn);
        return candidates;
    }

    /// Of some files the times alone were changed.
    private Set<WorkspacePath> asCommitted(
            Set<WorkspacePath> candidates, CommandWatch.Before before, Sight.Seen seen)
            throws InterruptedException {
        List<WorkspacePath> asked =
                seen.touched().stream()
                        .filter(candidates::contains)
                        .filter(path -> !before.held().containsKey(path))
                        .sorted()
                        .toList();
        Set<WorkspacePath> same = new HashSet<>(asked);
        same.removeAll(sight.index().changed(asked));
        return same;
    }

    /// The files in which the commit of now differs from the one before; all of it where there was none.
    private List<WorkspacePath> committedSince(CommandWatch.Before before, Optional<String> head)
            throws InterruptedException {
        if (head.isEmpty() || before.head().equals(head)) {
            return List.of();
        }
        return before.head().isEmpty()
                ? paths(git.run(List.of("ls-tree", "-r", "--name-only", "-z", head.get())))
                : paths(
                        git.run(
                                List.of(
                                        "diff",
                                        "--name-only",
                                        "--no-renames",
                                        "--no-ext-diff",
                                        "--relative",
                                        "-z",
                                        before.head().get(),
                                        head.get())));
    }

    private static List<WorkspacePath> paths(Capture capture) {
        return capture instanceof Capture.Ended ended && ended.code() == 0
                ? List.of(RawPath.decode(ended.output()).split("\0")).stream()
                        .filter(name -> !name.isEmpty())
                        .map(WorkspacePath::of)
                        .toList()
                : List.of();
    }

    private Set<WorkspacePath> withoutOwn(Set<WorkspacePath> folders) {
        return folders.stream()
                .filter(folder -> !isOwn.test(folder))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<WorkspacePath, HeldFiles.Held> committed(
            CommandWatch.Before before, List<WorkspacePath> clean) throws InterruptedException {
        if (before.head().isEmpty() || clean.isEmpty()) {
            return Map.of();
        }
        var committed = new CommittedFiles(git, before.head().get(), fromCommit).all(clean);
        committed.replaceAll((path, held) ->
                held instanceof HeldFiles.Held.Known(FileState.Present file)
                        ? new HeldFiles.Held.Known(
                                file.withMode(before.modes().of(path, file.isExecutable())))
                        : held);
        return committed;
    }
}
