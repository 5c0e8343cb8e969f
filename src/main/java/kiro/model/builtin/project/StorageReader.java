package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaType;

/// Finds the places of a project that keep objects of its domain.
final class StorageReader {
    private static final Set<String> REPOSITORIES =
            Set.of(
                    "JpaRepository",
                    "CrudRepository",
                    "ListCrudRepository",
                    "PagingAndSortingRepository",
                    "ListPagingAndSortingRepository",
                    "MongoRepository");
    private static final Set<String> LISTS = Set.of("List", "Collection", "Set", "Iterable");

    private final Sources sources;

    StorageReader(Sources sources) {
        this.sources = sources;
    }

    List<Storage> storages() {
        var storages = new ArrayList<Storage>();
        for (ProjectType type : sources.types()) {
            repository(type).or(() -> store(type)).ifPresent(storages::add);
        }
        for (ProjectType type : sources.types()) {
            if (type.type().kind() == JavaType.Kind.CLASS && !isHidden(type, storages)) {
                maps(type).forEach(storages::add);
            }
        }
        return List.copyOf(storages);
    }

    /// A class that stands behind a store which is known already.
    private static boolean isHidden(ProjectType type, List<Storage> storages) {
        return storages.stream()
                .anyMatch(storage ->
                        storage.owner().equals(type)
                                || type.type().supertypes().stream()
                                        .map(name -> TypeName.of(name).raw())
                                        .anyMatch(storage.owner().name()::equals));
    }

    private Optional<Storage> repository(ProjectType type) {
        if (type.type().kind() != JavaType.Kind.INTERFACE) {
            return Optional.empty();
        }
        for (String supertype : type.type().supertypes()) {
            TypeName name = TypeName.of(supertype);
            if (REPOSITORIES.contains(name.raw()) && name.arguments().size() == 2) {
                return sources.resolve(name.arguments().getFirst().raw(), type.file())
                        .map(resource ->
                                new Storage(
                                        type,
                                        Optional.empty(),
                                        DomainType.of(resource),
                                        name.arguments().getLast().raw(),
                                        Storage.Kind.REPOSITORY,
                                        repositoryOperations()));
            }
        }
        return Optional.empty();
    }

    private static Map<Operation.Kind, Operation> repositoryOperations() {
        return Map.of(
                Operation.Kind.FIND,
                new Operation("findById", Operation.Result.OPTIONAL),
                Operation.Kind.SAVE,
                new Operation("save", Operation.Result.OBJECT),
                Operation.Kind.DELETE,
                new Operation("deleteById", Operation.Result.NOTHING),
                Operation.Kind.DELETE_OBJECT,
                new Operation("delete", Operation.Result.NOTHING),
                Operation.Kind.LIST,
                new Operation("findAll", Operation.Result.COLLECTION));
    }

    /// A type that finds objects by id and takes whole objects.
    private Optional<Storage> store(ProjectType type) {
        boolean isWeb =
                type.type().isAnnotated("RestController")
                        || type.type().isAnnotated("Controller")
                        || type.type().isAnnotated("Service")
                        || type.type().kind() == JavaType.Kind.RECORD;
        if (isWeb || implementsStore(type)) {
            return Optional.empty();
        }
        for (JavaMethod method : type.type().methods()) {
            Optional<DomainType> resource = saved(type, method);
            if (resource.isPresent()) {
                return store(type, resource.get());
            }
        }
        return Optional.empty();
    }

    /// An implementation is reached through its interface.
    private boolean implementsStore(ProjectType type) {
        return type.type().supertypes().stream()
                .map(name -> sources.resolve(name, type.file()))
                .flatMap(Optional::stream)
                .anyMatch(supertype -> store(supertype).isPresent());
    }

    private Optional<DomainType> saved(ProjectType type, JavaMethod method) {
        if (!method.name().matches("(save|put|store|add|insert|update|replace|persist)\\w*")
                || method.parameters().size() != 1
                || method.is("private")) {
            return Optional.empty();
        }
        return sources.resolve(method.parameters().getFirst().type(), type.file())
                .map(resource -> DomainType.of(resource, key(type, resource, Optional.empty())))
                .filter(resource -> resource.id().isPresent());
    }

    private static Optional<String> key(
            ProjectType store, ProjectType resource, Optional<TypeName> type) {
        return new KeyReader(store).of(resource, type);
    }

    private Optional<Storage> store(ProjectType type, DomainType resource) {
        var operations = new EnumMap<Operation.Kind, Operation>(Operation.Kind.class);
        TypeName id = resource.id().orElseThrow().typeName();
        for (JavaMethod method : type.type().methods()) {
            if (!method.is("private") && !method.is("static")) {
                operation(method, resource, id).forEach(operations::putIfAbsent);
            }
        }
        boolean canStore =
                operations.containsKey(Operation.Kind.SAVE)
                        || operations.containsKey(Operation.Kind.UPDATE);
        return operations.containsKey(Operation.Kind.FIND) && canStore
                ? Optional.of(
                        new Storage(
                                type,
                                Optional.empty(),
                                resource,
                                id.raw(),
                                Storage.Kind.STORE,
                                operations))
                : Optional.empty();
    }

    private static Map<Operation.Kind, Operation> operation(
            JavaMethod method, DomainType resource, TypeName id) {
        TypeName result = TypeName.of(method.returnType());
        String name = method.name();
        if (method.parameters().isEmpty()) {
            return withoutParameters(name, result, resource, id);
        }
        if (method.parameters().size() != 1) {
            return Map.of();
        }
        TypeName taken = TypeName.of(method.parameters().getFirst().type());
        if (taken.isSameAs(id)) {
            return byId(name, result, resource);
        }
        if (!taken.raw().equals(resource.name())) {
            return Map.of();
        }
        if (name.matches("(delete|remove)\\w*")) {
            return one(Operation.Kind.DELETE_OBJECT, name, Operation.Result.NOTHING);
        }
        Operation.Result answer =
                result.raw().equals(resource.name())
                        ? Operation.Result.OBJECT
                        : Operation.Result.NOTHING;
        return name.matches("(update|replace|merge|change|modify)\\w*")
                ? one(Operation.Kind.UPDATE, name, answer)
                : name.matches("(save|put|store|add|insert|persist|create|register)\\w*")
                        ? one(Operation.Kind.SAVE, name, answer)
                        : Map.of();
    }

    private static Map<Operation.Kind, Operation> byId(
            String name, TypeName result, DomainType resource) {
        boolean answersElement = result.element().raw().equals(resource.name());
        if (result.raw().equals("Optional") && answersElement) {
            return one(Operation.Kind.FIND, name, Operation.Result.OPTIONAL);
        }
        if (result.raw().equals(resource.name())
                && name.matches("(find|get|load|by|lookup|fetch)\\w*")) {
            return one(Operation.Kind.FIND, name, Operation.Result.OBJECT);
        }
        return name.matches("(delete|remove)\\w*")
                ? one(Operation.Kind.DELETE, name, Operation.Result.NOTHING)
                : Map.of();
    }

    private static Map<Operation.Kind, Operation> withoutParameters(
            String name, TypeName result, DomainType resource, TypeName id) {
        boolean answersElement = result.element().raw().equals(resource.name());
        if (answersElement && LISTS.contains(result.raw())) {
            return one(Operation.Kind.LIST, name, Operation.Result.COLLECTION);
        }
        if (answersElement && result.raw().equals("Stream")) {
            return one(Operation.Kind.LIST, name, Operation.Result.STREAM);
        }
        boolean isNext = name.matches("(?i)(next|new|generate|allocate)\\w*id|nextid\\w*|next");
        return isNext && result.isSameAs(id)
                ? one(Operation.Kind.NEXT_ID, name, Operation.Result.OBJECT)
                : Map.of();
    }

    private static Map<Operation.Kind, Operation> one(
            Operation.Kind kind, String name, Operation.Result result) {
        return Map.of(kind, new Operation(name, result));
    }

    /// Maps from ids to objects that a class has as its fields.
    private List<Storage> maps(ProjectType type) {
        var storages = new ArrayList<Storage>();
        for (JavaField field : type.type().fields()) {
            TypeName name = TypeName.of(field.type());
            if (!name.raw().endsWith("Map") || name.arguments().size() != 2) {
                continue;
            }
            sources.resolve(name.arguments().getLast().raw(), type.file())
                    .map(resource ->
                            DomainType.of(
                                    resource,
                                    key(type, resource, Optional.of(name.arguments().getFirst()))))
                    .filter(resource ->
                            resource.id()
                                    .filter(id ->
                                            id.typeName().isSameAs(name.arguments().getFirst()))
                                    .isPresent())
                    .ifPresent(resource ->
                            storages.add(
                                    new Storage(
                                            type,
                                            Optional.of(field.name()),
                                            resource,
                                            name.arguments().getFirst().raw(),
                                            Storage.Kind.MAP,
                                            mapOperations())));
        }
        return storages;
    }

    private static Map<Operation.Kind, Operation> mapOperations() {
        return Map.of(
                Operation.Kind.FIND,
                new Operation("get", Operation.Result.OBJECT),
                Operation.Kind.SAVE,
                new Operation("put", Operation.Result.NOTHING),
                Operation.Kind.DELETE,
                new Operation("remove", Operation.Result.NOTHING),
                Operation.Kind.LIST,
                new Operation("values", Operation.Result.COLLECTION));
    }
}
