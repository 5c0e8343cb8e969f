package kiro.model.builtin.store;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;

/// Works out the methods that a store lacks and that can be written for it.
public final class StoreGrowth {
    private final Sources sources;
    private final List<Storage> siblings;

    /// @param siblings all storages of the project, whose names for things are taken over
    public StoreGrowth(Sources sources, List<Storage> siblings) {
        this.sources = sources;
        this.siblings = List.copyOf(siblings);
    }

    /// The storage with what it lacks of these planned, as far as that can be written.
    public Storage grown(Storage storage, List<Operation.Kind> kinds) {
        Storage grown = storage;
        for (Operation.Kind kind : kinds) {
            if (grown.operation(kind).isEmpty()) {
                Optional<StoreMethod> method = method(grown, kind);
                if (method.isPresent()) {
                    grown =
                            grown.with(
                                    kind,
                                    Operation.planned(method.get().name(), method.get().result()));
                }
            }
        }
        return grown;
    }

    /// The method that does what is planned; empty where none can be written.
    public Optional<StoreMethod> method(Storage storage, Operation.Kind kind) {
        return writer(storage)
                .flatMap(writer ->
                        writer.method(
                                kind,
                                storage.operation(kind)
                                        .map(Operation::method)
                                        .orElseGet(() -> name(storage, kind))));
    }

    /// What writes the methods of a store; empty where none can be added.
    private Optional<StoreWriter> writer(Storage storage) {
        if (!isOpen(storage)) {
            return Optional.empty();
        }
        return switch (storage.backing()) {
            case Backing.Sql sql ->
                    Optional.of(new SqlMethods(new Drafts(sources, storage, sql.in()), sql));
            case Backing.Memory memory ->
                    storage.kind() == Storage.Kind.STORE
                            ? Optional.of(
                                    new MemoryMethods(
                                            new Drafts(sources, storage, memory.in()), memory))
                            : Optional.empty();
            case Backing.Entities entities ->
                    Optional.of(
                            new EntityMethods(
                                    new Drafts(sources, storage, entities.in()), entities));
            case Backing.Data _ -> Optional.of(new DataMethods(sources, storage));
            case Backing.Unknown _ -> Optional.empty();
        };
    }

    /// A method that tells whether there is an object with a value.
    public Optional<StoreMethod> exists(Storage storage, Sought sought) {
        return writer(storage)
                .flatMap(writer -> writer.exists(sought.method(storage.resource()), sought));
    }

    /// A method that finds all objects with a value.
    public Optional<StoreMethod> listBy(Storage storage, Property by) {
        return writer(storage)
                .flatMap(writer -> writer.listBy("findBy" + Words.upper(by.name()), by));
    }

    /// A method that tells whether there are objects of another storage that name one of this one.
    ///
    /// @param link their property with its id
    public Optional<StoreMethod> has(Storage storage, String name, Storage other, Property link) {
        boolean isOpen = isOpen(storage);
        return isOpen
                        && storage.backing() instanceof Backing.Sql sql
                        && other.backing() instanceof Backing.Sql named
                        && named.column(link).isPresent()
                ? Optional.of(
                        new SqlMethods(new Drafts(sources, storage, sql.in()), sql)
                                .has(name, named.table().name(), named.column(link).get().name()))
                : Optional.empty();
    }

    /// Whether a method can be added: nothing but the one class implements the store's interface.
    private boolean isOpen(Storage storage) {
        if (storage.owner().type().kind() != JavaType.Kind.INTERFACE
                || storage.kind() == Storage.Kind.REPOSITORY) {
            return true;
        }
        String name = storage.owner().name();
        Pattern implemented =
                Pattern.compile(
                        "implements\\s[^{]*\\b"
                                + name
                                + "\\b|\\bnew\\s+"
                                + name
                                + "\\s*(<\\w*>)?\\(");
        Pattern lambda = Pattern.compile("\\b" + name + "\\s+\\w+\\s*=\\s*[\\w(), ]+->");
        return sources.tests().stream()
                .noneMatch(file ->
                        implemented.matcher(file.text()).find()
                                || lambda.matcher(file.text()).find());
    }

    /// What the project calls such methods elsewhere, else what is usual.
    private String name(Storage storage, Operation.Kind kind) {
        boolean isByKey = storage.resource().isByKey();
        String by = Words.upper(storage.resource().id().orElseThrow().name());
        if (isByKey && kind == Operation.Kind.FIND) {
            return "findBy" + by;
        }
        if (isByKey && kind == Operation.Kind.DELETE) {
            return "deleteBy" + by;
        }
        return siblings.stream()
                .filter(one -> one.kind() == storage.kind() && isSameWay(one, storage))
                .map(one -> one.operation(kind))
                .flatMap(Optional::stream)
                .map(Operation::method)
                .filter(name -> isGeneral(name))
                .findFirst()
                .orElseGet(() -> usual(storage, kind));
    }

    private static boolean isSameWay(Storage one, Storage other) {
        return one.backing().getClass().equals(other.backing().getClass());
    }

    private static boolean isGeneral(String name) {
        return name.matches(
                "(find|get|load|delete|remove)(ById)?|findOne|(find|get)?[aA]ll|save|insert|add|create|update|put|store|persist|list|replace|merge");
    }

    private String usual(Storage storage, Operation.Kind kind) {
        boolean hasById =
                Stream.concat(siblings.stream(), Stream.of(storage))
                        .flatMap(one -> one.owner().type().methods().stream())
                        .map(JavaMethod::name)
                        .anyMatch(name -> name.endsWith("ById"));
        return switch (kind) {
            case FIND -> "findById";
            case LIST -> "findAll";
            case SAVE -> storage.backing() instanceof Backing.Sql ? "insert" : "save";
            case UPDATE -> "update";
            case DELETE -> hasById ? "deleteById" : "delete";
            case DELETE_OBJECT -> "delete";
            case NEXT_ID -> "nextId";
        };
    }
}
