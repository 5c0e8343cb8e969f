package kiro.workspace;

import java.util.List;
import java.util.Optional;

/// What git says of the workspace.
public sealed interface GitState {
    /// There is no git command.
    record NoGit() implements GitState {}

    record NotARepository() implements GitState {}

    /// There is a repository that git refuses to work with, because another user owns it for one.
    ///
    /// @param reason in git's words
    record Unusable(String reason) implements GitState {}

    /// @param branch empty when no branch is checked out
    /// @param head the commit's id; empty before the first commit
    /// @param dirty files that differ from the commit, untracked ones included
    /// @param raw those of them whose names are no text, as [RawPath] writes them
    record Repository(
            Optional<String> branch,
            Optional<String> head,
            List<WorkspacePath> dirty,
            List<WorkspacePath> raw)
            implements GitState {
        public Repository {
            dirty = List.copyOf(dirty);
            raw = List.copyOf(raw);
        }

        public boolean isClean() {
            return dirty.isEmpty();
        }
    }
}
