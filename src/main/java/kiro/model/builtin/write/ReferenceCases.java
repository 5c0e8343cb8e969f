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
        CaseWriting usual =
                sent(
                        outcome,
                        "with an unknown " + condition.noun() + " is refused",
                        values,
                        given.get(),
                        condition);
        Reference reference = references.of(condition.field()).orElseThrow();
        return CaseWriting.joined(
                usual,
                reference.kind().isEmpty()
                        ? List.of()
                        : List.of(
                                new CaseWriting.Beside(
                                        "what is there and no " + condition.noun(),
                                        stranger(outcome, condition, reference, given.get()))));
    }

    /// Something is there that is not of the kind.
    private CaseWriting stranger(
            CriterionOutcome outcome,
            Condition.MissingReference condition,
            Reference reference,
            Given given) {
        Optional<String> stored = scene.stock().others(scene.owner()).stranger(reference);
        return stored.isEmpty()
                ? CaseWriter.missing(
                        "a test cannot store one that is no %s".formatted(condition.noun()))
                : sent(
                        outcome,
                        "with what is no " + condition.noun() + " is refused",
                        scene.valid().orElseThrow(),
                        given.after(ReferenceStock.name(reference) + " = " + stored.get() + ";"),
                        condition);
    }

    private CaseWriting sent(
            CriterionOutcome outcome,
            String name,
            SequencedMap<String, Sample> values,
            Given given,
            Condition.MissingReference condition) {
        return new Bodies(scene)
                .sent(
                        outcome,
                        new CaseNames(scene.place()).of(name),
                        writer,
                        values,
                        given,
                        List.of(condition.field()));
    }
}
