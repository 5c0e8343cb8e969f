package kiro.permission;

import java.util.List;

/// What the folders of the project hold, for the rules that are about some of it: `*.sql` is about `db` where that holds
/// such files.
@FunctionalInterface
public interface HeldByFolders {
    HeldByFolders NONE = folder -> List.of();

    /// The project's files in a folder, at any depth; none where it is no folder. What git ignores is none of them. Where they
    /// are too many, `folder/*` stands for all that there could be.
    ///
    /// @param folder from the workspace's root
    List<String> in(String folder);
}
