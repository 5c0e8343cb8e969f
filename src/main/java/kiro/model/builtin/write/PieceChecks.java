package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.talk.Check;

/// Writes what a test stores and checks of a list that a resource holds.
final class PieceChecks {
    private final SpringProject project;
    private final Place place;
    private final TestCode code;

    PieceChecks(SpringProject project, Place place, TestCode code) {
        this.project = project;
        this.place = place;
        this.code = code;
    }

    /// The list with one element, as an expression; empty where no element can be made.
    Optional<String> held() {
        Piece piece = place.piece().orElseThrow();
        String list = piece.property().typeName().raw().equals("Set") ? "Set" : "List";
        return objects()
                .value(piece.property().name(), piece.type().name(), place.resource().type())
                .map(element -> {
                    code.imports.add("java.util." + list);
                    code.imports.add(piece.type().type().qualifiedName());
                    return list + ".of(" + element + ")";
                });
    }

    private TestObjects objects() {
        return new TestObjects(project.sources(), code.imports);
    }

    /// The answer has the element that was stored, with its values.
    ///
    /// @param answered the names that an element of the answer has
    Checks.Checking held(Given given, List<String> answered) {
        Piece piece = place.piece().orElseThrow();
        boolean isStored = given.values().containsKey(piece.property().name());
        if (!isStored || answered.isEmpty()) {
            return Checks.missing(
                    "a test cannot have a %s with %s"
                            .formatted(
                                    Names.words(place.resource().name()),
                                    Names.words(piece.property().name())));
        }
        var checks = new ArrayList<Check>();
        checks.add(new Check.Count("", "1"));
        for (String name : answered) {
            checks.add(value(piece, name));
        }
        return new Checks.Checking.Written(checks);
    }

    private Check value(Piece piece, String name) {
        Optional<Property> property = piece.type().property(name);
        String path = "[0]." + name;
        return property.flatMap(one -> objects().value(one.name(), one.type(), piece.type().type()))
                .flatMap(JsonForm::of)
                .<Check>map(json -> new Check.ValueIs(path, json))
                .orElseGet(() -> new Check.ValueIsSet(path));
    }
}
