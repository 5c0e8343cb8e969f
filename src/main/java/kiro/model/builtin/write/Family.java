package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Which resource belongs to which, as a path has it: `/projects/{projectId}/tasks/{taskId}`.
///
/// @param link the child's property that says whose it is: the parent's id, or the parent
/// @param parameter the path's parameter for the parent's id
/// @param path the part of the path that names the parent
/// @param hasId whether the path names one child
record Family(
        Storage parent,
        Storage child,
        Property link,
        String parameter,
        String path,
        boolean hasId,
        Optional<String> act) {
    /// The family that a path speaks of; empty where it names no parent, or the project keeps no such child.
    static Optional<Family> of(SpringProject project, String path) {
        List<String> segments = Paths.segments(path);
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < segments.size(); i++) {
            if (Paths.isParameter(segments.get(i))) {
                ids.add(i);
            }
        }
        if (ids.isEmpty() || ids.size() > 2 || ids.getFirst() == 0) {
            return Optional.empty();
        }
        int first = ids.getFirst();
        int size = segments.size();
        boolean hasId = ids.size() == 2;
        boolean isChain =
                hasId ? ids.getLast() == first + 2 && size <= first + 4 : size == first + 2;
        if (!isChain || (!hasId && !isPlural(segments.get(first + 1)))) {
            return Optional.empty();
        }
        Optional<String> act =
                size == first + 4 ? Optional.of(segments.getLast()) : Optional.empty();
        String start = "/" + String.join("/", segments.subList(0, first + 1));
        String parameter = Paths.parameter(segments.get(first));
        return of(
                project,
                word(segments.get(first - 1)),
                word(segments.get(first + 1)),
                (parent, child, link) ->
                        new Family(parent, child, link, parameter, start, hasId, act),
                parameter);
    }

    private static boolean isPlural(String segment) {
        return !word(segment).equals(Names.camel(segment));
    }

    private static String word(String segment) {
        return Names.singular(Names.camel(segment));
    }

    private interface Making {
        Family of(Storage parent, Storage child, Property link);
    }

    private static Optional<Family> of(
            SpringProject project, String parentWord, String childWord, Making made, String id) {
        for (Storage parent : parents(project, parentWord)) {
            List<Family> children = children(project, parent, parentWord, made, id);
            Optional<Family> called =
                    children.stream().filter(one -> one.isCalled(childWord)).findFirst();
            List<Family> alike = children.stream().filter(one -> one.isLike(childWord)).toList();
            if (called.isPresent() || alike.size() == 1) {
                return called.or(() -> Optional.of(alike.getFirst()));
            }
        }
        return Optional.empty();
    }

    /// What is called so; else the one thing whose name ends in the word: `JobApplication` for applications.
    private static List<Storage> parents(SpringProject project, String word) {
        List<Storage> named =
                project.storages().stream()
                        .filter(one -> Placer.isNamed(one.resource().name(), word))
                        .toList();
        List<Storage> ending =
                project.storages().stream()
                        .filter(one -> one.resource().name().matches("\\w+" + Names.upper(word)))
                        .toList();
        boolean isOne = ending.stream().map(one -> one.resource().name()).distinct().count() == 1;
        return !named.isEmpty() ? named : isOne ? ending : List.of();
    }

    /// All that a project keeps of what belongs to a parent.
    private static List<Family> children(
            SpringProject project, Storage parent, String parentWord, Making made, String id) {
        return project.storages().stream()
                .flatMap(child ->
                        link(child, parent, parentWord, id)
                                .map(link -> made.of(parent, child, link))
                                .stream())
                .toList();
    }

    private boolean isCalled(String word) {
        String name = child.resource().name();
        return Placer.isNamed(name, word) || name.equalsIgnoreCase(parent.resource().name() + word);
    }

    /// Whether the child's name has one more word: `PartLine` for parts, `DeliveryNote` for notes.
    private boolean isLike(String word) {
        String name = child.resource().name();
        return name.matches(Names.upper(word) + "[A-Z][a-z]+|[A-Z][a-z]+" + Names.upper(word));
    }

    private static Optional<Property> link(
            Storage child, Storage parent, String word, String parameter) {
        String type = parent.resource().name();
        Property id = parent.resource().id().orElseThrow();
        List<String> names =
                List.of(
                        Names.lower(type) + "Id",
                        word + "Id",
                        Names.camel(parameter),
                        Names.lower(type) + Names.upper(id.name()),
                        Names.lower(type),
                        word);
        Stream<Property> objects =
                child.resource().properties().stream()
                        .filter(property -> property.type().equals(type));
        Stream<Property> ids =
                names.stream()
                        .map(child.resource()::property)
                        .flatMap(Optional::stream)
                        .filter(property -> property.typeName().isSameAs(id.typeName()))
                        .filter(property ->
                                child.resource().id().filter(property::equals).isEmpty());
        return Stream.concat(objects, ids).findFirst();
    }

    /// Whether the child has the parent itself, not its id.
    boolean isObject() {
        return link.type().equals(parent.resource().name());
    }
}
