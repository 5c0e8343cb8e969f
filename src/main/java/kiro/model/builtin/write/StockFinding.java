package kiro.model.builtin.write;

import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// How tests find again what is stored: by the storage itself, or by the service that made it.
///
/// @param upkeep tells what the test class can name and call
record StockFinding(
        SpringProject project, Place place, TestCode code, Upkeep upkeep, String packageName) {
    /// Whether a test can call the storage.
    boolean isReachable() {
        return place.storage().kind() != Storage.Kind.MAP
                && upkeep.isVisible(place.storage().owner())
                && upkeep.isVisible(place.resource().type());
    }

    /// The expression that finds a resource again; empty where a test cannot.
    Optional<String> found(String id) {
        if (isReachable() && place.storage().operation(Operation.Kind.FIND).isPresent()) {
            Optional<WrappedId> wrapped = WrappedId.of(project.sources(), place.resource());
            wrapped.ifPresent(one -> code.imports.add(one.type().qualifiedName()));
            return Optional.of(
                    new StorageCode(place.storage(), upkeep.bean())
                            .call(
                                    Operation.Kind.FIND,
                                    wrapped.map(one -> one.made(id)).orElse(id)));
        }
        return finder().map(method ->
                Names.lower(place.holder().type().name()) + "." + method.name() + "(" + id + ")");
    }

    /// A method by which the service that made the resource finds it.
    private Optional<JavaMethod> finder() {
        ProjectType service = place.holder().type();
        boolean isBean = code.beans.containsKey(Names.lower(service.name()));
        TypeName id = place.resource().id().orElseThrow().typeName();
        return service.type().methods().stream()
                .filter(method -> isBean && method.name().matches("(find|get|load|by)\\w*"))
                .filter(method -> method.is("public") || service.packageName().equals(packageName))
                .filter(method ->
                        method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type()).isSameAs(id))
                .filter(method ->
                        TypeName.of(method.returnType())
                                .element()
                                .raw()
                                .equals(place.resource().name()))
                .findFirst();
    }

    /// Whether what finds a resource raises an exception where there is none.
    boolean failsWhereNone() {
        return isReachable()
                && place.storage()
                        .operation(Operation.Kind.FIND)
                        .filter(find -> find.result() == Operation.Result.OBJECT)
                        .flatMap(find -> place.storage().owner().type().method(find.method()))
                        .flatMap(JavaMethod::body)
                        .filter(body -> body.contains("orElseThrow(") || body.contains("throw "))
                        .isPresent();
    }

    /// Whether what finds a resource answers with an `Optional`.
    boolean findsOptional() {
        return isReachable()
                ? KnownValues.isOptional(place)
                : finder().filter(method -> method.returnType().startsWith("Optional")).isPresent();
    }

    /// The expression for all that are stored, or all of what they belong to; empty where a test cannot list them.
    Optional<String> all(Optional<String> parentId) {
        if (!isReachable()) {
            return Optional.empty();
        }
        return place.storage()
                .operation(Operation.Kind.LIST)
                .map(_ ->
                        new StorageCode(place.storage(), upkeep.bean())
                                .call(Operation.Kind.LIST, ""))
                .or(() -> Siblings.listed(place, upkeep.bean(), parentId));
    }

    /// The expression for how many are stored; empty where a test cannot count them.
    Optional<String> count(Optional<String> parentId) {
        return all(parentId)
                .filter(_ ->
                        place.storage()
                                .operation(Operation.Kind.LIST)
                                .map(list -> list.result() == Operation.Result.COLLECTION)
                                .orElse(true))
                .map(all ->
                        place.storage().kind() == Storage.Kind.REPOSITORY
                                ? upkeep.bean() + ".count()"
                                : all + ".size()");
    }
}
