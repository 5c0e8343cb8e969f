package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;

/// Finds what belongs to a resource, and writes the test whether there is any of it.
final class DependentsWriter {
    private final Workshop workshop;

    DependentsWriter(Workshop workshop) {
        this.workshop = workshop;
    }

    /// What belongs to a resource: where it is kept, and the property that says to which one.
    record Dependents(Storage storage, Property link) {}

    static Set<String> nouns(Wants wants) {
        var nouns = new LinkedHashSet<String>();
        wants.behaviours(Behaviour.NotWith.class).forEach(one -> nouns.add(one.nouns()));
        wants.conditions()
                .filter(Condition.HasDependents.class::isInstance)
                .map(one -> ((Condition.HasDependents) one).nouns())
                .forEach(nouns::add);
        return nouns;
    }

    /// The storage whose objects a noun names and that belong to the resource.
    Optional<Dependents> find(Place place, String nouns) {
        String type = Names.upper(Names.singular(Names.camel(nouns)));
        for (Storage storage : workshop.project().storages()) {
            if (!storage.resource().name().equalsIgnoreCase(type)) {
                continue;
            }
            for (Property property : storage.resource().properties()) {
                boolean isLink =
                        property.type().equals(place.resource().name()) || isKey(place, property);
                if (isLink) {
                    return Optional.of(new Dependents(storage, property));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether a property is called as the other's key is: `zoneId`, or `zoneCode` and `zone` where it has the key's type.
    private static boolean isKey(Place place, Property property) {
        String type = Names.lower(place.resource().name());
        return property.name().equals(type + "Id")
                || place.resource()
                        .ownId()
                        .filter(id -> property.typeName().isSameAs(id.typeName()))
                        .filter(id ->
                                property.name().equals(type)
                                        || property.name().equals(type + Names.upper(id.name())))
                        .isPresent();
    }

    /// Why the test cannot be written; empty where it can, or nothing is asked for.
    Optional<String> obstacle(Place place, Wants wants) {
        return nouns(wants).stream()
                .map(nouns -> obstacle(place, nouns))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Why it cannot be found out whether a resource has such things; empty where it can.
    Optional<String> obstacle(Place place, String nouns) {
        Optional<Dependents> found = find(place, nouns);
        return found.isPresent() && canAsk(place, found.get())
                ? Optional.empty()
                : Optional.of(
                        "how to find out whether a %s has %s is not evident"
                                .formatted(place.names().nounWords(), nouns));
    }

    private boolean canAsk(Place place, Dependents dependents) {
        return field(place, dependents).isPresent()
                || isRelational(place, dependents)
                || new StoreWriter(workshop)
                        .canAsk(place.storage(), dependents.storage(), dependents.link())
                || canList(place, dependents);
    }

    /// Whether the class that does the work can look through all that are kept, or through those that one names.
    private boolean canList(Place place, Dependents dependents) {
        Storage storage = dependents.storage();
        boolean canReach =
                holding(place, storage).isPresent()
                        || GivenWriter.canBeGiven(
                                workshop.project(), place.holder().type(), storage.owner());
        boolean canCompare =
                dependents.link().type().equals(place.resource().name())
                        ? place.resource().ownId().isPresent()
                        : isKey(place, dependents.link());
        return storage.kind() != Storage.Kind.MAP
                && canReach
                && canCompare
                && (asking(place, dependents).isPresent()
                        || storage.operation(Operation.Kind.LIST)
                                .filter(Operation::isThere)
                                .isPresent());
    }

    /// The field by which the class that does the work knows a storage.
    private static Optional<JavaField> holding(Place place, Storage storage) {
        return place.holder().type().type().fields().stream()
                .filter(field -> TypeName.of(field.type()).raw().equals(storage.owner().name()))
                .findFirst();
    }

    /// The class's name for the storage, which it is given where it has none.
    private String held(Place place, Storage storage) {
        Optional<JavaField> field = holding(place, storage);
        if (field.isPresent()) {
            return field.get().name();
        }
        String name = GivenWriter.free(workshop.project(), place.holder().type(), storage.owner());
        new GivenWriter(workshop).give(new Added(place.holder().type(), storage.owner(), name));
        return name;
    }

    /// Looks through what is kept.
    private String list(LogicWriter.Code code, Dependents dependents) {
        String name = held(code.place, dependents.storage());
        if (asking(code.place, dependents).isPresent()) {
            return ask(code, dependents, name);
        }
        Operation all = dependents.storage().operation(Operation.Kind.LIST).orElseThrow();
        Property link = dependents.link();
        boolean isObject = link.type().equals(code.place.resource().name());
        Property id = code.place.resource().ownId().orElseThrow();
        String key = "one" + link.read() + (isObject ? id.read() : "");
        boolean isPrimitive = (isObject ? id : link).typeName().isPrimitive();
        boolean isText = id.type().equals("String");
        code.imports.addAll(isPrimitive || isText ? List.of() : List.of("java.util.Objects"));
        String same =
                isPrimitive
                        ? key + " == " + own(code)
                        : isText
                                ? own(code) + ".equals(" + key + ")"
                                : "Objects.equals(" + key + ", " + own(code) + ")";
        return "%s.%s()%s.anyMatch(one -> %s)"
                .formatted(
                        name,
                        all.method(),
                        all.result() == Operation.Result.STREAM ? "" : ".stream()",
                        same);
    }

    /// Both are kept by Spring Data and related as objects, so one repository can ask for the other's.
    private static boolean isRelational(Place place, Dependents dependents) {
        return place.storage().kind() == Storage.Kind.REPOSITORY
                && dependents.storage().kind() == Storage.Kind.REPOSITORY;
    }

    private static Optional<JavaField> field(Place place, Dependents dependents) {
        return place.holder().type().type().fields().stream()
                .filter(field ->
                        TypeName.of(field.type()).raw().equals(dependents.storage().owner().name()))
                .filter(field -> asking(place, dependents).isPresent())
                .findFirst();
    }

    /// The storage's own method that counts or finds them.
    private static Optional<JavaMethod> asking(Place place, Dependents dependents) {
        String noun = place.resource().name();
        return dependents.storage().owner().type().methods().stream()
                .filter(method ->
                        method.name()
                                        .matches(
                                                "(?i)(count|exists|find\\w*|\\w*of)(By)?"
                                                        + noun
                                                        + "(Id)?")
                                && method.parameters().size() == 1)
                .findFirst();
    }

    /// The test, as an expression; empty where nothing is asked for.
    Optional<String> test(LogicWriter.Code code) {
        for (String nouns : nouns(code.wants)) {
            Optional<Dependents> found = find(code.place, nouns);
            if (found.isEmpty()) {
                continue;
            }
            Optional<JavaField> field = field(code.place, found.get());
            return Optional.of(
                    field.isPresent()
                            ? ask(code, found.get(), field.get().name())
                            : canQuery(code.place, found.get())
                                    ? query(code, found.get(), nouns)
                                    : list(code, found.get()));
        }
        return Optional.empty();
    }

    private boolean canQuery(Place place, Dependents dependents) {
        return isRelational(place, dependents)
                || new StoreWriter(workshop)
                        .canAsk(place.storage(), dependents.storage(), dependents.link());
    }

    private static String ask(LogicWriter.Code code, Dependents dependents, String field) {
        JavaMethod method = asking(code.place, dependents).orElseThrow();
        String call = field + "." + method.name() + "(" + own(code) + ")";
        return switch (TypeName.of(method.returnType()).raw()) {
            case "boolean", "Boolean" -> call;
            case "long", "int", "Long", "Integer" -> call + " > 0";
            default -> "!" + call + ".isEmpty()";
        };
    }

    /// Adds the question to the resource's own repository.
    private String query(LogicWriter.Code code, Dependents dependents, String nouns) {
        String name = "has" + Names.upper(Names.camel(nouns));
        Optional<String> added =
                new StoreWriter(workshop)
                        .has(code.place.storage(), name, dependents.storage(), dependents.link());
        if (added.isPresent()) {
            return code.place.storageName() + "." + added.get() + "(" + own(code) + ")";
        }
        Property id = code.place.resource().ownId().orElseThrow();
        boolean isObject = dependents.link().type().equals(code.place.resource().name());
        String path = dependents.link().name() + (isObject ? "." + id.name() : "");
        ProjectType owner = code.place.storage().owner();
        String method =
                """
                @Query("select count(d) > 0 from %s d where d.%s = :id")
                boolean %s(@Param("id") %s id);\
                """
                        .formatted(
                                dependents.storage().resource().name(),
                                path,
                                name,
                                id.typeName().boxed());
        workshop.addMethod(
                owner,
                Part.LOGIC,
                method,
                List.of(
                        "org.springframework.data.jpa.repository.Query",
                        "org.springframework.data.repository.query.Param"));
        return code.place.storageName() + "." + name + "(" + own(code) + ")";
    }

    /// What others keep of the resource, whatever the path names it by.
    private static String own(LogicWriter.Code code) {
        return code.place
                .resource()
                .ownId()
                .filter(_ -> code.place.resource().isByKey())
                .map(own -> code.object + own.read())
                .orElseGet(code::id);
    }
}
