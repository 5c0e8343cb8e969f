package kiro.tool.builtin;

import java.util.List;
import kiro.text.Order;
import kiro.workspace.Git;
import kiro.workspace.WorkspacePath;

/// Finds the files that someone may have meant by a path where none is.
final class SimilarFiles {
    private static final int NAMED = 5;

    private final Git git;
    private final PathReader paths;

    SimilarFiles(Git git, PathReader paths) {
        this.git = git;
        this.paths = paths;
    }

    /// A sentence for the one who looked.
    String notFound(WorkspacePath path) throws InterruptedException {
        List<String> near =
                git.files().stream()
                        .filter(file ->
                                Names.isNear(path.name(), file.name()) && !paths.isKept(file))
                        .sorted(
                                Order.by((WorkspacePath file) ->
                                                Names.distance(path.name(), file.name()))
                                        .then(file -> Names.distance(path.value(), file.value()))
                                        .then(file -> file))
                        .limit(NAMED)
                        .map(WorkspacePath::value)
                        .toList();
        return near.isEmpty()
                ? "there is no file %s, and none with a name like it: use list_directory"
                        .formatted(path)
                : "there is no file %s; there is %s".formatted(path, String.join(", ", near));
    }
}
