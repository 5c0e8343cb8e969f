package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of what a body refers to and is not there.
final class ReferenceCases {
    private final Scene scene;
    private final CaseWriter writer;

    ReferenceCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
    }

    CaseWriting missing(CriterionOutcome outcome, Condition.MissingReference condition) {
        var references = new References(scene.project(), scene.place(), scene.wants());
        Optional<Sample> unknown = scene.stock().references().unknown(condition.field());
        if (unknown.isEmpty()) {
            return CaseWriter.missing(references.reason(condition.field(), condition.noun()));
        }
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        Optional<Given> given = writer.given();
        if (valid.isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(
                    valid.isEmpty()
                            ? "a test cannot store a %s that a body could refer to"
                                    .formatted(condition.noun())
                            : CaseWriter.NO_RESOURCE);
        }
        var values = new LinkedHashMap<>(valid.get());
        values.put(condition.field(), unknown.get());
        return new Bodies(scene)
                .sent(
                        outcome,
                        new CaseNames(scene.place())
                                .of("with an unknown " + condition.noun() + " is refused"),
                        writer,
                        values,
                        given.get(),
                        List.of(condition.field()));
    }
}
