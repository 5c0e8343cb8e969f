package kiro.model.builtin.write;

import kiro.model.builtin.project.Property;

/// How a resource says to whom it belongs.
sealed interface Owner {
    /// The resource is the user: its id is the caller's.
    record Self() implements Owner {}

    /// A property of the resource has the caller's id.
    record ByProperty(Property property) implements Owner {}
}
