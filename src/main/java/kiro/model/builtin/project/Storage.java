package kiro.model.builtin.project;

import java.util.Map;
import java.util.Optional;

/// Where objects of a domain type are kept, and what can be done there.
///
/// @param owner the repository or store; the class that has the map where there is neither
/// @param field the name of the map in its owner; empty where the owner is a repository or store
/// @param operations what can be done, by kind
public record Storage(
        ProjectType owner,
        Optional<String> field,
        DomainType resource,
        String idType,
        Kind kind,
        Map<Operation.Kind, Operation> operations) {
    public Storage {
        operations = Map.copyOf(operations);
    }

    /// What keeps the objects.
    public enum Kind {
        /// A Spring Data repository.
        REPOSITORY,
        /// A type of the project's own.
        STORE,
        /// A map in the class that uses it.
        MAP
    }

    public Optional<Operation> operation(Operation.Kind kind) {
        return Optional.ofNullable(operations.get(kind));
    }
}
