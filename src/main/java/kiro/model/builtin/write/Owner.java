package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;

/// How a resource says to whom it belongs.
sealed interface Owner {
    /// The resource is the user: its id is the caller's.
    record Self() implements Owner {}

    /// A property of the resource has the caller's id.
    record ByProperty(Property property) implements Owner {}

    /// A property of the resource is the user, whose id is the caller's.
    ///
    /// @param users where users are kept
    record ByObject(Property property, Storage users) implements Owner {
        /// The owner's id, as what is read from the resource.
        Property id() {
            Property id = users.resource().id().orElseThrow();
            return new Property(
                    property.name() + Names.upper(id.name()),
                    id.type(),
                    property.read() + id.read(),
                    Optional.empty());
        }
    }

    /// What of the resource is compared with the caller's id; empty where that is the resource's own id.
    default Optional<Property> compared() {
        return switch (this) {
            case Self _ -> Optional.empty();
            case ByProperty owned -> Optional.of(owned.property());
            case ByObject owned -> Optional.of(owned.id());
        };
    }

    /// The property that holds the owner, as it is; empty where the resource is the owner.
    default Optional<Property> held() {
        return switch (this) {
            case Self _ -> Optional.empty();
            case ByProperty owned -> Optional.of(owned.property());
            case ByObject owned -> Optional.of(owned.property());
        };
    }
}
