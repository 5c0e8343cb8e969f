package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.HttpStatuses;
import kiro.model.builtin.project.Mapping;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Response;

/// Writes the controller's method for an endpoint.
final class ControllerWriter {
    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final String RESPONSE = "org.springframework.http.ResponseEntity";
    private static final String STATUS = "org.springframework.http.HttpStatus";

    private final Workshop workshop;
    private final SpringProject project;

    ControllerWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// @param limit the annotation that limits the requests, and its import
    void write(
            Place place,
            Wants wants,
            Logic logic,
            String call,
            Optional<RequestType> request,
            ResponseForm form,
            Optional<Raise> limit) {
        var imports = new TreeSet<String>();
        var lines = new ArrayList<String>();
        lines.add(mapping(place, imports));
        limit.ifPresent(one -> {
            lines.add(one.expression());
            imports.addAll(one.imports());
        });
        boolean answersEntity = answersEntity(place);
        int status = status(place, wants);
        Answer answer = answer(place, call, form, status, answersEntity, imports);
        answer.annotation().ifPresent(lines::add);
        String visibility =
                place.controller().mappings().stream()
                                .map(Mapping::method)
                                .anyMatch(method -> !method.is("public"))
                        ? ""
                        : "public ";
        lines.add(
                "%s%s %s(%s) {"
                        .formatted(
                                visibility,
                                answer.type(),
                                name(place),
                                String.join(
                                        ", ", parameters(place, wants, logic, request, imports))));
        inlined(place, logic, lines, imports);
        answer.lines().forEach(line -> lines.add(line.indent(4).stripTrailing()));
        lines.add("}");
        workshop.addMethod(
                place.controller().type(), Part.ENDPOINT, String.join("\n", lines), imports);
    }

    private static void inlined(Place place, Logic logic, List<String> lines, Set<String> imports) {
        if (!place.holder().isController()) {
            return;
        }
        for (Logic.Parameter parameter : logic.parameters()) {
            if (!parameter.argument().equals(parameter.name())) {
                lines.add(
                        "    %s %s = %s;"
                                .formatted(
                                        parameter.type(), parameter.name(), parameter.argument()));
            }
        }
        logic.statements().forEach(line -> lines.add(line.indent(4).stripTrailing()));
        imports.addAll(logic.imports());
    }

    /// What a method answers with: its type, the lines that end it, an annotation for the status.
    private record Answer(String type, List<String> lines, Optional<String> annotation) {}

    private Answer answer(
            Place place,
            String call,
            ResponseForm form,
            int status,
            boolean answersEntity,
            Set<String> imports) {
        boolean hasBody = hasBody(place, status);
        Optional<String> annotation = Optional.empty();
        if (!hasBody) {
            return withoutBody(call, status, answersEntity, imports);
        }
        if (place.action() == Action.CREATE && status == 201) {
            return created(place, call, form, imports);
        }
        form.qualifiedName().ifPresent(imports::add);
        String type = form.type();
        String body = form.inHolder() ? call : form.convert(call);
        if (place.action() == Action.LIST) {
            imports.add("java.util.List");
            type = "List<" + type + ">";
            body = listed(call, form);
        }
        if (answersEntity) {
            imports.add(RESPONSE);
            String made =
                    status == 200
                            ? "ResponseEntity.ok(" + body + ")"
                            : "ResponseEntity.status("
                                    + constant(status, imports)
                                    + ").body("
                                    + body
                                    + ")";
            return new Answer(
                    "ResponseEntity<" + type + ">", List.of("return " + made + ";"), annotation);
        }
        if (status != 200) {
            imports.add(WEB + "ResponseStatus");
            annotation = Optional.of("@ResponseStatus(" + constant(status, imports) + ")");
        }
        return new Answer(type, List.of("return " + body + ";"), annotation);
    }

    private static String listed(String call, ResponseForm form) {
        if (form.inHolder() || form.conversion().isEmpty()) {
            return call;
        }
        String map = ".map(" + form.function() + ").toList()";
        return call.endsWith(".toList()")
                ? call.substring(0, call.length() - ".toList()".length())
                        + map.replace(").toList()", ")\n        .toList()")
                : call.startsWith("List.copyOf(")
                        ? call.substring("List.copyOf(".length(), call.length() - 1)
                                + ".stream()"
                                + map
                        : call + ".stream()" + map;
    }

    private Answer withoutBody(
            String call, int status, boolean answersEntity, Set<String> imports) {
        var lines = new ArrayList<String>();
        if (!call.isEmpty()) {
            lines.add(call + ";");
        }
        if (answersEntity) {
            imports.add(RESPONSE);
            lines.add(
                    status == 204
                            ? "return ResponseEntity.noContent().build();"
                            : "return ResponseEntity.status("
                                    + constant(status, imports)
                                    + ").build();");
            return new Answer("ResponseEntity<Void>", lines, Optional.empty());
        }
        imports.add(WEB + "ResponseStatus");
        return new Answer(
                "void",
                lines,
                status == 200
                        ? Optional.empty()
                        : Optional.of("@ResponseStatus(" + constant(status, imports) + ")"));
    }

    private Answer created(Place place, String call, ResponseForm form, Set<String> imports) {
        imports.add(RESPONSE);
        imports.add("java.net.URI");
        form.qualifiedName().ifPresent(imports::add);
        String type = place.resource().name();
        String object =
                Names.lower(type).equals(place.storageName()) ? "created" : Names.lower(type);
        var lines = new ArrayList<String>();
        String id;
        String body;
        if (form.inHolder()) {
            lines.add("%s %s = %s;".formatted(form.type(), object, call));
            id = object + bodyId(place, form);
            body = object;
        } else {
            boolean isVariable = call.equals(object);
            if (!isVariable) {
                imports.add(place.resource().type().qualifiedName());
                lines.add("%s %s = %s;".formatted(type, object, call));
            }
            id = object + place.resource().id().orElseThrow().read();
            body = form.convert(object);
        }
        String path = place.path().equals("/") ? "/" : place.path() + "/";
        lines.add(
                "return ResponseEntity.created(URI.create(\""
                        + path
                        + "\" + "
                        + id
                        + ")).body("
                        + body
                        + ");");
        return new Answer("ResponseEntity<" + form.type() + ">", lines, Optional.empty());
    }

    private String bodyId(Place place, ResponseForm form) {
        return project.sources()
                .resolve(form.type(), place.holder().type().file())
                .map(kiro.model.builtin.project.DomainType::of)
                .flatMap(kiro.model.builtin.project.DomainType::id)
                .map(kiro.model.builtin.project.Property::read)
                .orElse(".id()");
    }

    static boolean hasBody(Place place, int status) {
        return status != 204
                && place.action() != Action.DELETE
                && place.endpoint().response().shape() != Response.Shape.EMPTY;
    }

    /// The status of a success: what the spec says, else what is usual.
    static int status(Place place, Wants wants) {
        return wants.endpoint()
                .response()
                .status()
                .orElse(
                        switch (place.action()) {
                            case CREATE -> 201;
                            case DELETE -> 204;
                            case READ, LIST, REPLACE, CHANGE -> 200;
                        });
    }

    private String constant(int status, Set<String> imports) {
        imports.add(STATUS);
        return "HttpStatus." + HttpStatuses.constant(status, project.pom().bootMajor());
    }

    /// Whether the controller's methods answer with `ResponseEntity` as a rule.
    private static boolean answersEntity(Place place) {
        List<JavaMethod> methods =
                place.controller().mappings().stream().map(Mapping::method).toList();
        long entities =
                methods.stream()
                        .filter(method -> method.returnType().startsWith("ResponseEntity"))
                        .count();
        return entities * 2 > methods.size();
    }

    private String mapping(Place place, Set<String> imports) {
        String verb = place.endpoint().route().method().name();
        String name =
                verb.charAt(0) + verb.substring(1).toLowerCase(java.util.Locale.ROOT) + "Mapping";
        imports.add(WEB + name);
        List<String> base = Paths.segments(place.controller().base());
        List<String> path = Paths.segments(place.path());
        String rest =
                path.subList(base.size(), path.size()).stream()
                        .map(segment -> "/" + segment)
                        .collect(Collectors.joining());
        return rest.isEmpty() ? "@" + name : "@" + name + "(\"" + rest + "\")";
    }

    /// The variable for the id in the path.
    static String pathVariable(Place place) {
        return Names.camel(pathParameter(place));
    }

    private static String pathParameter(Place place) {
        List<String> base = Paths.segments(place.controller().base());
        List<String> path = Paths.segments(place.path());
        String parameter = "id";
        for (int i = 0; i < path.size(); i++) {
            String segment = i < base.size() ? base.get(i) : path.get(i);
            if (Paths.isParameter(segment)) {
                parameter = Paths.parameter(segment);
            }
        }
        return parameter;
    }

    private List<String> parameters(
            Place place,
            Wants wants,
            Logic logic,
            Optional<RequestType> request,
            Set<String> imports) {
        var parameters = new ArrayList<String>();
        Optional<Caller> caller =
                project.caller()
                        .filter(one ->
                                logic.parameters().stream()
                                        .anyMatch(parameter ->
                                                parameter.argument().equals(one.id())));
        caller.ifPresent(one -> {
            parameters.add(one.parameter());
            imports.addAll(one.imports());
        });
        if (place.action().hasId()) {
            parameters.add(pathVariable(place, imports));
        }
        for (Behaviour.FiltersBy filter : wants.behaviours(Behaviour.FiltersBy.class)) {
            place.resource()
                    .property(filter.name())
                    .ifPresent(property -> {
                        imports.add(WEB + "RequestParam");
                        imports.addAll(RequestWriter.imports(property.typeName().boxed()));
                        project.sources()
                                .resolve(property.type(), place.resource().type().file())
                                .ifPresent(type -> imports.add(type.qualifiedName()));
                        parameters.add(
                                "@RequestParam(required = false) "
                                        + property.typeName().boxed()
                                        + " "
                                        + filter.name());
                    });
        }
        request.ifPresent(type -> {
            imports.add(WEB + "RequestBody");
            imports.add(type.qualifiedName());
            if (project.hasValidation()) {
                imports.add("jakarta.validation.Valid");
            }
            for (RequestType.Input input : type.inputs()) {
                if (input.isConverted()) {
                    project.sources()
                            .resolve(input.domainType(), place.resource().type().file())
                            .ifPresent(own -> imports.add(own.qualifiedName()));
                }
            }
            parameters.add(
                    (project.hasValidation() ? "@Valid " : "")
                            + "@RequestBody "
                            + type.name()
                            + " request");
        });
        return parameters;
    }

    private String pathVariable(Place place, Set<String> imports) {
        imports.add(WEB + "PathVariable");
        TypeName id = place.resource().id().orElseThrow().typeName();
        String type = place.resource().id().orElseThrow().type();
        boolean isNamed = false;
        for (Mapping mapping : place.controller().mappings()) {
            for (JavaParameter parameter : mapping.method().parameters()) {
                var use = parameter.annotation("PathVariable");
                if (use.isPresent() && TypeName.of(parameter.type()).isSameAs(id)) {
                    type = parameter.type();
                    isNamed |= !use.get().arguments().isEmpty();
                }
            }
        }
        imports.addAll(RequestWriter.imports(type));
        String variable = pathVariable(place);
        boolean needsName = isNamed || !variable.equals(pathParameter(place));
        return "@PathVariable"
                + (needsName ? "(\"" + pathParameter(place) + "\") " : " ")
                + type
                + " "
                + variable;
    }

    /// A name in the way of the controller's other methods: `create` beside `find`, else `createTask`.
    private static String name(Place place) {
        return methodName(
                place,
                place.controller().mappings().stream()
                        .map(mapping -> mapping.method().name())
                        .toList(),
                place.controller().type().type().methods());
    }

    static String methodName(Place place, List<String> others, List<JavaMethod> taken) {
        boolean isWhole = place.names().nounType().equalsIgnoreCase(place.resource().name());
        boolean areBare =
                !others.isEmpty()
                        && others.stream().filter(one -> one.matches("[a-z]+")).count() * 2
                                > others.size();
        String bare =
                switch (place.action()) {
                    case READ -> "get";
                    case LIST -> "list";
                    case CREATE, REPLACE, CHANGE, DELETE -> place.names().verb();
                };
        String full =
                place.action() == Action.LIST
                        ? "list" + Names.upper(Names.plural(place.names().noun()))
                        : place.names().act();
        String name = isWhole && areBare ? bare : full;
        boolean isTaken = taken.stream().anyMatch(method -> method.name().equals(name));
        boolean isFullTaken = taken.stream().anyMatch(method -> method.name().equals(full));
        return !isTaken
                ? name
                : !isFullTaken
                        ? full
                        : full + (place.action() == Action.CHANGE ? "Fields" : "ById");
    }
}
