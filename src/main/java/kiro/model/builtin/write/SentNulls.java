package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.builtin.ground.Renaming;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Table;
import kiro.model.builtin.project.Tables;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Field;
import kiro.spec.rest.HttpMethod;

/// The fields of a partial update of which the spec says what becomes of a null, other than of what is absent.
///
/// @param cleared those that lose the value that is stored
/// @param refused those that may not be null
record SentNulls(List<String> cleared, List<String> refused) {
    static final SentNulls NONE = new SentNulls(List.of(), List.of());

    SentNulls {
        cleared = List.copyOf(cleared);
        refused = List.copyOf(refused);
    }

    static SentNulls of(SpringProject project, Place place, Wants wants) {
        if (!canBeTold(place, wants)) {
            return NONE;
        }
        var cleared = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (Field field : place.endpoint().request().body()) {
            boolean isRefused = outcomes(wants, field).anyMatch(Refusal::is);
            boolean isServed =
                    outcomes(wants, field).anyMatch(one -> !Refusal.is(one))
                            || field.isNullable()
                            || isSaidToClear(wants, field);
            if (field.isRequired() || isRefused == isServed) {
                continue;
            }
            if (isRefused && hasStatusOfFields(project, wants, field)) {
                refused.add(field.name());
            }
            if (isServed && obstacle(project, place, wants, field).isEmpty()) {
                cleared.add(field.name());
            }
        }
        return new SentNulls(cleared, refused);
    }

    private static boolean canBeTold(Place place, Wants wants) {
        return place.action() == Action.CHANGE
                && place.endpoint().route().method() == HttpMethod.PATCH
                && place.existing().isEmpty()
                && AbsentFields.areKept(place, wants);
    }

    private static Stream<CriterionOutcome> outcomes(Wants wants, Field field) {
        var isNull = new Condition.ValueIs(field.name(), "null");
        return wants.outcomes().stream().filter(one -> one.condition().equals(isNull));
    }

    static boolean isSaidToClear(Wants wants, Field field) {
        return wants.behaviours(Behaviour.ClearsNull.class)
                .contains(new Behaviour.ClearsNull(field.name()));
    }

    /// A null is found with what else is wrong with fields, and answered with the same status.
    private static boolean hasStatusOfFields(SpringProject project, Wants wants, Field field) {
        return outcomes(wants, field)
                .flatMap(one -> one.status().stream().boxed())
                .allMatch(status -> status == ByHand.status(project, wants));
    }

    /// Why what is stored for a field is not emptied; empty where it can be.
    static Optional<String> obstacle(SpringProject project, Place place, Wants wants, Field field) {
        String name = field.name();
        Optional<Property> found = place.resource().property(name);
        String type = place.resource().name();
        if (found.isEmpty()) {
            return Optional.of("%s has no %s of its own".formatted(type, name));
        }
        Property property = found.get();
        if (property.typeName().isPrimitive()) {
            return Optional.of(
                    "%s of %s is of the type %s, which has no null"
                            .formatted(name, type, property.typeName().raw()));
        }
        if (isAlwaysThere(project, place, property)) {
            return Optional.of("what is stored of a %s always has %s".formatted(type, name));
        }
        if (Comparison.of(place).stream().anyMatch(one -> one.isOf(name))) {
            return Optional.of(
                    "%s is compared with another field, which it is not said to be without"
                            .formatted(name));
        }
        return Effects.of(project, place, wants).containsKey(property)
                ? Optional.of(name + " gets its value in another way")
                : Optional.empty();
    }

    private static boolean isAlwaysThere(SpringProject project, Place place, Property property) {
        String annotations =
                place.resource()
                        .type()
                        .type()
                        .field(property.name())
                        .map(field -> field.annotations().toString())
                        .orElse("");
        boolean isDemanded =
                Stream.of("NotNull", "NonNull", "NotBlank", "NotEmpty")
                                .anyMatch(annotations::contains)
                        || place.resource()
                                .type()
                                .file()
                                .text()
                                .contains("requireNonNull(" + property.name());
        return isDemanded
                || property.typeName().raw().equals("Optional")
                || Related.isAlwaysThere(place.storage(), property)
                || isDemandedByTable(project, place, property);
    }

    private static boolean isDemandedByTable(
            SpringProject project, Place place, Property property) {
        var tables = Tables.read(project.sources());
        String column = Renaming.snake(property.name());
        return StoredTables.names(place.storage()).stream()
                .flatMap(name -> tables.named(name).stream())
                .map(Table::columns)
                .flatMap(List::stream)
                .anyMatch(one -> one.name().equalsIgnoreCase(column) && !one.isNullable());
    }

    /// The fields of which the request has to remember that they were sent.
    List<String> told() {
        return Stream.concat(cleared.stream(), refused.stream()).toList();
    }

    boolean areCleared(Property property) {
        return cleared.contains(property.name());
    }

    /// The name of what tells that a field was sent.
    static String flag(String field) {
        return field + "Sent";
    }

    /// The statements that note down a null among the problems of a body.
    List<String> problems() {
        return refused.stream()
                .flatMap(name ->
                        Stream.of(
                                "if (%s && %s == null) {".formatted(flag(name), name),
                                "    problems.add(\"%s: must not be null\");".formatted(name),
                                "}"))
                .toList();
    }

    /// The breaches of a body whose fields are null, each as one of the field.
    List<CrossFields.Breach> breaches() {
        return refused.stream()
                .map(name ->
                        new CrossFields.Breach(
                                name,
                                "request.%s && request.%s() == null".formatted(flag(name), name),
                                "must not be null"))
                .toList();
    }

    /// The methods of a body that Jakarta asks whether a field is not null.
    List<String> constraints() {
        return refused.stream()
                .map(name ->
                        "    @AssertTrue(message = \"must not be null\")%n    public boolean is%sNotNull() {%n        return !%s || %s != null;%n    }%n"
                                .formatted(Names.upper(name), flag(name), name))
                .toList();
    }
}
