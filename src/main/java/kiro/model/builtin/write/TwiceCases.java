package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.talk.Ask;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;

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
        Given made = given.get().withStatements(before);
        var asked = new Checks.Asked(made.id(), body.get(), List.of());
        var names = new CaseNames(scene.place());
        CaseWriting refused =
                writer.sent(outcome, names.of("a second time is refused"), made, request, asked);
        return CaseWriting.joined(refused, served(outcome, made, request, expression, asked));
    }

    /// What is no second one: the same by another caller, and the same of another parent.
    private List<CaseWriting.Beside> served(
            CriterionOutcome outcome,
            Given made,
            Ask request,
            String expression,
            Checks.Asked asked) {
        var names = new CaseNames(scene.place());
        CriterionOutcome served = served(scene, outcome);
        CaseWriting byOther =
                other().<CaseWriting>map(user ->
                                writer.sent(
                                        served,
                                        names.of("as another caller is served"),
                                        made,
                                        writer.ask(made.id(), expression, Optional.of(user)),
                                        new Checks.Asked(
                                                asked.id(),
                                                asked.sent(),
                                                List.of(),
                                                Optional.of(user))))
                        .orElseGet(() -> CaseWriter.missing("tests have no other caller for it"));
        CaseWriting ofOther =
                scene.stock()
                        .otherParent(scene.owner())
                        .<CaseWriting>map(parent ->
                                writer.sent(
                                        served,
                                        names.of("of another parent is served"),
                                        made.before(parent),
                                        request,
                                        asked))
                        .orElseGet(() -> CaseWriter.missing(CaseWriter.NO_RESOURCE));
        return List.of(
                new CaseWriting.Beside("the same by another caller", byOther),
                new CaseWriting.Beside("the same of another parent", ofOther));
    }

    /// Another caller who may do it, where it is not only for the one to whom the parent belongs.
    private Optional<TestUser> other() {
        boolean isOwners = scene.place().parent().flatMap(Parent::owner).isPresent();
        return isOwners && scene.wants().ownerOnly() ? Optional.empty() : scene.other();
    }

    /// A change that sends what the thing has itself is served, where no criterion says it.
    static List<CaseWriting.Beside> ownValue(
            Scene scene, StateCases states, CriterionOutcome outcome, String field) {
        var own = new Condition.OwnValue(field);
        boolean isSaid = scene.wants().conditions().anyMatch(own::equals);
        return scene.place().action().hasId() && !isSaid
                ? List.of(
                        new CaseWriting.Beside(
                                "its own " + Names.words(field),
                                states.ownValue(served(scene, outcome, own), field)))
                : List.of();
    }

    /// The same criterion's other side: what is no second one is served as usual.
    static CriterionOutcome served(Scene scene, CriterionOutcome outcome) {
        return served(scene, outcome, new Condition.Valid());
    }

    /// The same in another situation.
    static CriterionOutcome served(Scene scene, CriterionOutcome outcome, Condition situation) {
        return new CriterionOutcome(
                outcome.criterion(),
                outcome.route(),
                situation,
                List.of(
                        new Expectation.Status(
                                ControllerWriter.status(scene.place(), scene.wants()))),
                outcome.span());
    }
}
