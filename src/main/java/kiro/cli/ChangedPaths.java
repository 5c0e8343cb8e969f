package kiro.cli;

import java.util.List;
import kiro.workspace.WorkspacePath;

/// What git says is changed.
public sealed interface ChangedPaths {
    record Known(List<WorkspacePath> paths) implements ChangedPaths {
        public Known {
            paths = List.copyOf(paths);
        }
    }

    /// @param reason lower case, no full stop
    record Unknown(String reason) implements ChangedPaths {}
}
