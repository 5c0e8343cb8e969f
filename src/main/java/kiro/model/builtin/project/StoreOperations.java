package kiro.model.builtin.project;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaMethod;

/// What can be done with the objects of a store, by the names and types of its methods.
final class StoreOperations {
    private static final Set<String> LISTS = Set.of("List", "Collection", "Set", "Iterable");

    /// What methods are called that keep a new object.
    static final String SAVES =
            "(save|put|store|add|insert|persist|create|register|keep|append|write|record|upsert|remember|enter|file)\\w*";

    private static final String DELETES = "(delete|remove|drop|discard|erase|forget|destroy)\\w*";

    private StoreOperations() {}

    static Map<Operation.Kind, Operation> of(ProjectType store, DomainType resource) {
        var operations = new EnumMap<Operation.Kind, Operation>(Operation.Kind.class);
        Optional<Property> key = resource.id();
        if (key.isEmpty()) {
            return operations;
        }
        TypeName id = key.get().typeName();
        for (JavaMethod method : store.type().methods()) {
            if (!method.is("private") && !method.is("static")) {
                operation(method, resource, id).forEach(operations::putIfAbsent);
            }
        }
        return operations;
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
        if (name.matches(DELETES)) {
            return one(Operation.Kind.DELETE_OBJECT, name, Operation.Result.NOTHING);
        }
        Operation.Result answer =
                result.raw().equals(resource.name())
                        ? Operation.Result.OBJECT
                        : Operation.Result.NOTHING;
        return name.matches("(update|replace|merge|change|modify)\\w*")
                ? one(Operation.Kind.UPDATE, name, answer)
                : name.matches(SAVES) ? one(Operation.Kind.SAVE, name, answer) : Map.of();
    }

    private static Map<Operation.Kind, Operation> byId(
            String name, TypeName result, DomainType resource) {
        boolean answersElement = result.element().raw().equals(resource.name());
        if (result.raw().equals("Optional") && answersElement) {
            return one(Operation.Kind.FIND, name, Operation.Result.OPTIONAL);
        }
        if (result.raw().equals(resource.name())
                && name.matches("(find|get|load|by|lookup|fetch|read|retrieve|one|with)\\w*")) {
            return one(Operation.Kind.FIND, name, Operation.Result.OBJECT);
        }
        return name.matches(DELETES)
                ? one(Operation.Kind.DELETE, name, Operation.Result.NOTHING)
                : Map.of();
    }

    private static Map<Operation.Kind, Operation> withoutParameters(
            String name, TypeName result, DomainType resource, TypeName id) {
        boolean answersElement = result.element().raw().equals(resource.name());
        if (answersElement && !isAll(name, resource)) {
            return Map.of();
        }
        if (answersElement && LISTS.contains(result.raw())) {
            return one(Operation.Kind.LIST, name, Operation.Result.COLLECTION);
        }
        if (answersElement && result.raw().equals("Stream")) {
            return one(Operation.Kind.LIST, name, Operation.Result.STREAM);
        }
        boolean isOwn = !id.raw().matches("[Ll]ong|int|Integer|String|UUID");
        boolean isNext =
                name.matches("(?i)(next|new|generate|allocate)\\w*id|nextid\\w*|next")
                        || (isOwn && name.matches("(next|new|generate|allocate)\\w*"));
        return isNext && result.isSameAs(id)
                ? one(Operation.Kind.NEXT_ID, name, Operation.Result.OBJECT)
                : Map.of();
    }

    /// Whether a method is called after answering all that there is, not a part of it.
    private static boolean isAll(String name, DomainType resource) {
        String noun =
                "("
                        + resource.name()
                        + "(s|es)?|"
                        + resource.name().replaceFirst("y$", "ie")
                        + "s)";
        return name.matches(
                "(?i)(find|get|list|load|read|fetch|stream|query|select|retrieve)?(all|every|everyone|everything|entries|values|snapshot|"
                        + noun
                        + ")*((by)?orderby\\w+|sorted\\w*|orderedby\\w+)?");
    }

    private static Map<Operation.Kind, Operation> one(
            Operation.Kind kind, String name, Operation.Result result) {
        return Map.of(kind, new Operation(name, result));
    }
}
