package kiro.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.spec.SpecName;

/// What is going to be done, in numbered steps.
///
/// @param task the user's words
/// @param notes what the planner wants the reader to know, such as sentences it could not place
public record Plan(
        String title, String task, Optional<SpecName> spec, List<Step> steps, List<String> notes) {
    /// How a note begins that names something that is left undone.
    public static final String OPEN = "open: ";

    public Plan {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /// What the plan leaves undone though no criterion tells it: the notes that begin so, without their beginning.
    public List<String> open() {
        return notes.stream()
                .filter(note -> note.startsWith(OPEN))
                .map(note -> note.substring(OPEN.length()))
                .toList();
    }

    /// The same plan with another status for one step.
    public Plan withStatus(int number, StepStatus status) {
        var changed = new ArrayList<Step>(steps.size());
        for (Step step : steps) {
            changed.add(step.number() == number ? step.withStatus(status) : step);
        }
        return new Plan(title, task, spec, changed, notes);
    }
}
