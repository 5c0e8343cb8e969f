package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Field;

/// Knows which property of the resource a field of the body is for.
final class SentFields {
    private final Place place;

    SentFields(Place place) {
        this.place = place;
    }

    /// The property that gets what is sent in a field: the one that the spec says, else the one of the same name.
    Optional<Property> property(String field) {
        return place.endpoint().behaviours().stream()
                .filter(Behaviour.SetsFrom.class::isInstance)
                .map(Behaviour.SetsFrom.class::cast)
                .filter(set -> set.field().equalsIgnoreCase(field))
                .flatMap(set -> own(set.name()).stream())
                .findFirst()
                .or(() -> place.resource().property(field));
    }

    /// The property that a spec means with a name of its own, of a field, or with "status" and "state".
    Optional<Property> named(String name) {
        return own(name).or(() -> property(name)).or(() -> inShort(name));
    }

    /// The one field whose name ends in this word: "the note" of `decisionNote`.
    private Optional<Property> inShort(String word) {
        List<String> fields =
                place.endpoint().request().body().stream()
                        .map(Field::name)
                        .filter(field -> field.endsWith(Names.upper(word)))
                        .toList();
        return fields.size() == 1 ? property(fields.getFirst()) : Optional.empty();
    }

    private Optional<Property> own(String name) {
        return place.resource()
                .property(name)
                .or(() ->
                        switch (name) {
                            case "status" -> place.resource().property("state");
                            case "state" -> place.resource().property("status");
                            default -> Optional.empty();
                        });
    }
}
