package kiro.model.builtin.store;

import java.util.Optional;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;

/// Begins methods of a store: where they stand, what they are about, and the signatures that are the same however the
/// store keeps its objects.
final class Drafts {
    private final Sources sources;
    private final ProjectType in;
    private final Optional<ProjectType> port;
    private final DomainType resource;
    private final Property key;

    /// @param in the class that gets the methods
    Drafts(Sources sources, Storage storage, ProjectType in) {
        this.sources = sources;
        this.in = in;
        this.resource = storage.resource();
        this.key = resource.id().orElseThrow();
        this.port =
                storage.owner().qualifiedName().equals(in.qualifiedName())
                        ? Optional.empty()
                        : Optional.of(storage.owner());
    }

    Sources sources() {
        return sources;
    }

    DomainType resource() {
        return resource;
    }

    /// The property by which objects are found.
    Property key() {
        return key;
    }

    /// Whether objects are found by their own id.
    boolean isKeyed() {
        return key.equals(resource.ownId().orElseThrow());
    }

    /// The name of a variable that holds an object.
    String object() {
        return Words.lower(resource.name());
    }

    /// Finds one object by its key.
    Drafted one(String name) {
        return draft(
                "Optional<" + resource.name() + ">",
                name,
                key.type() + " " + key.name(),
                Operation.Result.OPTIONAL);
    }

    Drafted all(String name) {
        return draft("List<" + resource.name() + ">", name, "", Operation.Result.COLLECTION);
    }

    Drafted allWith(String name, Property by) {
        return draft(
                "List<" + resource.name() + ">",
                name,
                by.type() + " " + by.name(),
                Operation.Result.COLLECTION);
    }

    /// Tells something about a value.
    Drafted test(String name, Property by) {
        return draft("boolean", name, by.type() + " " + by.name(), Operation.Result.OBJECT);
    }

    /// Tells whether there is such an object.
    Drafted test(String name, Sought sought) {
        if (!sought.exceptOne()) {
            return test(name, sought.by());
        }
        Property by = sought.by();
        Property id = own();
        return draft(
                "boolean",
                name,
                "%s %s, %s %s".formatted(by.type(), by.name(), id.type(), id.name()),
                Operation.Result.OBJECT);
    }

    /// The property that tells one object from another, whatever they are found by.
    Property own() {
        return resource.ownId().orElseThrow();
    }

    /// Takes an object and answers it.
    Drafted exchange(String name) {
        return draft(
                resource.name(), name, resource.name() + " " + object(), Operation.Result.OBJECT);
    }

    /// Takes an object.
    Drafted taking(String name) {
        return draft("void", name, resource.name() + " " + object(), Operation.Result.NOTHING);
    }

    /// Takes the value of a property.
    Drafted takingValue(String name, Property of) {
        return draft("void", name, of.type() + " " + of.name(), Operation.Result.NOTHING);
    }

    private Drafted draft(
            String returned, String name, String parameters, Operation.Result result) {
        return new Drafted(in, port, returned, name, parameters, result)
                .in(sources, resource.type().file());
    }
}
