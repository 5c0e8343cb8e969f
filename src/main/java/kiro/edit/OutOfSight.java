package kiro.edit;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.workspace.Git;
import kiro.workspace.GitExcludes;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Finds what a command took out of git's sight by a change of what git ignores, such as a file that it made as well.
final class OutOfSight {
    private static final String IGNORE_FILE = ".gitignore";
    private static final int MOST = 50_000;

    private final Git git;
    private final WorkspaceFiles files;
    private final Optional<GitExcludes.Rules> excludes;

    /// @param excludes what git ignored before beside the ignore files, where it is not what it ignores now
    OutOfSight(Git git, WorkspaceFiles files, Optional<GitExcludes.Rules> excludes) {
        this.git = git;
        this.files = files;
        this.excludes = excludes;
    }

    /// @param changed what the command may have changed
    /// @param before what is known of it; a file that is missing there was not there
    /// @return empty where it is not known, or too much to look at
    Optional<List<WorkspacePath>> files(
            Collection<WorkspacePath> changed, Map<WorkspacePath, HeldFiles.Held> before)
            throws InterruptedException {
        List<WorkspacePath> others =
                changed.stream().filter(path -> path.name().equals(IGNORE_FILE)).toList();
        if (others.isEmpty() && excludes.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            List<WorkspacePath> ignored = git.ignored();
            if (ignored.isEmpty()) {
                return Optional.of(List.of());
            }
            Optional<Set<WorkspacePath>> ignoredBefore =
                    ignored.size() > MOST
                            ? Optional.empty()
                            : git.ignoredBy(ignoreFiles(others, before), excludes, ignored);
            return ignoredBefore.map(
                    known -> ignored.stream().filter(path -> !known.contains(path)).toList());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Those of these files that git ignored before a command that has changed what it ignores.
    ///
    /// @param fresh files of which nothing is known before
    Set<WorkspacePath> ignoredBefore(
            List<WorkspacePath> fresh,
            Collection<WorkspacePath> changed,
            Map<WorkspacePath, HeldFiles.Held> before)
            throws InterruptedException {
        List<WorkspacePath> others =
                changed.stream().filter(path -> path.name().equals(IGNORE_FILE)).toList();
        if ((others.isEmpty() && excludes.isEmpty()) || fresh.isEmpty()) {
            return Set.of();
        }
        try {
            return git.ignoredBy(ignoreFiles(others, before), excludes, fresh).orElse(Set.of());
        } catch (IOException unreadable) {
            return Set.copyOf(fresh);
        }
    }

    /// As they were before.
    private Map<WorkspacePath, byte[]> ignoreFiles(
            List<WorkspacePath> changed, Map<WorkspacePath, HeldFiles.Held> before)
            throws InterruptedException, IOException {
        var all = new HashMap<WorkspacePath, byte[]>();
        Set<WorkspacePath> same = new HashSet<>(git.ignoreFiles());
        changed.forEach(same::remove);
        for (WorkspacePath path : same) {
            files.read(path).ifPresent(bytes -> all.put(path, bytes));
        }
        for (WorkspacePath path : changed) {
            if (before.get(path) instanceof HeldFiles.Held.Known(FileState.Present was)) {
                all.put(path, was.bytes());
            }
        }
        return all;
    }
}
