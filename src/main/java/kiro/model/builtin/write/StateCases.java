package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;

/// Writes the tests of what the state of things forbids.
final class StateCases {
    private final Scene scene;
    private final CaseWriter writer;
    private final CaseNames names;

    StateCases(Scene scene, CaseWriter writer) {
        this.scene = scene;
        this.writer = writer;
        this.names = new CaseNames(scene.place());
    }

    CaseWriting conflict(CriterionOutcome outcome, String state) {
        Optional<Given> given = scene.stock().conflicting(scene.owner(), state);
        return given.isEmpty()
                ? CaseWriter.missing(
                        "a test cannot have a %s that is '%s'"
                                .formatted(scene.place().names().nounWords(), state))
                : refused(outcome, name(names.conflict(state), state, ""), given.get(), valid());
    }

    /// What a test is called, where the state is that of what the resource belongs to.
    private String name(String own, String state, String not) {
        var states = new States(scene.project().sources());
        if (!StateGuards.areParents(states, scene.place(), scene.wants())) {
            return own;
        }
        Place held = StateGuards.held(states, scene.place(), scene.wants());
        return names.of(
                "where the %s is %s%s is refused"
                        .formatted(held.names().nounWords(), not, state.toLowerCase(Locale.ROOT)));
    }

    /// In a state in which it can be done.
    CaseWriting in(CriterionOutcome outcome, String state) {
        Optional<Given> given = scene.stock().in(scene.owner(), state);
        return given.isEmpty()
                ? CaseWriter.missing(
                        "a test cannot have a %s that is '%s'"
                                .formatted(scene.place().names().nounWords(), state))
                : refused(outcome, names.inState(state), given.get(), valid());
    }

    /// In another state than the one in which it can be done; "never" says that it was not in that one before either.
    CaseWriting outOf(CriterionOutcome outcome, String state) {
        boolean isNever =
                outcome.condition() instanceof Condition.OutOfState(String words, String _)
                        && words.matches("(?i).*\\bnever\\b.*");
        if (isNever
                && !StateGuards.isFromStart(scene.project(), scene.place(), scene.wants(), state)) {
            return CaseWriter.missing(
                    "which state a %s has before it is '%s' is not clear"
                            .formatted(scene.place().names().nounWords(), state));
        }
        Optional<Given> given = scene.stock().outOf(scene.owner(), state);
        return given.isEmpty()
                ? CaseWriter.missing(
                        "a test cannot have a %s that is not '%s'"
                                .formatted(scene.place().names().nounWords(), state))
                : refused(outcome, name(names.outOf(state), state, "not "), given.get(), valid());
    }

    private SequencedMap<String, Sample> valid() {
        return scene.valid().orElseGet(LinkedHashMap::new);
    }

    private CaseWriting refused(
            CriterionOutcome outcome,
            String name,
            Given given,
            SequencedMap<String, Sample> values) {
        var sender = new StateSender(scene);
        Optional<String> obstacle = sender.obstacle(outcome.condition());
        if (obstacle.isPresent()) {
            return CaseWriter.missing(obstacle.get());
        }
        String body = new Bodies(scene).expression(values);
        var statements = new ArrayList<>(given.statements());
        if (body.equals("body")) {
            statements.add(Bodies.statement(values));
        }
        return writer.sent(
                outcome,
                name,
                given.withStatements(statements),
                writer.ask(given.id(), body, sender.of(outcome.condition())),
                new Checks.Asked(given.id(), values, List.of()));
    }

    /// Another resource has the value that is sent: also with blanks around it, and in capitals, where these do not
    /// count; and also where the one itself has it in capitals.
    CaseWriting duplicate(CriterionOutcome outcome, Condition.Duplicate duplicate) {
        Optional<String> field =
                duplicate.field().or(() -> UniqueWriter.fields(scene.wants()).stream().findFirst());
        Optional<Property> property = field.flatMap(scene.place().resource()::property);
        Optional<String> value = property.flatMap(this::sent);
        CaseWriting usual = taken(outcome, property, value, "", Optional.empty(), valid());
        if (property.isEmpty()) {
            return usual;
        }
        var more = new ArrayList<>(inCapitals(outcome, property, value));
        more.addAll(ofOtherParent(outcome, property.get(), value));
        more.addAll(TwiceCases.ownValue(scene, this, outcome, property.get().name()));
        padded(property.get())
                .ifPresent(values ->
                        more.add(
                                new CaseWriting.Beside(
                                        "a %s that is taken but for blanks"
                                                .formatted(Names.words(property.get().name())),
                                        taken(
                                                outcome,
                                                property,
                                                value,
                                                " but for blanks",
                                                Optional.empty(),
                                                values))));
        return CaseWriting.joined(usual, more);
    }

    /// What is sent for a property, as an expression of its type.
    private Optional<String> sent(Property property) {
        return Optional.ofNullable(valid().get(property.name()))
                .flatMap(Sample::expected)
                .flatMap(value ->
                        KnownValues.literal(
                                property.typeName().raw(), value, scene.code().imports));
    }

    /// What is unique within a parent is served where one of another parent has it.
    private List<CaseWriting.Beside> ofOtherParent(
            CriterionOutcome outcome, Property property, Optional<String> value) {
        return UniqueWriter.within(scene.wants(), property.name())
                .map(one ->
                        new CaseWriting.Beside(
                                "a %s that one of another %s has"
                                        .formatted(Names.words(property.name()), one.parent()),
                                elsewhere(outcome, property, value)))
                .stream()
                .toList();
    }

    /// One of another parent has the value: that is no conflict.
    private CaseWriting elsewhere(
            CriterionOutcome outcome, Property property, Optional<String> value) {
        String words = Names.words(property.name());
        Optional<TestUser> user = scene.other().or(scene::owner);
        Optional<Given> other =
                value.flatMap(
                        one -> scene.stock().given(user, "same " + words, Map.of(property, one)));
        Optional<String> parent = scene.stock().otherParent(scene.owner());
        Optional<Given> changed =
                scene.place().action().hasId()
                        ? changed(property, Optional.empty())
                        : Optional.of(Given.NOTHING);
        if (other.isEmpty() || parent.isEmpty() || changed.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        var statements = new ArrayList<String>();
        CaseWriter.renamed(other.get()).statements().stream()
                .map(StateCases::unused)
                .forEach(statements::add);
        statements.add(parent.get());
        statements.addAll(changed.get().statements());
        return refused(
                TwiceCases.served(scene, outcome),
                names.of("with " + CaseNames.article(words) + " of another parent is served"),
                changed.get().withStatements(statements),
                valid());
    }

    /// Where capitals do not count: another one has the value in capitals, or the one that is changed has.
    private List<CaseWriting.Beside> inCapitals(
            CriterionOutcome outcome, Optional<Property> property, Optional<String> value) {
        Optional<String> capitals = capitals(value);
        if (!UniqueWriter.ignoresCase(scene.wants(), property.orElseThrow())) {
            return List.of();
        }
        String what =
                "a %s that is taken in other case"
                        .formatted(Names.words(property.orElseThrow().name()));
        if (capitals.isEmpty()) {
            return List.of(
                    new CaseWriting.Beside(
                            what, CaseWriter.missing("no valid value with letters is known")));
        }
        var cases = new ArrayList<CaseWriting.Beside>();
        boolean isSaid =
                scene.wants()
                        .conditions()
                        .anyMatch(Condition.DuplicateInOtherCase.class::isInstance);
        if (!isSaid) {
            cases.add(
                    new CaseWriting.Beside(
                            what,
                            taken(
                                    outcome,
                                    property,
                                    capitals,
                                    " in other case",
                                    Optional.empty(),
                                    valid())));
        }
        if (scene.place().action().hasId()) {
            cases.add(
                    new CaseWriting.Beside(
                            what + ", of the one itself",
                            taken(outcome, property, value, " as well", capitals, valid())));
        }
        return cases;
    }

    /// Another resource has the value that is sent in capitals.
    CaseWriting inOtherCase(CriterionOutcome outcome, Condition.DuplicateInOtherCase duplicate) {
        Optional<String> value =
                Optional.ofNullable(valid().get(duplicate.field())).flatMap(Sample::expected);
        Optional<Property> property = scene.place().resource().property(duplicate.field());
        CaseWriting usual =
                taken(
                        outcome,
                        property,
                        capitals(value),
                        " in other case",
                        Optional.empty(),
                        valid());
        boolean isAlone =
                scene.wants().conditions().noneMatch(Condition.Duplicate.class::isInstance);
        return property.isPresent() && isAlone
                ? CaseWriting.joined(usual, ofOtherParent(outcome, property.get(), value))
                : usual;
    }

    private static Optional<String> capitals(Optional<String> value) {
        return value.filter(text -> text.matches("\"[^\\\\]*[a-z][^\\\\]*\""))
                .map(text -> text.toUpperCase(Locale.ROOT));
    }

    /// The valid values, with a blank behind this one; empty where the project does not take it off.
    private Optional<SequencedMap<String, Sample>> padded(Property property) {
        String name = property.name();
        boolean isTidied =
                Tidying.of(scene.project(), scene.place().resource()).calls().containsKey(name);
        return Optional.ofNullable(valid().get(name))
                .filter(sample -> isTidied && sample.json().matches("\"[^%]*\""))
                .map(sample -> {
                    var values = valid();
                    values.put(
                            name,
                            new Sample(
                                    sample.json().replaceFirst("\"$", " \""),
                                    Optional.empty(),
                                    sample.expected()));
                    return values;
                });
    }

    /// What is changed, with a value where that matters.
    private Optional<Given> changed(Property property, Optional<String> value) {
        return value.isEmpty()
                ? writer.given()
                : scene.stock()
                        .given(
                                scene.owner(),
                                "own " + Names.words(property.name()),
                                Map.of(property, value.get()));
    }

    /// The one that is changed has the value itself that is sent.
    CaseWriting ownValue(CriterionOutcome outcome, String field) {
        Optional<Property> property = scene.place().resource().property(field);
        Optional<String> value = property.flatMap(this::sent);
        boolean isChanged = scene.place().action().hasId();
        Optional<Given> given =
                property.isPresent() && value.isPresent() && isChanged
                        ? changed(property.get(), value)
                        : Optional.empty();
        return given.isEmpty()
                ? CaseWriter.missing(CaseWriter.NO_RESOURCE)
                : refused(
                        outcome,
                        names.of("with its own " + Names.words(field)),
                        given.get(),
                        valid());
    }

    /// @param own what the one has that is changed; empty where that does not matter
    private CaseWriting taken(
            CriterionOutcome outcome,
            Optional<Property> property,
            Optional<String> value,
            String how,
            Optional<String> own,
            SequencedMap<String, Sample> sent) {
        if (property.isEmpty() || value.isEmpty()) {
            return CaseWriter.missing("which value is taken already is not said");
        }
        String words = Names.words(property.get().name());
        Optional<Given> other =
                scene.stock()
                        .given(
                                scene.other().or(scene::owner),
                                "same " + words + (how.equals(" in other case") ? how : ""),
                                Map.of(property.get(), value.get()));
        if (other.isEmpty()) {
            return CaseWriter.missing(CaseWriter.NO_RESOURCE);
        }
        var statements = new ArrayList<String>();
        Given work = CaseWriter.renamed(other.get());
        statements.addAll(work.statements().stream().map(StateCases::unused).toList());
        work = Given.NOTHING;
        if (scene.place().action().hasId()) {
            Optional<Given> changed = changed(property.get(), own);
            if (changed.isEmpty()) {
                return CaseWriter.missing(CaseWriter.NO_RESOURCE);
            }
            statements.addAll(changed.get().statements());
            work = changed.get();
        }
        return refused(
                outcome,
                names.of(
                        "with "
                                + CaseNames.article(words)
                                + (own.isEmpty() ? " that is taken" : " that another one has")
                                + how
                                + " is refused"),
                work.withStatements(statements),
                sent);
    }

    /// The statement without a variable that nothing uses.
    private static String unused(String statement) {
        return statement.replaceFirst("^\\w+ another = ", "");
    }

    CaseWriting dependents(CriterionOutcome outcome, Condition.HasDependents condition) {
        Optional<Given> given = writer.given();
        Optional<List<String>> others =
                given.flatMap(one -> scene.stock().dependents(one, condition.nouns()));
        if (others.isEmpty()) {
            return CaseWriter.missing(
                    "a test cannot have a %s with %s"
                            .formatted(scene.place().names().nounWords(), condition.nouns()));
        }
        var statements = new ArrayList<>(given.get().statements());
        statements.addAll(others.get());
        return refused(
                outcome,
                names.of("with " + condition.nouns() + " is refused"),
                given.get().withStatements(statements),
                valid());
    }

    /// A number one lower than the one that is stored.
    CaseWriting lower(CriterionOutcome outcome, String field) {
        Optional<Property> property = scene.place().resource().property(field);
        Optional<Sample> sent = Optional.ofNullable(valid().get(field));
        Optional<Long> value =
                sent.flatMap(Sample::expected)
                        .filter(text -> text.matches("\\d+"))
                        .map(Long::valueOf);
        if (property.isEmpty() || value.isEmpty()) {
            return CaseWriter.missing("no number is known that is lower than the one before");
        }
        Optional<Given> given =
                scene.stock()
                        .given(
                                scene.owner(),
                                "higher",
                                Map.of(property.get(), String.valueOf(value.get() + 1)));
        return given.isEmpty()
                ? CaseWriter.missing(CaseWriter.NO_RESOURCE)
                : refused(
                        outcome,
                        names.of("with a lower " + Names.words(field) + " is refused"),
                        given.get(),
                        valid());
    }
}
