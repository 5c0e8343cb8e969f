package kiro.model.builtin.store;

import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;

/// Writes methods of a store in the way in which it keeps its objects; empty where one cannot be written.
interface StoreWriter {
    Optional<StoreMethod> method(Operation.Kind kind, String name);

    /// A method that tells whether there is an object with a value.
    Optional<StoreMethod> exists(String name, Sought sought);

    /// A method that finds all objects with a value.
    Optional<StoreMethod> listBy(String name, Property by);
}
