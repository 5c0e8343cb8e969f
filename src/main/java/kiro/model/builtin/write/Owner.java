package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;

/// How a resource says to whom it belongs.
sealed interface Owner {
    /// The resource is the user: its id is the caller's.
    record Self() implements Owner {}

    /// A property of the resource has the caller's id.
    record ByProperty(Property property) implements Owner {}

    /// A property of the resource is the user, of whom one property tells which caller they are: the id, or the name by
    /// which they sign in.
    ///
    /// @param users where users are kept
    /// @param key what the caller's id is of a user
    /// @param find what finds a user by that; empty where nothing does
    record ByObject(Property property, Storage users, Property key, Optional<Operation> find)
            implements Owner {
        /// The owner's key, as what is read from the resource.
        Property id() {
            return new Property(
                    property.name() + Names.upper(key.name()),
                    key.type(),
                    property.read() + key.read(),
                    Optional.empty());
        }

        boolean isById() {
            return users.resource().id().filter(key::equals).isPresent();
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
