package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import kiro.model.builtin.talk.Ask;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.RateLimit;

/// Writes the tests of how often an endpoint may be asked.
final class LimitCases {
    private static final String NO_LIMIT =
            "no limit could be read, or none can be kept in this project";

    private final Scene scene;
    private final CaseWriter writer;
    private final CaseNames names;

    LimitCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.names = new CaseNames(scene.place());
    }

    private Optional<RateLimit> limit() {
        return scene.wants().endpoint().rateLimit();
    }

    CaseWriting overLimit(CriterionOutcome outcome, OptionalInt number) {
        Optional<Given> given = writer.given();
        if (limit().isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(limit().isEmpty() ? NO_LIMIT : CaseWriter.NO_RESOURCE);
        }
        int count = limit().get().count();
        if (number.isPresent() && number.getAsInt() <= count) {
            return CaseWriter.missing(
                    "request " + number.getAsInt() + " is within the limit of " + count);
        }
        Ask request =
                writer.ask(given.get().id(), new Bodies(scene).validExpression(), scene.owner());
        return writer.sent(
                outcome,
                names.overLimit(number.orElse(count + 1)),
                exhausted(given.get(), request, count),
                request,
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    private Given exhausted(Given given, Ask request, int count) {
        var statements = new ArrayList<>(given.statements());
        if (isConsuming()) {
            Ask other =
                    writer.ask(
                            scene.stock().unknownId(),
                            new Bodies(scene).validExpression(),
                            scene.owner());
            statements.add("for (int sent = 0; sent < " + count + "; sent++) {");
            statements.add("    " + scene.talk().sent(other));
            statements.add("}");
            return given.withStatements(statements);
        }
        int status = ControllerWriter.status(scene.place(), scene.wants());
        statements.add("for (int sent = 0; sent < " + count + "; sent++) {");
        statements.add(
                "    "
                        + (isServedOnce()
                                ? scene.talk().sent(ofNone(request))
                                : scene.talk().answered(unlike(request), status)));
        statements.add("}");
        return given.withStatements(statements);
    }

    /// Whether what a request works on is not there, or not in its state, for another one.
    private boolean isConsuming() {
        return switch (scene.place().action()) {
            case DELETE -> true;
            case ACT, REPLACE, CHANGE ->
                    !StateGuards.allowed(scene.wants()).isEmpty()
                            || !StateGuards.forbidden(scene.wants()).isEmpty();
            case READ, LIST, CREATE -> false;
        };
    }

    /// Whether the same request is refused a second time.
    private boolean isServedOnce() {
        return scene.place().action() == Action.CREATE
                && (OnceWriter.isWanted(scene.wants())
                        || SiblingGuards.refusesSame(scene.wants())
                        || scene.wants().behaviour(Behaviour.NoOverlap.class).isPresent());
    }

    /// The request for something that is not there, where the path names something.
    private Ask ofNone(Ask request) {
        if (scene.place().parent().isEmpty()) {
            return request;
        }
        var arguments = new ArrayList<>(request.arguments());
        arguments.set(0, scene.stock().unknownParentId());
        return new Ask(request.name(), arguments, request.extras());
    }

    /// The request as one of several, none of which takes a value that has to be unique from another.
    private Ask unlike(Ask request) {
        if (scene.place().action() != Action.CREATE || request.arguments().isEmpty()) {
            return request;
        }
        String body = request.arguments().getLast();
        SequencedMap<String, Sample> valid = scene.valid().orElseGet(LinkedHashMap::new);
        for (String field : UniqueWriter.fields(scene.wants())) {
            Optional<String> value =
                    Optional.ofNullable(valid.get(field))
                            .flatMap(Sample::expected)
                            .filter(text -> text.matches("\"[^\"]*\""));
            if (value.isPresent()) {
                body += ".replace(%s, %s)".formatted(value.get(), numbered(value.get()));
            }
        }
        var arguments = new ArrayList<>(request.arguments());
        arguments.set(arguments.size() - 1, body);
        return new Ask(request.name(), arguments, request.extras());
    }

    /// The expression for one of several texts that are as long as this one, where it ends in a number.
    private static String numbered(String literal) {
        return literal.matches("\".*\\d\\d\"")
                ? literal.substring(0, literal.length() - 3) + "\" + (10 + sent)"
                : literal + " + sent";
    }

    CaseWriting withinLimit(CriterionOutcome outcome, OptionalInt number) {
        Optional<Given> given = writer.given();
        if (limit().isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(limit().isEmpty() ? NO_LIMIT : CaseWriter.NO_RESOURCE);
        }
        int last = Math.min(number.orElse(limit().get().count()), limit().get().count());
        Ask request =
                writer.ask(given.get().id(), new Bodies(scene).validExpression(), scene.owner());
        return writer.sent(
                outcome,
                names.withinLimit(last),
                exhausted(given.get(), request, last - 1),
                request,
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    CaseWriting renewed(CriterionOutcome outcome) {
        Optional<Given> given = writer.given();
        if (limit().isEmpty() || given.isEmpty()) {
            return CaseWriter.missing(limit().isEmpty() ? NO_LIMIT : CaseWriter.NO_RESOURCE);
        }
        Ask request =
                writer.ask(given.get().id(), new Bodies(scene).validExpression(), scene.owner());
        Given over = exhausted(given.get(), request, limit().get().count());
        var statements = new ArrayList<>(over.statements());
        statements.add(scene.talk().answered(request, 429));
        statements.add("clock.advance(WINDOW);");
        return writer.sent(
                outcome,
                names.renewed(),
                given.get().withStatements(statements),
                request,
                new Checks.Asked(given.get().id(), new LinkedHashMap<>(), List.of()));
    }

    CaseWriting otherOverLimit(CriterionOutcome outcome) {
        Optional<TestUser> other = scene.other();
        Optional<Given> given = writer.given();
        if (limit().isEmpty() || given.isEmpty() || other.isEmpty()) {
            return CaseWriter.missing(
                    limit().isEmpty()
                            ? NO_LIMIT
                            : "two users are needed, and the project's sources and settings show no two");
        }
        Ask request =
                writer.ask(given.get().id(), new Bodies(scene).validExpression(), scene.owner());
        Given over = exhausted(given.get(), request, limit().get().count());
        var statements = new ArrayList<>(over.statements());
        statements.add(scene.talk().answered(request, 429));
        Optional<Given> own =
                scene.place().action().hasId()
                        ? scene.stock().given(other)
                        : Optional.of(new Given(List.of(), ""));
        if (own.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        Given another = CaseWriter.renamed(own.get());
        statements.addAll(another.statements());
        String id = another.id();
        return writer.sent(
                outcome,
                names.otherOverLimit(),
                new Given(statements, id),
                writer.ask(id, new Bodies(scene).validExpression(), other),
                new Checks.Asked(id, scene.valid().orElseGet(LinkedHashMap::new), List.of()));
    }
}
