package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of what the state of something else forbids.
final class OtherCases {
    private final Scene scene;
    private final CaseWriter writer;

    OtherCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
    }

    CaseWriting of(CriterionOutcome outcome, Condition.OtherInState condition) {
        Optional<OtherState> state =
                OtherState.of(scene.project(), scene.place(), scene.wants(), condition);
        if (state.isEmpty()) {
            return CaseWriter.missing(
                    OtherState.obstacle(scene.project(), scene.place(), scene.wants(), condition)
                            .orElse("what it is about is not evident"));
        }
        Optional<Given> given = given(state.get());
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        if (given.isEmpty() || valid.isEmpty()) {
            return CaseWriter.missing(
                    "a test cannot have a %s that is %s"
                            .formatted(state.get().linked().noun(), state.get().said()));
        }
        String body = new Bodies(scene).expression(valid.orElseGet(LinkedHashMap::new));
        var statements = new ArrayList<>(given.get().statements());
        if (body.equals("body")) {
            statements.add(Bodies.statement(valid.get()));
        }
        var sender = new StateSender(scene);
        Optional<String> obstacle = sender.obstacle(condition);
        return obstacle.isPresent()
                ? CaseWriter.missing(obstacle.get())
                : writer.sent(
                        outcome,
                        new CaseNames(scene.place())
                                .of(
                                        "where the %s is %s is refused"
                                                .formatted(
                                                        state.get().linked().noun(),
                                                        state.get().said())),
                        given.get().withStatements(statements),
                        writer.ask(given.get().id(), body, sender.of(condition)),
                        new Checks.Asked(given.get().id(), valid.get(), List.of()));
    }

    private Optional<Given> given(OtherState state) {
        OtherStock others = scene.stock().others(scene.owner());
        if (state.linked().sent().isPresent()) {
            Reference reference = state.linked().sent().get();
            // A test class has the one that bodies name in a field of its own.
            Optional<Sample> sample = scene.stock().references().sample(reference.field());
            return sample.flatMap(_ -> others.stored(state))
                    .flatMap(stored ->
                            writer.given()
                                    .map(given ->
                                            given.after(
                                                    ReferenceStock.name(reference)
                                                            + " = "
                                                            + stored
                                                            + ";")));
        }
        if (state.linked().parent().isPresent()) {
            return others.forbids(state)
                    .flatMap(values ->
                            scene.stock().besideParent(scene.owner(), state.said(), values));
        }
        return others.forbidding(state)
                .flatMap(value ->
                        scene.stock()
                                .given(
                                        scene.owner(),
                                        "of " + state.linked().noun() + " " + state.said(),
                                        Map.of(state.linked().property().orElseThrow(), value)));
    }
}
