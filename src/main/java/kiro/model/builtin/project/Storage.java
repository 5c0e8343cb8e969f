package kiro.model.builtin.project;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaType;

/// Where objects of a domain type are kept, and what can be done there.
///
/// @param owner the repository or store; the class that has the map where there is neither
/// @param field the name of the map in its owner; empty where the owner is a repository or store
/// @param operations what can be done, by kind
/// @param backing what the objects are kept in
public record Storage(
        ProjectType owner,
        Optional<String> field,
        DomainType resource,
        String idType,
        Kind kind,
        Map<Operation.Kind, Operation> operations,
        Backing backing) {
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

    /// Whether what a test stores is gone when its transaction is rolled back.
    public boolean isTransactional() {
        return kind == Kind.REPOSITORY
                || backing instanceof Backing.Sql
                || backing instanceof Backing.Entities;
    }

    /// Whether storing an object gives it its id.
    public boolean givesIds() {
        boolean isByTable =
                backing instanceof Backing.Sql sql
                        && resource.ownId()
                                .flatMap(sql::column)
                                .filter(Table.Column::isGenerated)
                                .isPresent();
        return resource.hasGeneratedId()
                || (isByTable && !resource.isByKey())
                || (backing instanceof Backing.Memory && !resource.isByKey() && isStoredWithId());
    }

    /// Whether the store's own code makes an id and puts it into what it stores.
    private boolean isStoredWithId() {
        Optional<Operation> storing = operation(Operation.Kind.SAVE);
        return resource.id().isPresent()
                && storing.isPresent()
                && owner.type().methods().stream()
                        .filter(one -> one.name().equals(storing.get().method()))
                        .anyMatch(one ->
                                StoreOperations.givesId(
                                        one, resource.id().get(), storing.get().result()));
    }

    /// The key of the first row that the project's scripts put into the table; empty where they put none.
    public Optional<String> seededKey(Sources sources) {
        return backing instanceof Backing.Sql sql
                ? sql.table()
                        .key()
                        .flatMap(key -> Seeds.read(sources).key(sql.table().name(), key.name()))
                : Optional.empty();
    }

    /// Whether an object that is there can be stored again by what stores new ones.
    public boolean replaces() {
        String method = operation(Operation.Kind.SAVE).map(Operation::method).orElse("");
        if (!(backing instanceof Backing.Sql sql)) {
            return owner.type().methods().stream()
                    .filter(one -> one.name().equals(method))
                    .noneMatch(StoreOperations::makesId);
        }
        return sql.in().type().methods().stream()
                .filter(one -> one.name().equals(method))
                .flatMap(one -> one.body().stream())
                .anyMatch(body ->
                        body.matches(
                                "(?is).*\\b(update\\s|merge\\s+into|on\\s+conflict|on\\s+duplicate|replace\\s+into).*"));
    }

    /// The same storage, whose objects are found by another property than their id.
    public Storage by(Property key) {
        DomainType keyed = resource.by(key);
        var all = new EnumMap<Operation.Kind, Operation>(Operation.Kind.class);
        all.putAll(operations);
        all.remove(Operation.Kind.FIND);
        all.remove(Operation.Kind.DELETE);
        all.remove(Operation.Kind.NEXT_ID);
        KeyedOperations.of(owner, keyed).forEach(all::put);
        return new Storage(owner, field, keyed, key.typeName().raw(), kind, all, backing);
    }

    /// The same storage, with one more thing that can be done.
    public Storage with(Operation.Kind kind, Operation operation) {
        var all = new EnumMap<Operation.Kind, Operation>(Operation.Kind.class);
        all.putAll(operations);
        all.put(kind, operation);
        return new Storage(owner, field, resource, idType, this.kind, all, backing);
    }

    /// The same storage, with one thing less that can be done.
    public Storage without(Operation.Kind kind) {
        var all = new EnumMap<Operation.Kind, Operation>(Operation.Kind.class);
        all.putAll(operations);
        all.remove(kind);
        return new Storage(owner, field, resource, idType, this.kind, all, backing);
    }

    /// The same storage, with what a class of another package can call.
    public Storage seenFrom(String packageName) {
        if (owner.packageName().equals(packageName) || kind == Kind.MAP) {
            return this;
        }
        var all = new EnumMap<Operation.Kind, Operation>(Operation.Kind.class);
        operations.forEach((what, operation) -> {
            if (isOpen(operation)) {
                all.put(what, operation);
            }
        });
        return new Storage(owner, field, resource, idType, kind, all, backing);
    }

    /// What an interface has is open, and what a class inherits.
    private boolean isOpen(Operation operation) {
        return owner.type().kind() == JavaType.Kind.INTERFACE
                || owner.type().methods().stream()
                        .filter(method -> method.name().equals(operation.method()))
                        .allMatch(method -> method.is("public"));
    }

    public Optional<Operation> operation(Operation.Kind kind) {
        return Optional.ofNullable(operations.get(kind));
    }
}
