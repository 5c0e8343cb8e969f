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
}
