package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;

/// Adds to the tests of a valid request one without all that is optional; beside another resource without it, where
/// such a value has to be unique.
final class OptionalCases {
    private final Scene scene;
    private final CaseWriter writer;
    private final Standards standards;

    OptionalCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.standards = new Standards(scene.project(), scene.place());
    }

    /// A request in which all is in order, and what goes beside it.
    CaseWriting valid(CriterionOutcome outcome, CaseNames names) {
        return beside(outcome, writer.valid(outcome, names.valid(outcome), scene.valid()));
    }

    private CaseWriting beside(CriterionOutcome outcome, CaseWriting usual) {
        if (!isFirst(outcome)) {
            return usual;
        }
        var more = new ArrayList<CaseWriting.Beside>();
        if (!optional().isEmpty()) {
            more.add(
                    new CaseWriting.Beside("a request without what is optional", without(outcome)));
        }
        more.addAll(new ComparedCases(scene, writer).same(answered(outcome)));
        return CaseWriting.joined(usual, more);
    }

    /// Whether it is the first that says what a valid request leads to.
    private boolean isFirst(CriterionOutcome outcome) {
        return outcome.status().orElse(200) < 400
                && scene.wants().outcomes().stream()
                        .filter(one -> one.condition() instanceof Condition.Valid)
                        .findFirst()
                        .filter(outcome::equals)
                        .isPresent();
    }

    /// The fields that a valid request may lack; none where one without any of its fields is refused.
    private List<String> optional() {
        boolean mayBeEmpty =
                scene.wants().conditions().noneMatch(Condition.EmptyObject.class::isInstance);
        List<Field> body = scene.inputs().isEmpty() ? List.of() : fields();
        boolean keepsSome = body.stream().anyMatch(Field::isRequired);
        return keepsSome || mayBeEmpty
                ? body.stream()
                        .filter(field -> !field.isRequired())
                        .map(Field::name)
                        .filter(name ->
                                scene.valid().filter(all -> all.containsKey(name)).isPresent())
                        .toList()
                : List.of();
    }

    private List<Field> fields() {
        return scene.place().endpoint().request().body();
    }

    private CaseWriting without(CriterionOutcome outcome) {
        List<String> left = optional();
        SequencedMap<String, Sample> values = new LinkedHashMap<>(scene.valid().orElseThrow());
        left.forEach(values::remove);
        var statements = new ArrayList<String>();
        for (String field : UniqueWriter.fields(scene.wants())) {
            if (left.contains(field) && mayBeNone(field)) {
                Optional<Given> other = another(field);
                if (other.isEmpty()) {
                    return CaseWriter.missing(
                            "a test cannot have another %s without %s"
                                    .formatted(
                                            scene.place().names().nounWords(), Names.words(field)));
                }
                statements.addAll(other.get().statements());
            }
        }
        Optional<Given> given = unlike().or(writer::given);
        if (given.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        statements.addAll(given.get().statements());
        String body = new Bodies(scene).expression(values);
        if (body.equals("body")) {
            statements.add(Bodies.statement(values));
        }
        return writer.sent(
                answered(outcome),
                new CaseNames(scene.place()).of("without what is optional succeeds"),
                given.get().withStatements(statements),
                writer.ask(given.get().id(), body, scene.owner()),
                new Checks.Asked(given.get().id(), values, List.of()));
    }

    /// A resource whose flags are not what they are where a request does not say.
    private Optional<Given> unlike() {
        var flags = new HashMap<Property, String>();
        standards
                .known()
                .forEach(field -> {
                    String other = Standards.bare(field.standard().orElseThrow());
                    standards
                            .property(field)
                            .filter(property -> property.typeName().boxed().equals("Boolean"))
                            .ifPresent(property ->
                                    flags.put(property, other.equals("true") ? "false" : "true"));
                });
        return scene.place().action().hasId() && !flags.isEmpty()
                ? scene.stock().given(scene.owner(), "different", flags)
                : Optional.empty();
    }

    /// Whether a resource can be without a value that a request may leave out.
    private boolean mayBeNone(String field) {
        return scene.place()
                .resource()
                .property(field)
                .filter(property -> !Related.isAlwaysThere(scene.place().storage(), property))
                .isPresent();
    }

    /// A resource that has no such value either.
    private Optional<Given> another(String field) {
        Optional<Property> property =
                scene.place()
                        .resource()
                        .property(field)
                        .filter(one -> !one.typeName().isPrimitive());
        return property.flatMap(one ->
                        scene.stock()
                                .given(
                                        scene.other().or(scene::owner),
                                        "without " + Names.words(field),
                                        Map.of(one, "null")))
                .map(given ->
                        given.withStatements(
                                given.statements().stream()
                                        .map(line -> line.replaceFirst("^\\w+ \\w+ = ", ""))
                                        .toList()));
    }

    /// What is said of the whole answer, and the values of what is not sent; what a criterion says of fields is about
    /// those that are sent.
    private CriterionOutcome answered(CriterionOutcome outcome) {
        var whole =
                new ArrayList<>(
                        outcome.expectations().stream()
                                .filter(one ->
                                        one instanceof Expectation.Status
                                                || one instanceof Expectation.Succeeds)
                                .toList());
        if (whole.isEmpty()) {
            whole.add(new Expectation.Succeeds());
        }
        standards
                .known()
                .filter(field -> scene.answered().contains(field.name()))
                .map(field ->
                        new Expectation.FieldIs(
                                field.name(), Standards.bare(field.standard().orElseThrow())))
                .forEach(whole::add);
        return new CriterionOutcome(
                outcome.criterion(), outcome.route(), outcome.condition(), whole, outcome.span());
    }
}
