package kiro.workspace;

import java.util.Set;

/// The names of folders that hold what tools make, for where no ignore file says so.
public final class MadeByTools {
    public static final Set<String> FOLDERS =
            Set.of(
                    ".git",
                    ".hg",
                    ".svn",
                    "target",
                    "node_modules",
                    "build",
                    "dist",
                    "out",
                    ".venv",
                    "venv",
                    "__pycache__",
                    ".idea",
                    ".gradle",
                    ".tox",
                    ".mypy_cache",
                    ".pytest_cache",
                    ".next",
                    ".terraform",
                    "cdk.out");

    private MadeByTools() {}
}
