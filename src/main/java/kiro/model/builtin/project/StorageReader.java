package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private final Sources sources;
    private final BackingReader backings;

    StorageReader(Sources sources) {
        this.sources = sources;
        this.backings = new BackingReader(sources);
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
            boolean isBare = name.raw().equals("Repository");
            if ((isBare || REPOSITORIES.contains(name.raw())) && name.arguments().size() == 2) {
                return sources.resolve(name.arguments().getFirst().raw(), type.file())
                        .map(resource ->
                                new Storage(
                                        type,
                                        Optional.empty(),
                                        DomainType.of(resource),
                                        name.arguments().getLast().raw(),
                                        Storage.Kind.REPOSITORY,
                                        isBare
                                                ? StoreOperations.of(type, DomainType.of(resource))
                                                : repositoryOperations(),
                                        new Backing.Data()));
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
        return found(type)
                .filter(resource -> !(backings.of(type, resource) instanceof Backing.Unknown))
                .flatMap(resource -> store(type, resource));
    }

    /// What most of the methods answer with.
    private Optional<DomainType> found(ProjectType type) {
        var counts = new LinkedHashMap<String, Integer>();
        for (JavaMethod method : type.type().methods()) {
            TypeName result = TypeName.of(method.returnType());
            if (!method.is("private") && !result.element().raw().equals(type.name())) {
                counts.merge(result.element().raw(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(one -> sources.resolve(one.getKey(), type.file()))
                .flatMap(Optional::stream)
                .filter(one ->
                        one.type().kind() == JavaType.Kind.RECORD
                                || one.type().kind() == JavaType.Kind.CLASS)
                .map(resource -> DomainType.of(resource, key(type, resource, Optional.empty())))
                .filter(resource -> resource.id().isPresent())
                .findFirst();
    }

    /// An implementation is reached through its interface.
    private boolean implementsStore(ProjectType type) {
        return type.type().supertypes().stream()
                .map(name -> sources.resolve(name, type.file()))
                .flatMap(Optional::stream)
                .anyMatch(supertype -> store(supertype).isPresent());
    }

    private Optional<DomainType> saved(ProjectType type, JavaMethod method) {
        boolean isSaid =
                method.name().matches(StoreOperations.SAVES)
                        || method.name().matches("(update|replace)\\w*");
        if (!isSaid || method.parameters().size() != 1 || method.is("private")) {
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
        Backing backing = backings.of(type, resource);
        Map<Operation.Kind, Operation> operations = StoreOperations.of(type, resource);
        boolean canStore =
                operations.containsKey(Operation.Kind.SAVE)
                        || operations.containsKey(Operation.Kind.UPDATE);
        boolean isKnown = !(backing instanceof Backing.Unknown);
        return isKnown || (operations.containsKey(Operation.Kind.FIND) && canStore)
                ? Optional.of(
                        new Storage(
                                type,
                                Optional.empty(),
                                resource,
                                resource.id().orElseThrow().typeName().raw(),
                                Storage.Kind.STORE,
                                operations,
                                backing))
                : Optional.empty();
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
                                            mapOperations(),
                                            new Backing.Memory(type, field))));
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
