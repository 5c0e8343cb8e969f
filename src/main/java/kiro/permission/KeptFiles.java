package kiro.permission;

import java.util.Optional;

/// What `.kiroignore` keeps from every tool, for the commands that could show it all the same.
public interface KeptFiles {
    KeptFiles NONE =
            new KeptFiles() {
                @Override
                public boolean isAny() {
                    return false;
                }

                @Override
                public Optional<String> named(String path) {
                    return Optional.empty();
                }

                @Override
                public boolean isIn(String folder) {
                    return false;
                }

                @Override
                public boolean isInHistory() {
                    return false;
                }
            };

    boolean isAny();

    /// The file that a path of a command line stands for, if it is kept.
    ///
    /// @param path from the workspace's root, with `*`, `?` and `[a]` as a shell takes them
    Optional<String> named(String path);

    /// Whether a folder holds some.
    boolean isIn(String folder);

    /// Whether the repository has some, now or in an earlier commit.
    boolean isInHistory();
}
