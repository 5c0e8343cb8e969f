package kiro.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Which files the tests of this project use. Each file is read once.
final class Uses {
    private final Workspace workspace;
    private final Git git;
    private final Map<WorkspacePath, List<String>> known = new HashMap<>();
    private Optional<UsedFiles> project = Optional.empty();

    Uses(Workspace workspace, Git git) {
        this.workspace = workspace;
        this.git = git;
    }

    /// @param test a file with tests
    List<String> by(WorkspacePath test) throws InterruptedException {
        List<String> before = known.get(test);
        if (before != null) {
            return before;
        }
        if (project.isEmpty()) {
            project =
                    Optional.of(
                            new UsedFiles(git.files().stream().map(WorkspacePath::value).toList()));
        }
        List<String> found = project.get().by(test.value(), text(test));
        known.put(test, found);
        return found;
    }

    private String text(WorkspacePath file) {
        try {
            return new WorkspaceFiles(workspace)
                    .read(file)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
