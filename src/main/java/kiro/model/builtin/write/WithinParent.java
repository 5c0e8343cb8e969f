package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.store.Sought;
import kiro.spec.rest.Behaviour;

/// Looks for another resource with a value among those of the same parent.
final class WithinParent {
    private WithinParent() {}

    /// Why what is unique in a parent cannot be built; none where it can.
    static List<String> obstacles(Place place, Wants wants) {
        var obstacles = new ArrayList<String>();
        for (Behaviour.UniqueWithin one : wants.behaviours(Behaviour.UniqueWithin.class)) {
            boolean isKnown =
                    UniqueWriter.fields(wants).contains(one.name())
                            && place.resource().property(one.name()).isPresent();
            if (!isKnown) {
                obstacles.add(
                        "'%s' is to be unique within the %s, and no field of the body is called so"
                                .formatted(one.name(), one.parent()));
            } else {
                obstacle(place, one).ifPresent(obstacles::add);
            }
        }
        return obstacles;
    }

    private static Optional<String> obstacle(Place place, Behaviour.UniqueWithin within) {
        boolean isParent = place.parent().filter(one -> isCalled(one, within.parent())).isPresent();
        if (!isParent) {
            return Optional.of(
                    "'%s' is to be unique within the %s, and the path names no %s to which it belongs"
                            .formatted(within.name(), within.parent(), within.parent()));
        }
        return canList(place)
                ? Optional.empty()
                : Optional.of(
                        "%s cannot list what there is".formatted(place.storage().owner().name()));
    }

    static boolean isCalled(Parent parent, String noun) {
        String words =
                Names.words(Names.nounOf(parent.place().resource().name()))
                        .toLowerCase(Locale.ROOT);
        return words.equals(noun)
                || words.endsWith(" " + noun)
                || parent.id().equalsIgnoreCase(noun + "Id");
    }

    private static boolean canList(Place place) {
        return place.storage().operation(Operation.Kind.LIST).isPresent()
                || place.storage().kind() == Storage.Kind.REPOSITORY;
    }

    /// The expression that is true where another one of the parent has the value.
    static String test(Workshop workshop, LogicWriter.Code code, Sought sought, String value) {
        return new ChildQuery(workshop)
                .test(code, asked(code, sought, value))
                .orElseGet(() -> searched(code, sought, value));
    }

    private static List<ChildQuery.Asked> asked(
            LogicWriter.Code code, Sought sought, String value) {
        var asked = new ArrayList<ChildQuery.Asked>();
        asked.add(
                new ChildQuery.Asked(
                        sought.by().name(),
                        sought.by().type(),
                        sought.ignoresCase() ? "IgnoreCase" : "",
                        value));
        if (sought.exceptOne()) {
            Property id = code.place.resource().ownId().orElseThrow();
            asked.add(new ChildQuery.Asked(id.name(), id.type(), "Not", code.object + id.read()));
        }
        return asked;
    }

    private static String searched(LogicWriter.Code code, Sought sought, String value) {
        Parent parent = code.place.parent().orElseThrow();
        Property by = sought.by();
        String type = FindWriter.pathType(code.project.sources(), parent.place());
        String same =
                by.typeName().isPrimitive()
                        ? "%s == other%s".formatted(value, by.read())
                        : "%s.%s(other%s)"
                                .formatted(
                                        value,
                                        sought.ignoresCase() ? "equalsIgnoreCase" : "equals",
                                        by.read());
        String another = sought.exceptOne() ? UniqueLookup.isAnother(code) + " && " : "";
        return "%s.anyMatch(other -> %s%s && %s)"
                .formatted(OnceWriter.all(code), another, parent.isSame("other", type), same);
    }
}
