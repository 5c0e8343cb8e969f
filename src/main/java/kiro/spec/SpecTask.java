package kiro.spec;

import java.util.List;
import java.util.Optional;
import kiro.text.SourceSpan;

/// A piece of work that a spec's `tasks.md` lists.
///
/// @param id the number before its words, else counted by its place below the task above
/// @param above the task that it is a part of
/// @param text the words of its first line, without box, number and marks of emphasis around all of it
/// @param isOptional whether it is marked as one that may be left out, `[ ]*`
/// @param requirements what it names as the criteria it serves, itself and not by its parts
/// @param span from its line to the last line of its details, in the document of the tasks
public record SpecTask(
        TaskId id,
        Optional<TaskId> above,
        String text,
        TaskState state,
        boolean isOptional,
        List<Citation> requirements,
        SourceSpan span) {
    public SpecTask {
        requirements = List.copyOf(requirements);
    }

    public boolean isDone() {
        return state == TaskState.DONE;
    }
}
