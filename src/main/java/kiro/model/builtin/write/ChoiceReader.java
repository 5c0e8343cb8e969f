package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Works out by what a list is sorted for each value of a parameter that names a property.
final class ChoiceReader {
    private final Place place;

    ChoiceReader(Place place) {
        this.place = place;
    }

    /// What a parameter chooses.
    sealed interface Reading {
        record Read(Listing.Choice choice) implements Reading {}

        record Unread(String reason) implements Reading {}
    }

    static Optional<Expectation.Direction> direction(Field field) {
        return field.rules().stream()
                .filter(FieldRule.SortsBy.class::isInstance)
                .map(rule -> ((FieldRule.SortsBy) rule).direction())
                .findFirst();
    }

    /// Whether a criterion is about a list that is sorted as its caller says.
    static boolean isOfChoice(Place place, CriterionOutcome outcome) {
        return outcome.condition() instanceof Condition.ValueIs value
                && place.endpoint().request().query().stream()
                        .anyMatch(field ->
                                field.name().equals(value.field()) && direction(field).isPresent());
    }

    /// @param said the order that the spec has for the list, whatever is sent
    Reading read(Field field, Optional<Listing.Order> said) {
        Expectation.Direction direction = direction(field).orElseThrow();
        DomainType resource = place.resource();
        var orders = new LinkedHashMap<String, Listing.Order>();
        for (String value : values(field)) {
            Optional<Property> property =
                    resource.readable(Names.camel(value))
                            .or(() -> resource.id().filter(_ -> value.equals("id")));
            if (property.isEmpty()) {
                return new Reading.Unread(
                        "%s can be '%s', and %s has no such property"
                                .formatted(field.name(), value, resource.name()));
            }
            orders.put(value, new Listing.Order(property.get(), direction));
        }
        Optional<String> standard =
                field.standard().map(value -> value.replaceAll("[`\"']", "").strip());
        Optional<Listing.Order> usual = standard.map(orders::get);
        if (orders.isEmpty() || usual.isEmpty()) {
            return new Reading.Unread(
                    "by what the list can be sorted, or is where %s is not sent, is not said"
                            .formatted(field.name()));
        }
        boolean isOther =
                said.filter(one ->
                                !one.property().equals(usual.get().property())
                                        || one.direction() != usual.get().direction())
                        .isPresent();
        return isOther
                ? new Reading.Unread(
                        "the spec sorts the list by %s, and by %s where %s is not sent"
                                .formatted(
                                        said.orElseThrow().property().name(),
                                        standard.orElseThrow(),
                                        field.name()))
                : new Reading.Read(
                        new Listing.Choice(field.name(), orders, standard.orElseThrow()));
    }

    private static List<String> values(Field field) {
        return field.rules().stream()
                .filter(FieldRule.OneOf.class::isInstance)
                .map(rule -> ((FieldRule.OneOf) rule).values())
                .findFirst()
                .orElse(List.of());
    }
}
