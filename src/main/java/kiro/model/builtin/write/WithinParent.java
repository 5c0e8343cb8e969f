package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.store.Sought;
import kiro.spec.rest.Behaviour;

/// Looks for another resource with a value among those of the same parent.
final class WithinParent {
    private WithinParent() {}

    /// Why what is unique in a parent cannot be built; none where it can.
    static List<String> obstacles(SpringProject project, Place place, Wants wants) {
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
                obstacle(project, place, one).ifPresent(obstacles::add);
            }
        }
        return obstacles;
    }

    private static Optional<String> obstacle(
            SpringProject project, Place place, Behaviour.UniqueWithin within) {
        boolean isParent = place.parent().filter(one -> isCalled(one, within.parent())).isPresent();
        if (!isParent) {
            return Optional.of(
                    "'%s' is to be unique within the %s, and the path names no %s to which it belongs"
                            .formatted(within.name(), within.parent(), within.parent()));
        }
        return new Siblings(place, Optional.empty(), Siblings.Source.PATH).obstacle(project);
    }

    static boolean isCalled(Parent parent, String noun) {
        String words =
                Names.words(Names.nounOf(parent.place().resource().name()))
                        .toLowerCase(Locale.ROOT);
        return words.equals(noun)
                || words.endsWith(" " + noun)
                || parent.id().equalsIgnoreCase(noun + "Id");
    }

    /// The expression that is true where another one of the parent has the value.
    static String test(Workshop workshop, LogicWriter.Code code, Sought sought, String value) {
        return new ChildQuery(workshop)
                .test(code, asked(code, sought, value))
                .orElseGet(() -> searched(workshop, code, sought, value));
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

    private static String searched(
            Workshop workshop, LogicWriter.Code code, Sought sought, String value) {
        var tests = new ArrayList<String>();
        if (sought.exceptOne()) {
            tests.add(UniqueLookup.isAnother(code));
        }
        tests.add(UniqueLookup.isSame(sought, value));
        return new Siblings(code.place, Optional.empty(), Siblings.Source.PATH)
                .found(workshop, code)
                .any(tests);
    }
}
