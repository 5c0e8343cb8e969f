package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
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
        for (String nouns : nouns(wants)) {
            Optional<Dependents> found = find(place, nouns);
            if (found.isEmpty() || !canAsk(place, found.get())) {
                return Optional.of(
                        "how to find out whether a %s has %s is not evident"
                                .formatted(place.names().nounWords(), nouns));
            }
        }
        return Optional.empty();
    }

    private boolean canAsk(Place place, Dependents dependents) {
        return field(place, dependents).isPresent()
                || isRelational(place, dependents)
                || new StoreWriter(workshop)
                        .canAsk(place.storage(), dependents.storage(), dependents.link());
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
                            ? ask(code, found.get(), field.get())
                            : query(code, found.get(), nouns));
        }
        return Optional.empty();
    }

    private static String ask(LogicWriter.Code code, Dependents dependents, JavaField field) {
        JavaMethod method = asking(code.place, dependents).orElseThrow();
        String call = field.name() + "." + method.name() + "(" + own(code) + ")";
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
