package kiro.model.builtin.project;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;

/// What can be done with the objects of a store, by the names and types of its methods.
final class StoreOperations {
    private static final Set<String> LISTS = Set.of("List", "Collection", "Set", "Iterable");

    /// What methods are called that keep a new object.
    static final String SAVES =
            "(save|put|store|add|insert|persist|create|register|keep|append|write|record|upsert|remember|enter|file)\\w*";

    /// What those are called that are for new ones alone, where another keeps any.
    private static final String ADDS = "(add|insert|create|register|append|enter|file)\\w*";

    private static final Pattern MAKES =
            Pattern.compile(
                    "\\b(incrementAndGet|getAndIncrement|addAndGet|getAndAdd|randomUUID)\\s*\\("
                            + "|\\b(?i:(next|new|generate|allocate)\\w*ids?)\\s*\\("
                            + "|\\+\\+\\s*\\w+|\\b\\w+\\s*\\+\\+");

    /// The database makes the key, which the method asks for.
    private static final Pattern KEYED =
            Pattern.compile(
                    "\\bKeyHolder\\b|\\bexecuteAndReturnKey\\s*\\(|(?i)\\breturning\\s+\\w+|\\bRETURN_GENERATED_KEYS\\b");

    /// An id that is there may be kept.
    private static final Pattern ASKS =
            Pattern.compile(
                    "[=!]=\\s*(null|0L?)\\b|<=?\\s*0|\\bisNew\\s*\\(|isNull\\s*\\(|\\bif\\b|\\?");

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
        if (!operations.containsKey(Operation.Kind.UPDATE)) {
            apart(store, resource).forEach(operations::put);
        }
        return operations;
    }

    /// Where several methods store an object, one may be for new ones alone: it gives them their id, or is called so.
    private static Map<Operation.Kind, Operation> apart(ProjectType store, DomainType resource) {
        List<JavaMethod> storing =
                store.type().methods().stream()
                        .filter(method -> !method.is("private") && !method.is("static"))
                        .filter(method -> method.name().matches(SAVES))
                        .filter(method -> takesOne(method, resource))
                        .toList();
        boolean isMade = storing.stream().anyMatch(StoreOperations::makesId);
        Predicate<JavaMethod> isForNew =
                method -> isMade ? makesId(method) : method.name().matches(ADDS);
        Optional<JavaMethod> adding = storing.stream().filter(isForNew).findFirst();
        Optional<JavaMethod> other = storing.stream().filter(isForNew.negate()).findFirst();
        return adding.isPresent() && other.isPresent()
                ? Map.of(
                        Operation.Kind.SAVE,
                        storing(adding.get(), resource),
                        Operation.Kind.UPDATE,
                        storing(other.get(), resource))
                : Map.of();
    }

    private static boolean takesOne(JavaMethod method, DomainType resource) {
        return method.parameters().size() == 1
                && TypeName.of(method.parameters().getFirst().type()).raw().equals(resource.name());
    }

    /// Whether what is stored gets an id of its own each time, one that it has already too.
    static boolean makesId(JavaMethod method) {
        return method.body()
                .filter(body -> MAKES.matcher(body).find() && !ASKS.matcher(body).find())
                .isPresent();
    }

    /// Whether what is stored without an id has one then: the object itself, or the one that is answered.
    static boolean givesId(JavaMethod method, Property id, Operation.Result result) {
        return method.body()
                .filter(body -> MAKES.matcher(body).find())
                .filter(body ->
                        result == Operation.Result.OBJECT
                                || id.setter()
                                        .filter(setter -> body.contains("." + setter + "("))
                                        .isPresent())
                .isPresent();
    }

    private static Operation storing(JavaMethod method, DomainType resource) {
        TypeName answered = TypeName.of(method.returnType());
        boolean isKey =
                method.body().filter(body -> KEYED.matcher(body).find()).isPresent()
                        && resource.id().filter(id -> answered.isSameAs(id.typeName())).isPresent();
        return new Operation(
                method.name(),
                answered.raw().equals(resource.name())
                        ? Operation.Result.OBJECT
                        : isKey ? Operation.Result.KEY : Operation.Result.NOTHING);
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
        Operation storing = storing(method, resource);
        return name.matches("(update|replace|merge|change|modify)\\w*")
                ? Map.of(Operation.Kind.UPDATE, storing)
                : name.matches(SAVES) ? Map.of(Operation.Kind.SAVE, storing) : Map.of();
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
