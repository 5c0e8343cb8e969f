package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of times that have passed.
final class PassedCases {
    private final Scene scene;
    private final CaseWriter writer;

    PassedCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
    }

    CaseWriting of(CriterionOutcome outcome, Condition.TimePassed condition) {
        Optional<PassedTime> time = PassedTime.of(scene.place(), condition.name());
        if (time.isEmpty()) {
            return CaseWriter.missing(PassedTime.unknown(scene.place(), condition.name()));
        }
        String words = Names.words(condition.name());
        var values = Map.of(time.get().property(), time.get().past(scene.code()));
        Optional<Given> given =
                time.get().isOfParent()
                        ? scene.stock().besideParent(scene.owner(), "past " + words, values)
                        : scene.stock().given(scene.owner(), "past " + words, values);
        Optional<SequencedMap<String, Sample>> valid = scene.valid();
        if (given.isEmpty() || valid.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        SequencedMap<String, Sample> sent = new LinkedHashMap<>(valid.get());
        String body = new Bodies(scene).expression(sent);
        var statements = new ArrayList<>(given.get().statements());
        if (body.equals("body")) {
            statements.add(Bodies.statement(sent));
        }
        return writer.sent(
                outcome,
                new CaseNames(scene.place()).of("where " + words + " has passed is refused"),
                given.get().withStatements(statements),
                writer.ask(given.get().id(), body, scene.owner()),
                new Checks.Asked(given.get().id(), sent, List.of()));
    }
}
