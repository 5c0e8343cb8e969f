package kiro.spec;

import java.util.Map;
import java.util.Optional;
import kiro.text.TextDocument;

/// Changes a spec's file in place: only the lines that must change change.
public final class SpecWriter {
    private SpecWriter() {}

    /// The spec's document with these checkboxes set; criteria without a checkbox are left alone.
    public static TextDocument withTicks(Spec spec, Map<CriterionId, Boolean> ticks) {
        TextDocument document = spec.document();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            Optional<Checkbox> box = Checkbox.of(document, criterion.span());
            Boolean ticked = ticks.get(criterion.id());
            if (ticked != null && box.isPresent()) {
                document = box.get().set(document, ticked);
            }
        }
        return document;
    }

    /// The document of a spec's tasks with these boxes set, as it is where there is none to set. Only the marks
    /// between brackets change; a task that has the state already keeps its mark, `X` say.
    public static Optional<SpecDocument> withTaskStates(Spec spec, Map<TaskId, TaskState> states) {
        return spec.document(DocumentKind.TASKS)
                .map(tasks -> {
                    TextDocument text = tasks.text();
                    for (SpecTask task : spec.tasks()) {
                        TaskState state = states.get(task.id());
                        Optional<Checkbox> box = Checkbox.of(text, task.span());
                        if (state != null && state != task.state() && box.isPresent()) {
                            text = box.get().set(text, state.mark());
                        }
                    }
                    return new SpecDocument(tasks.kind(), tasks.path(), tasks.sections(), text);
                });
    }
}
