package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Field;

/// Finds the type that the project answers with for a resource, or writes one.
final class ResponseWriter {
    private final Workshop workshop;
    private final SpringProject project;

    ResponseWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    ResponseForm form(Place place) {
        Set<String> wanted =
                place.endpoint().response().fields().stream()
                        .map(Field::name)
                        .collect(Collectors.toCollection(HashSet::new));
        return conversions(place).stream()
                .filter(form -> fits(form.fields(), wanted))
                .min(Comparator.comparingInt(form -> form.fields().size()))
                .or(() -> itself(place, wanted))
                .orElseGet(() -> written(place));
    }

    private static boolean fits(List<String> fields, Set<String> wanted) {
        return wanted.isEmpty() || (wanted.containsAll(fields) && wanted.size() == fields.size());
    }

    /// Every method that makes a body from the resource: static, the controller's, or the holder's.
    private List<ResponseForm> conversions(Place place) {
        var forms = new ArrayList<ResponseForm>();
        String resource = place.resource().name();
        for (ProjectType type : project.sources().types()) {
            for (JavaMethod method : type.type().methods()) {
                boolean takesResource =
                        method.parameters().size() == 1
                                && TypeName.of(method.parameters().getFirst().type())
                                        .raw()
                                        .equals(resource);
                if (takesResource) {
                    conversion(place, type, method).ifPresent(forms::add);
                }
            }
            for (JavaMethod made : type.type().constructors()) {
                boolean takesResource =
                        made.parameters().size() == 1
                                && TypeName.of(made.parameters().getFirst().type())
                                        .raw()
                                        .equals(resource);
                if (takesResource && !made.is("private")) {
                    forms.add(form(type, "new " + type.name() + "(%s)", false));
                }
            }
        }
        return forms;
    }

    private Optional<ResponseForm> conversion(Place place, ProjectType in, JavaMethod method) {
        Optional<ProjectType> result = project.sources().resolve(method.returnType(), in.file());
        boolean isBody =
                result.filter(type -> !type.name().equals(place.resource().name())).isPresent()
                        && !fields(result.get()).isEmpty();
        if (!isBody || !isReachable(place, in, method)) {
            return Optional.empty();
        }
        ProjectType body = result.get();
        if (method.is("static") && !method.is("private")) {
            return Optional.of(form(body, in.name() + "." + method.name() + "(%s)", false));
        }
        if (isSame(in, place.controller().type())) {
            return Optional.of(form(body, method.name() + "(%s)", false));
        }
        if (isSame(in, place.holder().type())) {
            return Optional.of(form(body, method.name() + "(%s)", true));
        }
        Optional<String> inController = fieldOf(place.controller().type(), in);
        if (inController.isPresent() && !method.is("private")) {
            return Optional.of(
                    form(body, inController.get() + "." + method.name() + "(%s)", false));
        }
        return fieldOf(place.holder().type(), in)
                .filter(field -> !method.is("private"))
                .map(field -> form(body, field + "." + method.name() + "(%s)", true));
    }

    /// Whether the controller may call it, as far as packages go.
    private static boolean isReachable(Place place, ProjectType in, JavaMethod method) {
        boolean isOpen =
                method.is("public") || in.type().kind() == kiro.code.JavaType.Kind.INTERFACE;
        return isOpen
                || in.packageName().equals(place.controller().type().packageName())
                || isSame(in, place.holder().type());
    }

    private static boolean isSame(ProjectType a, ProjectType b) {
        return a.qualifiedName().equals(b.qualifiedName());
    }

    private Optional<String> fieldOf(ProjectType owner, ProjectType type) {
        return owner.type().fields().stream()
                .filter(field ->
                        project.sources()
                                .resolve(field.type(), owner.file())
                                .filter(found -> isSame(found, type))
                                .isPresent())
                .map(JavaField::name)
                .findFirst();
    }

    private static ResponseForm form(ProjectType body, String conversion, boolean inHolder) {
        return new ResponseForm(
                body.name(),
                Optional.of(body.qualifiedName()),
                Optional.of(conversion),
                inHolder,
                fields(body));
    }

    private static List<String> fields(ProjectType type) {
        return DomainType.of(type).properties().stream().map(Property::name).toList();
    }

    /// The resource as it is, where the project answers with it already and it has these fields alone.
    private Optional<ResponseForm> itself(Place place, Set<String> wanted) {
        DomainType resource = place.resource();
        List<String> fields = resource.properties().stream().map(Property::name).toList();
        boolean isAnswered =
                place.controller().mappings().stream()
                        .anyMatch(mapping ->
                                mapping.method()
                                        .returnType()
                                        .matches(".*\\b" + resource.name() + "\\b.*"));
        boolean isHeld = place.piece().isPresent() && resource.isRecord();
        return (isAnswered || isHeld) && fits(fields, wanted)
                ? Optional.of(
                        new ResponseForm(
                                resource.name(),
                                Optional.of(resource.type().qualifiedName()),
                                Optional.empty(),
                                false,
                                fields))
                : Optional.empty();
    }

    private ResponseForm written(Place place) {
        String base = place.names().nounType() + "Response";
        return written(place, free(base, place))
                .or(() -> written(place, Names.upper(place.names().act()) + "Response"))
                .orElseThrow(() -> new IllegalStateException("no name is free for " + base));
    }

    /// Empty where there is another type of this name.
    private Optional<ResponseForm> written(Place place, String name) {
        ProjectType neighbour = place.controller().type();
        var components = new ArrayList<String>();
        var reads = new ArrayList<String>();
        var imports = new TreeSet<String>(List.of(place.resource().type().qualifiedName()));
        String variable = Names.lower(place.resource().name());
        for (Field field : place.endpoint().response().fields()) {
            Property property = place.resource().property(field.name()).orElseThrow();
            components.add(property.type() + " " + field.name());
            reads.add(variable + property.read());
            imports.addAll(RequestWriter.imports(property.type()));
            project.sources()
                    .resolve(property.type(), place.resource().type().file())
                    .ifPresent(type -> imports.add(type.qualifiedName()));
        }
        imports.removeIf(type -> packageOf(type).equals(neighbour.packageName()));
        String record = RequestWriter.record(neighbour.packageName(), name, components, imports);
        String method =
                "    static %s of(%s %s) {\n        return new %s(%s);\n    }\n"
                        .formatted(
                                name,
                                place.resource().name(),
                                variable,
                                name,
                                String.join(", ", reads));
        String path = Workshop.folder(neighbour) + name + ".java";
        String code = record.replace(") {}\n", ") {\n\n" + CodeFormat.wrap(method) + "}\n");
        boolean isFree =
                !workshop.draft().exists(path)
                        || workshop.draft().isThere(path, code)
                        || workshop.draft().isDrawn(path, code);
        if (!isFree) {
            return Optional.empty();
        }
        workshop.draft().create(path, Part.TYPES, code);
        return Optional.of(form(place, neighbour.packageName() + "." + name, name));
    }

    private static String packageOf(String qualified) {
        return qualified.substring(0, qualified.lastIndexOf('.'));
    }

    private static ResponseForm form(Place place, String qualified, String name) {
        return new ResponseForm(
                name,
                Optional.of(qualified),
                Optional.of(name + ".of(%s)"),
                false,
                place.endpoint().response().fields().stream().map(Field::name).toList());
    }

    private String free(String name, Place place) {
        boolean isTaken =
                project.sources().types().stream().anyMatch(type -> type.name().equals(name));
        return isTaken ? Names.upper(place.names().act()) + "Response" : name;
    }
}
