package kiro.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.workspace.WorkspacePath;

/// What a command has changed in the workspace and in the repositories within it, by the paths of the workspace.
final class Changed {
    private final List<FileChange> changes = new ArrayList<>();
    private final Map<WorkspacePath, String> lost = new LinkedHashMap<>();
    private final List<FileChange> arrived = new ArrayList<>();

    private Changed() {}

    /// @param comparison of the workspace itself
    static Changed of(Comparison comparison) {
        var changed = new Changed();
        changed.changes.addAll(comparison.changes());
        changed.lost.putAll(comparison.lost());
        changed.arrived.addAll(comparison.arrived());
        return changed;
    }

    /// Adds those of a repository within; what is known of a file already stays.
    void add(WorkspacePath folder, Comparison comparison) {
        Set<WorkspacePath> known =
                changes.stream().map(FileChange::path).collect(Collectors.toSet());
        known.addAll(lost.keySet());
        comparison.changes().stream()
                .map(change -> in(folder, change))
                .filter(change -> !known.contains(change.path()))
                .forEach(changes::add);
        comparison
                .lost()
                .forEach((path, why) -> {
                    if (!known.contains(folder.child(path.value()))) {
                        lost.put(folder.child(path.value()), why);
                    }
                });
        comparison.arrived().forEach(change -> arrived.add(in(folder, change)));
    }

    /// @param why unless something is known of it already
    void lose(WorkspacePath path, String why) {
        boolean isKnown =
                lost.containsKey(path)
                        || changes.stream().anyMatch(change -> change.path().equals(path));
        if (!isKnown) {
            lost.put(path, why);
        }
    }

    private static FileChange in(WorkspacePath folder, FileChange change) {
        return new FileChange(folder.child(change.path().value()), change.before(), change.after());
    }

    /// What came to one repository from where nothing is looked at, and is gone from another, was moved between them.
    void pair() {
        if (arrived.isEmpty()) {
            return;
        }
        List<FileState> gone =
                new ArrayList<>(
                        changes.stream()
                                .filter(FileChange::isDeletion)
                                .map(FileChange::before)
                                .toList());
        changes.stream()
                .filter(FileChange::isCreation)
                .map(FileChange::after)
                .forEach(gone::remove);
        for (FileChange change : List.copyOf(arrived)) {
            Optional<FileState> moved =
                    gone.stream().filter(state -> state.matches(change.after())).findFirst();
            if (moved.isPresent()) {
                gone.remove(moved.get());
                arrived.remove(change);
                lost.remove(change.path());
                changes.add(change);
            }
        }
    }

    void leaveOut(Predicate<WorkspacePath> isLeft) {
        changes.removeIf(change -> isLeft.test(change.path()));
        lost.keySet().removeIf(isLeft);
        arrived.removeIf(change -> isLeft.test(change.path()));
    }

    List<FileChange> changes() {
        return List.copyOf(changes);
    }

    Map<WorkspacePath, String> lost() {
        return lost;
    }

    /// Rules hold for what came from elsewhere as for what was made.
    List<FileChange> withArrived() {
        return Stream.concat(changes.stream(), arrived.stream()).toList();
    }
}
