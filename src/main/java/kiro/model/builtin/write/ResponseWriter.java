package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.builtin.project.Controller;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
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
        Optional<ResponseForm> known = new ResponseForms(project).known(place);
        boolean isRead = known.filter(form -> ResponseForms.isRead(place, form.type())).isPresent();
        boolean isRaw =
                wanted.isEmpty() && !isRead && ResponseForms.isRead(place, place.resource().name());
        ResponseForm form =
                (isRaw ? itself(place, wanted).or(() -> known) : known)
                        .or(() -> itself(place, wanted))
                        .orElseGet(() -> written(place));
        new ResponseForms(project).lacking(place, form).ifPresent(new GivenWriter(workshop)::give);
        return form;
    }

    /// The resource as it is, where the project answers with it already and it has these fields alone.
    private Optional<ResponseForm> itself(Place place, Set<String> wanted) {
        DomainType resource = place.resource();
        List<String> fields = resource.properties().stream().map(Property::name).toList();
        boolean isAnswered =
                (wanted.isEmpty() ? project.controllers() : List.of(place.controller()))
                        .stream()
                                .flatMap(controller -> controller.mappings().stream())
                                .anyMatch(mapping ->
                                        mapping.method()
                                                .returnType()
                                                .matches(".*\\b" + resource.name() + "\\b.*"));
        boolean isHeld = place.piece().isPresent() && resource.isRecord();
        return (isAnswered || isHeld) && ResponseForms.fits(fields, wanted)
                ? Optional.of(
                        new ResponseForm(
                                resource.name(),
                                Optional.of(resource.type().qualifiedName()),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                fields))
                : Optional.empty();
    }

    /// Under the first name that is free: some number always is, for a project has so many types and no more.
    private ResponseForm written(Place place) {
        return names(place)
                .map(name -> written(place, name))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /// `TalkResponse`; where that is taken `RoomTalkResponse` for the talks of a room, `ListTalkResponse`, and then with
    /// numbers.
    private static Stream<String> names(Place place) {
        String noun = place.names().nounType();
        String act = Names.upper(place.names().act());
        return Stream.of(
                        Stream.of(noun),
                        place.parent().stream().map(one -> Names.upper(one.object()) + noun),
                        Stream.of(act),
                        Stream.iterate(2, number -> number + 1).map(number -> act + number))
                .flatMap(one -> one)
                .map(name -> name + "Response");
    }

    /// Empty where there is another type of this name.
    private Optional<ResponseForm> written(Place place, String name) {
        ProjectType neighbour = neighbour(place);
        var components = new ArrayList<String>();
        var reads = new ArrayList<String>();
        var imports = new TreeSet<String>(List.of(place.resource().type().qualifiedName()));
        String variable = Names.ofType(place.resource().name());
        for (Field field : place.endpoint().response().fields()) {
            Property property =
                    ShownFields.of(project.sources(), place.resource(), field.name()).orElseThrow();
            Optional<WrappedId> wrapped =
                    WrappedId.of(project.sources(), place.resource(), property);
            String type = wrapped.map(one -> one.held().type()).orElseGet(property::type);
            components.add(type + " " + field.name());
            reads.add(variable + property.read() + wrapped.map(WrappedId::read).orElse(""));
            imports.addAll(RequestWriter.imports(type));
            project.sources()
                    .resolve(type, place.resource().type().file())
                    .ifPresent(own -> imports.add(own.qualifiedName()));
        }
        imports.removeIf(type -> packageOf(type).equals(neighbour.packageName()));
        String record = RequestWriter.record(neighbour.packageName(), name, components, imports);
        String method =
                "    %sstatic %s of(%s %s) {\n        return new %s(%s);\n    }\n"
                        .formatted(
                                isBeside(neighbour, place.controller().type()) ? "" : "public ",
                                name,
                                place.resource().name(),
                                variable,
                                name,
                                String.join(", ", reads));
        return created(
                place, name, record.replace(") {}\n", ") {\n\n" + CodeFormat.wrap(method) + "}\n"));
    }

    /// What stands where the bodies of answers do: the one that a controller answers with, this one's best; else the
    /// controller.
    private ProjectType neighbour(Place place) {
        return Stream.concat(Stream.of(place.controller()), project.controllers().stream())
                .flatMap(controller ->
                        controller.mappings().stream()
                                .map(mapping -> body(mapping.method().returnType(), controller)))
                .flatMap(Optional::stream)
                .filter(type -> !new OwnPackages(project).isOfOther(type, place.controller()))
                .findFirst()
                .orElse(place.controller().type());
    }

    /// The body of an answer that has a file of its own and is no resource.
    private Optional<ProjectType> body(String returned, Controller controller) {
        String name = returned.replaceAll(".*[<.]|>.*", "").strip();
        return project.sources()
                .resolve(name, controller.type().file())
                .filter(type -> type.file().mainType().filter(type.type()::equals).isPresent())
                .filter(type -> type.type().is("public"))
                .filter(type ->
                        project.storages().stream()
                                .noneMatch(one -> one.resource().name().equals(type.name())));
    }

    private static boolean isBeside(ProjectType a, ProjectType b) {
        return a.packageName().equals(b.packageName());
    }

    private Optional<ResponseForm> created(Place place, String name, String code) {
        ProjectType neighbour = neighbour(place);
        String path = Workshop.folder(neighbour) + name + ".java";
        boolean isItself =
                workshop.draft().isThere(path, code) || workshop.draft().isDrawn(path, code);
        if (!isItself && (workshop.draft().exists(path) || isTaken(name))) {
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
                Optional.of(qualified),
                false,
                place.endpoint().response().fields().stream().map(Field::name).toList());
    }

    private boolean isTaken(String name) {
        return project.sources().types().stream().anyMatch(type -> type.name().equals(name));
    }
}
