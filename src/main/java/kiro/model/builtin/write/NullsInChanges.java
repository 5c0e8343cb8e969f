package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;

/// What a partial update does not do that is written here: where the spec says nothing of a null, or its value cannot
/// be cleared, it takes a field that is null for one that is absent, and keeps the value that is there.
final class NullsInChanges {
    static final String REASON =
            "the code does not tell a field that is null from one that is absent";

    private NullsInChanges() {}

    /// Whether what is stored stays where a field of the body is null.
    private static boolean areKept(Place place, Wants wants) {
        return (place.action() == Action.CHANGE || place.action() == Action.ACT)
                && AbsentFields.areKept(place, wants);
    }

    /// Why it does not do what a situation asks for; empty where it does.
    static Optional<String> obstacle(
            SpringProject project, Place place, Wants wants, Condition condition) {
        boolean isAsked =
                areKept(place, wants)
                        && condition instanceof Condition.ValueIs(String name, String value)
                        && value.equals("null")
                        && !SentNulls.of(project, place, wants).told().contains(name);
        if (!isAsked) {
            return Optional.empty();
        }
        String name = ((Condition.ValueIs) condition).field();
        return Optional.of(
                place.endpoint().request().body().stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .flatMap(field -> SentNulls.obstacle(project, place, wants, field))
                        .map(why -> REASON + ": " + why)
                        .orElse(REASON));
    }

    /// The fields that could be emptied, each as something that stays undone.
    static List<Unplaced> of(SpringProject project, Place place, Wants wants) {
        if (!areKept(place, wants)) {
            return List.of();
        }
        List<String> cleared = SentNulls.of(project, place, wants).cleared();
        return place.endpoint().request().body().stream()
                .filter(field -> !cleared.contains(field.name()))
                .flatMap(field -> open(project, place, wants, field))
                .toList();
    }

    private static Stream<Unplaced> open(
            SpringProject project, Place place, Wants wants, Field field) {
        boolean isSaid = SentNulls.isSaidToClear(wants, field);
        if (!isSaid && !field.isNullable()) {
            return Stream.empty();
        }
        String why =
                SentNulls.obstacle(project, place, wants, field)
                        .map(one -> " (" + one + ")")
                        .orElse("");
        return Stream.of(
                new Unplaced(
                        field.name() + (isSaid ? ": null clears it" : " may be null"),
                        Optional.empty(),
                        REASON + ": what " + field.name() + " has is kept" + why));
    }
}
