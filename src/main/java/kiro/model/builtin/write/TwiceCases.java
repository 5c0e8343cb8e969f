package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.talk.Ask;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of what a caller makes only once for the same parent.
final class TwiceCases {
    private final Scene scene;
    private final CaseWriter writer;

    TwiceCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
    }

    /// The same caller sends a valid request twice; the second one adds nothing.
    CaseWriting secondByCaller(CriterionOutcome outcome) {
        Optional<String> obstacle = OnceWriter.obstacle(scene.project(), scene.place());
        if (obstacle.isPresent()) {
            return CaseWriter.missing(obstacle.get());
        }
        Optional<Given> given = writer.given();
        Optional<SequencedMap<String, Sample>> body = scene.valid();
        if (given.isEmpty() || body.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        String expression = new Bodies(scene).expression(body.get());
        Ask request = writer.ask(given.get().id(), expression, scene.owner());
        var before = new ArrayList<>(given.get().statements());
        if (expression.equals("body")) {
            before.add(Bodies.statement(body.get()));
        }
        before.add(scene.talk().sent(request));
        return writer.sent(
                outcome,
                new CaseNames(scene.place()).of("a second time is refused"),
                given.get().withStatements(before),
                request,
                new Checks.Asked(given.get().id(), body.get(), List.of()));
    }
}
