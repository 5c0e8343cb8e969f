package kiro.edit;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.workspace.FileMode;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The modes of files that git calls clean: git itself knows no more of them than whether they are programs.
///
/// @param file the mode that most of them have which are no programs; empty where nothing is known
/// @param program the mode that most programs have
/// @param others those that have another one
record CleanModes(
        Optional<FileMode> file, Optional<FileMode> program, Map<WorkspacePath, FileMode> others) {
    static final CleanModes UNKNOWN = new CleanModes(Optional.empty(), Optional.empty(), Map.of());

    CleanModes {
        others = Map.copyOf(others);
    }

    /// As they are now.
    static CleanModes read(Workspace workspace, Collection<WorkspacePath> paths) {
        var modes = new HashMap<WorkspacePath, FileMode>();
        paths.forEach(path -> now(workspace, path).ifPresent(mode -> modes.put(path, mode)));
        Optional<FileMode> file = usual(modes.values(), false);
        Optional<FileMode> program = usual(modes.values(), true);
        modes.values().removeIf(mode -> isUsual(mode, file, program));
        return new CleanModes(file, program, modes);
    }

    private static Optional<FileMode> now(Workspace workspace, WorkspacePath path) {
        try {
            BasicFileAttributes attributes = FileMode.attributes(workspace.absolute(path));
            return attributes.isRegularFile() ? FileMode.of(attributes) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<FileMode> usual(Collection<FileMode> modes, boolean isExecutable) {
        var counts = new HashMap<FileMode, Integer>();
        modes.stream()
                .filter(mode -> mode.isExecutable() == isExecutable)
                .forEach(mode -> counts.merge(mode, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static boolean isUsual(
            FileMode mode, Optional<FileMode> file, Optional<FileMode> program) {
        return Optional.of(mode).equals(mode.isExecutable() ? program : file);
    }

    /// The mode that a file had, of which it is known whether it was a program.
    FileMode of(WorkspacePath path, boolean isExecutable) {
        return Optional.ofNullable(others.get(path))
                .or(() -> isExecutable ? program : file)
                .orElseGet(() -> FileMode.of(isExecutable));
    }

    /// Those of the files that have another mode now. That a file has become a program, or is none any more, is told by
    /// git.
    List<WorkspacePath> changed(Workspace workspace, Collection<WorkspacePath> paths) {
        if (file.isEmpty() && program.isEmpty()) {
            return List.of();
        }
        var changed = new ArrayList<WorkspacePath>();
        for (WorkspacePath path : paths) {
            Optional<FileMode> now = now(workspace, path);
            FileMode before = others.get(path);
            boolean isSame =
                    now.isEmpty()
                            || (before == null
                                    ? isUsual(now.get(), file, program)
                                    : now.get().equals(before));
            if (!isSame) {
                changed.add(path);
            }
        }
        return changed;
    }
}
