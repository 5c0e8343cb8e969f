package kiro.cli;

import java.util.Optional;
import kiro.hook.HookStore;
import kiro.hook.git.GitHooks;
import kiro.hook.git.GitSteps;
import kiro.workspace.Workspace;

/// The hooks of a workspace's repository.
public interface GitHookAccess {
    /// Empty outside of a repository.
    Optional<GitHooks> gitHooks(Workspace workspace) throws InterruptedException;

    /// What reads the steps that git tells of.
    GitSteps steps(Workspace workspace);

    /// Whether this program runs within a sandbox, where it sees neither what a person trusts nor what runs.
    boolean isConfined();

    /// Whether a person goes on once without hooks, or they have run already.
    boolean isOff();

    /// What runs hooks with what git tells of the commit at hand.
    ///
    /// @param reading the files of hooks as they were just read
    HookAccess.Opened openForGit(Workspace workspace, HookStore.Reading reading);
}
