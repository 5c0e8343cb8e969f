package kiro.gate;

import java.util.List;

/// What a branch changes.
///
/// @param base where it left the other branch, abbreviated
/// @param files relative to the workspace
/// @param commits without merges, the newest first
record Change(String base, List<ChangedFile> files, List<Commit> commits) {
    Change {
        files = List.copyOf(files);
        commits = List.copyOf(commits);
    }

    /// A file that differs.
    record ChangedFile(String path, boolean isDeleted) {}
}
