package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;

/// A time that is stored, until which something can be done: of the resource, or of what a new one belongs to.
///
/// @param isOfParent whether it is a time of what the path leads through
record PassedTime(Property property, boolean isOfParent) {
    /// Moments that have passed and that are far ahead, by type.
    private static final Map<String, Ends> ENDS =
            Map.of(
                    "LocalDate",
                    new Ends("LocalDate.of(2001, 1, 1)", "LocalDate.of(2099, 1, 1)"),
                    "LocalDateTime",
                    new Ends(
                            "LocalDateTime.of(2001, 1, 1, 9, 0)",
                            "LocalDateTime.of(2099, 1, 1, 9, 0)"),
                    "Instant",
                    new Ends(
                            "Instant.parse(\"2001-01-01T09:00:00Z\")",
                            "Instant.parse(\"2099-01-01T09:00:00Z\")"),
                    "OffsetDateTime",
                    new Ends(
                            "OffsetDateTime.parse(\"2001-01-01T09:00:00Z\")",
                            "OffsetDateTime.parse(\"2099-01-01T09:00:00Z\")"));

    private record Ends(String past, String ahead) {}

    /// All of which a spec speaks and the project knows.
    static List<PassedTime> all(Place place, Wants wants) {
        return names(wants).flatMap(name -> of(place, name).stream()).distinct().toList();
    }

    private static Stream<String> names(Wants wants) {
        var names = new LinkedHashSet<String>();
        wants.behaviours(Behaviour.OnlyUntil.class).forEach(one -> names.add(one.name()));
        wants.conditions()
                .filter(Condition.TimePassed.class::isInstance)
                .forEach(one -> names.add(((Condition.TimePassed) one).name()));
        return names.stream();
    }

    static Optional<PassedTime> of(Place place, String name) {
        return place.action() == Action.CREATE
                ? place.parent()
                        .flatMap(parent -> time(parent.place().resource(), name))
                        .map(property -> new PassedTime(property, true))
                : time(place.resource(), name).map(property -> new PassedTime(property, false));
    }

    private static Optional<Property> time(DomainType type, String name) {
        return type.property(name).filter(one -> ENDS.containsKey(one.typeName().raw()));
    }

    static String unknown(Place place, String name) {
        Place of =
                place.action() == Action.CREATE
                        ? place.parent().map(Parent::place).orElse(place)
                        : place;
        return "%s has no time %s".formatted(of.resource().name(), name);
    }

    /// Why what the requirements say cannot be built.
    static List<String> obstacles(Place place, Wants wants) {
        return wants.behaviours(Behaviour.OnlyUntil.class).stream()
                .map(Behaviour.OnlyUntil::name)
                .filter(name -> of(place, name).isEmpty())
                .map(name -> unknown(place, name))
                .toList();
    }

    /// The expression for a time that has passed.
    String past(TestCode code) {
        return ends(code).past();
    }

    /// The expression for a time that is far ahead.
    String ahead(TestCode code) {
        return ends(code).ahead();
    }

    private Ends ends(TestCode code) {
        String type = property.typeName().raw();
        code.imports.add("java.time." + type);
        return Objects.requireNonNull(ENDS.get(type));
    }

    boolean isOf(Condition condition) {
        return condition instanceof Condition.TimePassed(String name)
                && name.equals(property.name());
    }
}
