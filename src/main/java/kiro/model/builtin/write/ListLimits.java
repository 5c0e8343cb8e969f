package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// How many a list has at most by itself, beside what its parameters say: what of that cannot be built.
final class ListLimits {
    private ListLimits() {}

    /// What is cut by a parameter is cut by that alone, so that it must not be more; what is cut where it is found has no
    /// more to be counted.
    ///
    /// @param counts whether the answer says how many there are
    static List<String> obstacles(Place place, Listing listing, Wants wants, boolean counts) {
        Optional<Integer> most =
                wants.behaviour(Behaviour.ListsAtMost.class).map(Behaviour.ListsAtMost::count);
        if (most.isEmpty()) {
            return List.of();
        }
        if (listing.paging().isEmpty()) {
            return counts
                    ? List.of(
                            "there are at most %d in one answer, which says how many there are: say with which parameter the others can be had"
                                    .formatted(most.get()))
                    : List.of();
        }
        String size = listing.paging().get().size();
        boolean isBelow =
                place.endpoint().request().query().stream()
                        .filter(field -> field.name().equals(size))
                        .flatMap(field -> most(field).stream())
                        .anyMatch(count -> count <= most.get());
        return isBelow
                ? List.of()
                : List.of(
                        "there are at most %d in one answer, and %s can be more: say in its row that it is at most that"
                                .formatted(most.get(), size));
    }

    private static Optional<Integer> most(Field field) {
        return field.rules().stream()
                .filter(FieldRule.Range.class::isInstance)
                .flatMap(rule -> ((FieldRule.Range) rule).max().stream())
                .map(bound -> bound.value().intValue() - (bound.isIncluded() ? 0 : 1))
                .findFirst();
    }
}
