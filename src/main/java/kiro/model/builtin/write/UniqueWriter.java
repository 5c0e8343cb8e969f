package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.store.Sought;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Writes the checks that no other resource has a value that has to be unique.
final class UniqueWriter {
    private final Workshop workshop;
    private final FailureWriter failures;

    UniqueWriter(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    /// The fields of the body that have to be unique: by their rules, or by what follows where they are not.
    static Set<String> fields(Wants wants) {
        var names = new LinkedHashSet<String>();
        for (Field field : wants.endpoint().request().body()) {
            if (field.rules().contains(new FieldRule.Unique())) {
                names.add(field.name());
            }
        }
        wants.behaviours(Behaviour.Unique.class).stream()
                .map(Behaviour.Unique::name)
                .filter(name ->
                        wants.endpoint().request().body().stream()
                                .anyMatch(field -> field.name().equals(name)))
                .forEach(names::add);
        wants.behaviours(Behaviour.UniqueWithin.class).stream()
                .map(Behaviour.UniqueWithin::name)
                .filter(name ->
                        wants.endpoint().request().body().stream()
                                .anyMatch(field -> field.name().equals(name)))
                .forEach(names::add);
        wants.conditions()
                .map(UniqueWriter::duplicate)
                .flatMap(Optional::stream)
                .filter(name ->
                        wants.endpoint().request().body().stream()
                                .anyMatch(field -> field.name().equals(name)))
                .forEach(names::add);
        return names;
    }

    private static Optional<String> duplicate(Condition condition) {
        if (condition instanceof Condition.Duplicate(Optional<String> field)) {
            return field;
        }
        return condition instanceof Condition.DuplicateInOtherCase(String field)
                ? Optional.of(field)
                : Optional.empty();
    }

    /// What the spec says of a field that is unique within a parent.
    static Optional<Behaviour.UniqueWithin> within(Wants wants, String field) {
        return wants.behaviours(Behaviour.UniqueWithin.class).stream()
                .filter(one -> one.name().equals(field))
                .findFirst();
    }

    /// Whether two texts are the same that differ in capitals.
    static boolean ignoresCase(Wants wants, Property property) {
        boolean isSaid =
                wants.behaviours(Behaviour.Unique.class)
                        .contains(
                                new Behaviour.Unique(
                                        property.name(), Behaviour.Letters.IGNORING_CASE));
        boolean isSaidWithin =
                within(wants, property.name())
                        .filter(one -> one.letters() == Behaviour.Letters.IGNORING_CASE)
                        .isPresent();
        boolean isRefused =
                wants.outcomes().stream()
                        .filter(one -> one.status().orElse(200) >= 400)
                        .anyMatch(one ->
                                one.condition()
                                        .equals(
                                                new Condition.DuplicateInOtherCase(
                                                        property.name())));
        return property.typeName().raw().equals("String") && (isSaid || isSaidWithin || isRefused);
    }

    /// Why the check of a field cannot be written; empty where it can.
    static Optional<String> obstacle(
            SpringProject project, Place place, Wants wants, String field) {
        boolean canLook =
                place.resource()
                        .property(field)
                        .filter(property ->
                                UniqueLookup.isPossible(
                                        project, place, sought(place, wants, property)))
                        .isPresent();
        return canLook
                ? Optional.empty()
                : Optional.of(
                        "%s cannot find a %s by its %s"
                                .formatted(
                                        place.storage().owner().name(),
                                        place.names().nounWords(),
                                        field));
    }

    private static Sought sought(Place place, Wants wants, Property property) {
        return new Sought(property, ignoresCase(wants, property), place.action() != Action.CREATE);
    }

    void check(LogicWriter.Code code) {
        for (String field : fields(code.wants)) {
            Property property = code.place.resource().property(field).orElseThrow();
            Optional<String> sent = code.sent(property);
            sent.ifPresent(value -> check(code, property, value));
        }
    }

    private void check(LogicWriter.Code code, Property property, String value) {
        String noun = Names.words(Names.nounOf(code.place.resource().name()));
        String message =
                "\"%s with this %s exists already\""
                        .formatted(CaseNames.article(noun), Names.words(property.name()));
        Raise raise =
                failures.raise(
                        Trouble.conflict(
                                        code.wants.status(
                                                Condition.Duplicate.class::isInstance, 409),
                                        code.place.resource().name(),
                                        message)
                                .coded(code.wants.errorCode(Condition.Duplicate.class::isInstance)),
                        code.place.holder().type());
        Sought sought = sought(code.place, code.wants, property);
        String test =
                within(code.wants, property.name()).isPresent()
                        ? WithinParent.test(workshop, code, sought, code.present(value))
                        : new UniqueLookup(workshop).test(code, sought, code.present(value));
        String isThere =
                code.isRequired(property.name()) ? "" : code.raw(property) + " != null && ";
        code.statements.add("if (" + isThere + test + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }
}
