package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Behaviour;

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
        return own(name).or(() -> property(name));
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
