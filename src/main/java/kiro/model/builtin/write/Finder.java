package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// A method that a class has or can call, which answers a stored object by its id.
///
/// @param through the calling class's name for what has the method; empty where that is the class itself
/// @param in the class with the method's code
/// @param body the method's code
/// @param isOptional whether it answers an `Optional`; else it throws where there is none
record Finder(
        Optional<String> through, ProjectType in, String name, String body, boolean isOptional) {
    private static final String ENDING =
            "(?i)(delete|remove|archive|close|cancel|complete|finish|start).*";
    private static final String FINDING =
            "(?i)(find|get|load|require|fetch|look(up)?|read|show|existing|need|one|by|of|the|must|check|ensure)\\w*";

    /// The call, without what is called with.
    String call() {
        return through.map(field -> field + ".").orElse("") + name;
    }

    /// The one that the code of a place uses: of the class that does the work, or of another one that it works with.
    static Optional<Finder> of(SpringProject project, Place place) {
        return own(project.sources(), place)
                .map(method ->
                        new Finder(
                                Optional.empty(),
                                place.holder().type(),
                                method.name(),
                                method.body().orElse(""),
                                false))
                .or(() ->
                        elsewhere(project, place.holder(), place.storage())
                                .filter(one ->
                                        one.through().equals(Optional.of(place.storageName()))));
    }

    private static Optional<JavaMethod> own(Sources sources, Place place) {
        TypeName id = idType(sources, place.storage());
        return place.holder().type().type().methods().stream()
                .filter(method -> answers(method, place.storage()) && takes(method, id))
                .filter(Finder::throwsWhereNone)
                .filter(method ->
                        isFinding(method.name(), place.storage(), place.names().noun())
                                || returnsOnly(method))
                .min(java.util.Comparator.comparingInt(method -> method.is("private") ? 0 : 1));
    }

    /// A method of another class that a class works with, be it known by its interface.
    static Optional<Finder> elsewhere(SpringProject project, Holder holder, Storage storage) {
        for (JavaField field : holder.type().type().fields()) {
            Optional<ProjectType> other =
                    project.sources()
                            .resolve(field.type(), holder.type().file())
                            .filter(type -> !field.is("static") && !isStore(project, type));
            Optional<Finder> found =
                    other.flatMap(type -> in(project, holder, type, field.name(), storage));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// A class that keeps objects in a map of its own is worked with as any service.
    private static boolean isStore(SpringProject project, ProjectType type) {
        return project.storages().stream()
                .filter(storage -> storage.kind() != Storage.Kind.MAP)
                .anyMatch(storage -> storage.owner().qualifiedName().equals(type.qualifiedName()));
    }

    private static Optional<Finder> in(
            SpringProject project, Holder holder, ProjectType type, String field, Storage storage) {
        ProjectType code = new Reaches(project).working(type);
        boolean isPort = type.type().kind() == JavaType.Kind.INTERFACE;
        boolean isNear = type.packageName().equals(holder.type().packageName());
        TypeName id = idType(project.sources(), storage);
        String noun = Names.nounOf(storage.resource().name());
        return type.type().methods().stream()
                .filter(method -> !method.is("private") && !method.is("static"))
                .filter(method -> isPort || isNear || method.is("public"))
                .filter(method -> takes(method, id) && isFinding(method.name(), storage, noun))
                .flatMap(method -> working(code, method).stream())
                .filter(method -> isOptional(method, storage) || answers(method, storage))
                .filter(method ->
                        isOptional(method, storage) ? returnsOnly(method) : throwsWhereNone(method))
                .filter(method -> failsOnce(method) && changesNothing(method))
                .map(method ->
                        new Finder(
                                Optional.of(field),
                                code,
                                method.name(),
                                method.body().orElse(""),
                                isOptional(method, storage)))
                .min(java.util.Comparator.comparingInt(one -> one.isOptional() ? 1 : 0));
    }

    /// The method with the code of one that an interface may only name.
    private static Optional<JavaMethod> working(ProjectType code, JavaMethod named) {
        return code.type().methods().stream()
                .filter(method -> method.name().equals(named.name()))
                .filter(method ->
                        method.parameters().size() == 1
                                && method.parameters()
                                        .getFirst()
                                        .type()
                                        .equals(named.parameters().getFirst().type()))
                .findFirst();
    }

    private static TypeName idType(Sources sources, Storage storage) {
        return WrappedId.of(sources, storage.resource())
                .map(WrappedId::heldType)
                .orElseGet(() -> storage.resource().id().orElseThrow().typeName());
    }

    private static boolean answers(JavaMethod method, Storage storage) {
        return TypeName.of(method.returnType()).raw().equals(storage.resource().name());
    }

    private static boolean isOptional(JavaMethod method, Storage storage) {
        TypeName type = TypeName.of(method.returnType());
        return type.raw().equals("Optional")
                && type.element().raw().equals(storage.resource().name());
    }

    private static boolean takes(JavaMethod method, TypeName id) {
        return method.parameters().size() == 1
                && TypeName.of(method.parameters().getFirst().type()).isSameAs(id)
                && method.annotations().stream().noneMatch(use -> use.name().endsWith("Mapping"))
                && !method.name().matches(ENDING);
    }

    private static boolean throwsWhereNone(JavaMethod method) {
        return method.body()
                .filter(body -> body.contains("orElseThrow") || body.contains("throw new"))
                .filter(body -> !body.contains(".filter("))
                .isPresent();
    }

    private static boolean returnsOnly(JavaMethod method) {
        return method.body()
                .filter(body -> body.strip().matches("(?s)\\{\\s*return\\s[^;]*;\\s*}"))
                .filter(body -> !body.contains(".filter(") || body.contains("orElseThrow"))
                .isPresent();
    }

    /// What fails for another reason as well is no mere finding.
    private static boolean failsOnce(JavaMethod method) {
        return method.body().orElse("").split("\\bthrow new\\b|\\borElseThrow\\b", -1).length <= 2;
    }

    private static boolean changesNothing(JavaMethod method) {
        return method.calls().stream()
                .noneMatch(call ->
                        List.of("save", "put", "add", "delete", "remove", "publishEvent")
                                        .contains(call.name())
                                || call.name().matches("set[A-Z]\\w*"));
    }

    private static boolean isFinding(String name, Storage storage, String noun) {
        return name.matches(FINDING)
                || name.equalsIgnoreCase(storage.resource().name())
                || name.equalsIgnoreCase(noun);
    }
}
