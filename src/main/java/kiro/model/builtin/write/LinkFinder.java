package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// Finds the method of a storage that answers what belongs to a parent, and adds it where Spring Data makes it.
final class LinkFinder {
    private final Workshop workshop;

    LinkFinder(Workshop workshop) {
        this.workshop = workshop;
    }

    /// The method's name; empty where all have to be read and selected from.
    Optional<String> finder(Storage storage, Family family) {
        Optional<String> own = own(storage, family).map(JavaMethod::name);
        if (own.isPresent() || storage.kind() != Storage.Kind.REPOSITORY) {
            return own;
        }
        String name = "findBy" + path(family);
        if (workshop.draft().current(storage.owner()).type().methods().stream()
                .anyMatch(method -> method.name().equals(name))) {
            return Optional.of(name);
        }
        Property id = family.parent().resource().id().orElseThrow();
        String resource = storage.resource().name();
        workshop.addMethod(
                storage.owner(),
                Part.LOGIC,
                "List<%s> %s(%s %s);"
                        .formatted(
                                resource,
                                name,
                                id.typeName().raw(),
                                family.isObject()
                                        ? Names.camel(family.parameter())
                                        : family.link().name()),
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "java.util.List",
                                        storage.resource().type().qualifiedName()),
                                RequestWriter.imports(id.type()).stream())
                        .toList());
        return Optional.of(name);
    }

    private static String path(Family family) {
        String link = Names.upper(family.link().name());
        return family.isObject()
                ? link + Names.upper(family.parent().resource().id().orElseThrow().name())
                : link;
    }

    /// The storage's own method: `findByProjectId`, `ofProject`.
    private static Optional<JavaMethod> own(Storage storage, Family family) {
        return all(storage, family).findFirst();
    }

    static java.util.stream.Stream<JavaMethod> all(Storage storage, Family family) {
        TypeName id = family.parent().resource().id().orElseThrow().typeName();
        String link = Names.upper(family.link().name()).replaceFirst("Id$", "");
        String names =
                "(?i)((find|get|list|read|query|load|all)?(All)?\\w*(By|Of|For|In)|of|by|for|in)"
                        + "("
                        + link
                        + "|"
                        + family.parent().resource().name()
                        + ")_?(Id)?";
        return storage.owner().type().methods().stream()
                .filter(method -> method.name().matches(names))
                .filter(method ->
                        method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type()).isSameAs(id)
                                && List.of("List", "Collection", "Set")
                                        .contains(TypeName.of(method.returnType()).raw())
                                && TypeName.of(method.returnType())
                                        .element()
                                        .raw()
                                        .equals(storage.resource().name()));
    }

    /// Whether what belongs to a parent can be found at all.
    static boolean canFind(Storage storage, Family family) {
        return own(storage, family).isPresent()
                || storage.kind() == Storage.Kind.REPOSITORY
                || storage.operation(kiro.model.builtin.project.Operation.Kind.LIST).isPresent();
    }
}
