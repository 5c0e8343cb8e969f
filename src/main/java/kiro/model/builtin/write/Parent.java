package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Property;

/// The resource that an endpoint's own one belongs to.
///
/// @param place where it is found: as a resource that is read by its id
/// @param family how the path and the child name it
/// @param isOwned whether what the spec says of owners is about the parent
record Parent(Place place, Family family, boolean isOwned) {
    /// The variable with the parent's id.
    String id() {
        return Names.camel(family.parameter());
    }

    /// The variable with the parent.
    String object() {
        return Names.ofType(place.resource().name());
    }

    Property link() {
        return family.link();
    }

    /// What the child's property is, in terms of the variables.
    String linked() {
        if (family.isObject()) {
            return object();
        }
        return isFoundByKey()
                ? object() + family.parent().resource().id().orElseThrow().read()
                : id();
    }

    /// Whether the path names the parent by something else than what children keep of it.
    boolean isFoundByKey() {
        return place.resource().isByKey();
    }

    /// Whether code needs the parent itself, not only that it is there.
    boolean isUsed() {
        return family.isObject() || isFoundByKey();
    }

    /// The parent's id, read from a child.
    String read(String child) {
        String link = child + link().read();
        return family.isObject() ? link + place.resource().id().orElseThrow().read() : link;
    }

    /// The user that the parent belongs to, where rules of ownership are about the parent.
    Optional<Owner> owner() {
        return isOwned ? place.owner() : Optional.empty();
    }

    /// Whether a child belongs to another parent than that of the path, as an expression.
    ///
    /// @param type the type of the variable with the parent's id
    String differs(String child, String type) {
        String own = place.resource().id().orElseThrow().type();
        if (isFoundByKey() && !family.isObject()) {
            return OwnerCode.differs(read(child), link().type(), linked(), link().type());
        }
        return OwnerCode.differs(read(child), family.isObject() ? own : link().type(), id(), type);
    }

    /// Whether a child belongs to the parent of the path, as an expression.
    String isSame(String child, String type) {
        String differs = differs(child, type);
        return differs.startsWith("!") ? differs.substring(1) : differs.replace(" != ", " == ");
    }
}
