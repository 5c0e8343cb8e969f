package kiro.tool.builtin;

import java.nio.file.Path;
import java.util.List;
import kiro.edit.FileChange;
import kiro.edit.UnifiedDiff;
import kiro.workspace.Workspace;

/// Changes and commands in one line for people.
final class Summaries {
    private static final int WIDTH = 120;

    private Summaries() {}

    /// Such as `edit src/App.java (+3 -1)`, or `change 3 files: ...`.
    static String of(List<FileChange> changes) {
        if (changes.size() == 1) {
            return of(changes.getFirst());
        }
        List<String> each = changes.stream().map(Summaries::of).toList();
        return "change %d files: %s".formatted(changes.size(), String.join(", ", each));
    }

    private static String of(FileChange change) {
        String verb = change.isCreation() ? "create" : change.isDeletion() ? "delete" : "edit";
        return "%s %s (%s)".formatted(verb, change.path(), UnifiedDiff.stat(change));
    }

    /// The path by which read_file finds a file, where it lies in the workspace.
    static String path(Workspace workspace, Path file) {
        return workspace
                .relativize(file.toAbsolutePath())
                .map(path -> path.value())
                .orElse(file.toString());
    }

    /// A text in one line, cut to a width that a terminal shows.
    static String oneLine(String text) {
        List<String> lines = text.strip().lines().toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        boolean isCut = lines.size() > 1 || first.length() > WIDTH;
        return isCut ? first.substring(0, Math.min(first.length(), WIDTH)) + " ..." : first;
    }
}
