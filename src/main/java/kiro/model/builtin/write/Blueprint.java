package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;

/// All that has to change in a project for a spec, and all that was left out.
///
/// @param steps in an order in which the project compiles after each
/// @param already what the spec asks for and the project has
/// @param untested what goes beyond what criteria say and has no test, though they have, as lines for a reader
public record Blueprint(
        String title,
        List<Stage> steps,
        List<Unplaced> unplaced,
        List<String> already,
        List<String> untested) {
    /// The changes that belong together.
    ///
    /// @param action what is done, in the imperative
    public record Stage(String action, List<Change> changes) {
        public Stage {
            changes = List.copyOf(changes);
        }

        /// Whether files are changed that are there already.
        public boolean changesExisting() {
            return changes.stream().anyMatch(change -> !change.isNew());
        }
    }

    public Blueprint {
        steps = List.copyOf(steps);
        unplaced = List.copyOf(unplaced);
        already = List.copyOf(already);
        untested = List.copyOf(untested);
    }

    public List<Change> changes() {
        return steps.stream().flatMap(stage -> stage.changes().stream()).toList();
    }

    public Optional<Change> change(String path) {
        return changes().stream().filter(change -> change.path().equals(path)).findFirst();
    }
}
