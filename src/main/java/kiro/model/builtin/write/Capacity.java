package kiro.model.builtin.write;

import java.util.Optional;
import java.util.OptionalInt;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;

/// How many there may be of what a request makes below another thing.
///
/// @param count the number, where the spec says it
/// @param limit the other thing's property with the number, where that says it
record Capacity(OptionalInt count, Optional<Property> limit) {
    /// Empty where the spec has no such rule, or it cannot be built.
    static Optional<Capacity> of(Place place, Wants wants) {
        if (place.action() != Action.CREATE || place.parent().isEmpty()) {
            return Optional.empty();
        }
        Optional<Capacity> counted =
                wants.behaviour(Behaviour.HoldsAtMost.class)
                        .map(one -> new Capacity(OptionalInt.of(one.count()), Optional.empty()));
        return counted.or(() ->
                wants.behaviour(Behaviour.HoldsUpTo.class)
                        .flatMap(one -> number(place, one.limit()))
                        .map(one -> new Capacity(OptionalInt.empty(), Optional.of(one))));
    }

    private static Optional<Property> number(Place place, String name) {
        return place.parent()
                .flatMap(parent -> parent.place().resource().property(name))
                .filter(one -> one.typeName().boxed().matches("Integer|Long|Short"));
    }

    /// Why a number of what they belong to is none that could be compared; empty where it can, or none is said.
    static Optional<String> obstacle(Place place, Wants wants) {
        return wants.behaviour(Behaviour.HoldsUpTo.class)
                .filter(_ -> of(place, wants).isEmpty())
                .map(one ->
                        "that there may be as many as `%s` says is not built here"
                                .formatted(one.limit()));
    }

    /// The number, as code.
    ///
    /// @param parent the variable with what they belong to
    String number(String parent) {
        return limit.map(one -> parent + one.read())
                .orElseGet(() -> String.valueOf(count.orElseThrow()));
    }

    /// A number as an expression of the limit's type.
    String expression(int number) {
        return number + (limit.orElseThrow().typeName().boxed().equals("Long") ? "L" : "");
    }

    static boolean isOf(Condition condition) {
        return condition instanceof Condition.Full;
    }
}
