package kiro.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kiro.workspace.Git;
import kiro.workspace.GitState;
import kiro.workspace.RawPath;
import kiro.workspace.WorkspacePath;

/// What is seen of the workspace before a command and after it.
final class Sight {
    static final Limits USUAL = new Limits(2_000, 50_000, 5_000);

    private final Git git;
    private final Limits limits;
    private boolean isLarge;

    /// How many files are looked at.
    ///
    /// @param read outside of a repository, with their contents
    /// @param known outside of a repository, by size and time alone
    /// @param modes in a repository, clean ones for their modes
    record Limits(int read, int known, int modes) {}

    /// @param files none in a large repository, which is not gone through file by file
    /// @param emptyFolders not known where it is empty
    /// @param raw files whose names are no text: those that differ from the commit, or, outside of a repository, all
    record Seen(
            GitState state,
            List<WorkspacePath> files,
            Optional<Set<WorkspacePath>> emptyFolders,
            List<RawPath> raw) {}

    Sight(Git git, Limits limits) {
        this.git = git;
        this.limits = limits;
    }

    Seen look() throws InterruptedException {
        var asked = new FutureTask<>(isLarge ? git::folders : git::tree);
        Thread.ofVirtual().name("tree").start(asked);
        GitState state = git.state();
        try {
            Git.Tree tree = asked.get();
            if (!(state instanceof GitState.Repository repository)) {
                tree = isLarge ? git.tree() : tree;
                isLarge = false;
                return new Seen(state, tree.files(), tree.emptyFolders(), tree.raw());
            }
            isLarge |= tree.files().size() > limits.modes();
            return new Seen(
                    state,
                    isLarge ? List.of() : tree.files(),
                    tree.emptyFolders(),
                    repository.raw());
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the files could not be listed", fault);
        }
    }
}
