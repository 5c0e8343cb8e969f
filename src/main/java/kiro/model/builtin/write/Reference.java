package kiro.model.builtin.write;

import java.util.Optional;
import java.util.OptionalInt;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Field;

/// A field of a body that holds the key of something that the project keeps.
///
/// @param noun what the spec calls it
/// @param status what is answered where there is none, as far as the field's rule says it
/// @param place where it is kept, as the class that does the work knows it
/// @param held the resource's property that holds the thing itself: `room` of `roomId`; empty where it holds the key
/// @param kind the state that makes one of those that are kept what the spec calls so: a person whose role is `LEARNER`; empty
///     where all are
record Reference(
        Field field,
        String noun,
        OptionalInt status,
        Place place,
        Optional<Property> held,
        Optional<StateOf> kind) {
    /// The variable with the thing.
    String object() {
        return object(place);
    }

    static String object(Place place) {
        String name = Names.ofType(place.resource().name());
        return name.equals(place.storageName()) ? "found" + Names.upper(name) : name;
    }

    /// What follows the resource to read the key of what it holds.
    Optional<String> readKey() {
        return held.map(one -> one.read() + place.resource().id().orElseThrow().read());
    }
}
