package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;

/// What a partial update does not do that is written here: it takes a field that is null for one that is absent, and
/// keeps the value that is there.
final class NullsInChanges {
    static final String REASON =
            "the code does not tell a field that is null from one that is absent";

    private NullsInChanges() {}

    /// Whether what is stored stays where a field of the body is null.
    static boolean areKept(Place place, Wants wants) {
        return (place.action() == Action.CHANGE || place.action() == Action.ACT)
                && AbsentFields.areKept(place, wants);
    }

    /// Whether a situation asks for what it does not do.
    static boolean isAsked(Place place, Wants wants, Condition condition) {
        return areKept(place, wants)
                && condition instanceof Condition.ValueIs(String _, String value)
                && value.equals("null");
    }

    /// The fields that could be emptied, each as something that stays undone.
    static List<Unplaced> of(Place place, Wants wants) {
        if (!areKept(place, wants)) {
            return List.of();
        }
        return place.endpoint().request().body().stream()
                .filter(field -> field.isNullable() && canBeEmpty(place, field))
                .map(field ->
                        new Unplaced(
                                field.name() + " may be null",
                                Optional.empty(),
                                REASON + ": what " + field.name() + " has is kept"))
                .toList();
    }

    private static boolean canBeEmpty(Place place, Field field) {
        Optional<Property> property = place.resource().property(field.name());
        return property.filter(one -> !one.typeName().isPrimitive()).isPresent();
    }
}
