package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.HttpStatuses;
import kiro.model.builtin.project.Mapping;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Expectation;

/// What a controller's method answers with.
///
/// @param type of the method
/// @param lines that end the method
/// @param annotation for the status, where one is needed
record ControllerAnswer(
        String type, List<String> lines, Optional<String> annotation, Set<String> imports) {
    private static final String RESPONSE = "org.springframework.http.ResponseEntity";
    private static final String STATUS = "org.springframework.http.HttpStatus";

    ControllerAnswer {
        lines = List.copyOf(lines);
        imports = Set.copyOf(imports);
    }

    /// @param call the expression that gets the work done
    static ControllerAnswer of(
            Workshop workshop,
            Place place,
            Wants wants,
            Listing listing,
            ResponseForm form,
            String call) {
        var writing = new Writing(workshop.project(), place, form, call);
        if (listing.envelope().isPresent()) {
            return writing.paged(workshop, listing, ControllerWriter.status(place, wants));
        }
        if (listing.counted().isPresent()) {
            return writing.counted(listing, listing.counted().get());
        }
        int status = ControllerWriter.status(place, wants);
        if (!ControllerWriter.hasBody(place, status)) {
            return writing.withoutBody(status);
        }
        return place.action() == Action.CREATE
                        && status == 201
                        && !isBare(workshop.project(), wants)
                ? writing.created()
                : writing.withBody(status);
    }

    /// Whether nothing asks for the address of what is made: the spec does not, and the project makes things without it.
    private static boolean isBare(SpringProject project, Wants wants) {
        boolean isAsked =
                wants.outcomes().stream()
                        .flatMap(one -> one.expectations().stream())
                        .anyMatch(one ->
                                (one instanceof Expectation.Header(String name)
                                                && name.equalsIgnoreCase("Location"))
                                        || (one instanceof Expectation.HeaderIs is
                                                && is.name().equalsIgnoreCase("Location")));
        boolean isUsual =
                project.controllers().stream()
                        .flatMap(one -> one.mappings().stream())
                        .map(Mapping::method)
                        .filter(method -> method.isAnnotated("PostMapping"))
                        .flatMap(method -> method.annotations().stream())
                        .anyMatch(use ->
                                use.name().equals("ResponseStatus")
                                        && use.arguments().toString().contains("CREATED"));
        return !isAsked
                && isUsual
                && !project.sources().mainMentions("LOCATION")
                && !project.sources().mainMentions(".location(")
                && !project.sources().mainMentions(".created(");
    }

    /// What the answer is written from.
    private static final class Writing {
        private final SpringProject project;
        private final Place place;
        private final ResponseForm form;
        private final String call;
        private final Set<String> imports = new TreeSet<>();

        Writing(SpringProject project, Place place, ResponseForm form, String call) {
            this.project = project;
            this.place = place;
            this.form = form;
            this.call = call;
        }

        /// The class that makes the body, where it is the controller that calls it.
        private void takeMaker() {
            if (!form.inHolder()) {
                form.imported().ifPresent(imports::add);
            }
        }

        private ControllerAnswer answer(String type, List<String> lines, String annotation) {
            return new ControllerAnswer(
                    type,
                    lines,
                    annotation.isEmpty() ? Optional.empty() : Optional.of(annotation),
                    Set.copyOf(imports));
        }

        ControllerAnswer withBody(int status) {
            form.qualifiedName().ifPresent(imports::add);
            takeMaker();
            boolean isList = place.action() == Action.LIST || place.piece().isPresent();
            if (isList) {
                imports.add("java.util.List");
            }
            String type = isList ? "List<" + form.type() + ">" : form.type();
            String body = isList ? listed() : form.inHolder() ? call : form.convert(call);
            if (!answersEntity()) {
                return answer(type, List.of("return " + body + ";"), annotation(status, 200));
            }
            imports.add(RESPONSE);
            String made =
                    status == 200
                            ? "ResponseEntity.ok(" + body + ")"
                            : "ResponseEntity.status(" + constant(status) + ").body(" + body + ")";
            return answer("ResponseEntity<" + type + ">", List.of("return " + made + ";"), "");
        }

        /// The object around the list.
        ControllerAnswer paged(Workshop workshop, Listing listing, int status) {
            String found = form.inHolder() ? form.type() : place.resource().name();
            PageWriter.Page page = new PageWriter(workshop).write(place, listing, form, found);
            var lines = new ArrayList<String>();
            String all = call;
            if (place.holder().isController()) {
                imports.add("java.util.List");
                lines.add("List<%s> found = %s;".formatted(found, call));
                all = "found";
            }
            String body = page.call().formatted(all);
            if (!answersEntity()) {
                lines.add("return " + body + ";");
                return answer(page.type(), lines, annotation(status, 200));
            }
            imports.add(RESPONSE);
            lines.add("return ResponseEntity.ok(" + body + ");");
            return answer("ResponseEntity<" + page.type() + ">", lines, "");
        }

        /// The list, and how many there are in a header.
        ControllerAnswer counted(Listing listing, String header) {
            imports.add(RESPONSE);
            imports.add("java.util.List");
            form.qualifiedName().ifPresent(imports::add);
            takeMaker();
            String found = form.inHolder() ? form.type() : place.resource().name();
            if (!form.inHolder()) {
                imports.add(place.resource().type().qualifiedName());
            }
            var lines = new ArrayList<String>();
            lines.add("List<%s> found = %s;".formatted(found, call));
            var steps = new ArrayList<String>();
            listing.paging()
                    .ifPresent(paging -> {
                        paging.at()
                                .ifPresent(at ->
                                        steps.add(
                                                ".skip("
                                                        + paging.skipped(
                                                                QueryType.read(at),
                                                                QueryType.read(paging.size()))
                                                        + ")"));
                        steps.add(".limit(" + QueryType.read(paging.size()) + ")");
                    });
            if (!form.inHolder() && form.conversion().isPresent()) {
                steps.add(".map(" + form.function() + ")");
            }
            lines.add(
                    steps.isEmpty()
                            ? "List<%s> shown = found;".formatted(form.type())
                            : "List<%s> shown = found.stream()%s.toList();"
                                    .formatted(form.type(), String.join("", steps)));
            lines.add(
                    "return ResponseEntity.ok().header(%s, String.valueOf(found.size())).body(shown);"
                            .formatted(Constraints.literal(header)));
            return answer("ResponseEntity<List<" + form.type() + ">>", lines, "");
        }

        /// The annotation for a status that is not the one without an annotation.
        private String annotation(int status, int usual) {
            if (status == usual) {
                return "";
            }
            imports.add("org.springframework.web.bind.annotation.ResponseStatus");
            return "@ResponseStatus(" + constant(status) + ")";
        }

        private String listed() {
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

        ControllerAnswer withoutBody(int status) {
            var lines = new ArrayList<String>();
            if (!call.isEmpty()) {
                lines.add(call + ";");
            }
            if (answersEntity()) {
                imports.add(RESPONSE);
                lines.add(
                        status == 204
                                ? "return ResponseEntity.noContent().build();"
                                : "return ResponseEntity.status("
                                        + constant(status)
                                        + ").build();");
                return answer("ResponseEntity<Void>", lines, "");
            }
            return answer("void", lines, annotation(status, 200));
        }

        /// What the new object is called, where that is no other variable's name.
        private String object(String type) {
            String name = Names.ofType(type);
            boolean isTaken = place.holder().isController() && call.contains("(" + name + ")");
            return isTaken || name.equals(place.storageName()) ? "created" : name;
        }

        ControllerAnswer created() {
            imports.add(RESPONSE);
            imports.add("java.net.URI");
            form.qualifiedName().ifPresent(imports::add);
            takeMaker();
            String type = place.resource().name();
            String object = object(type);
            var lines = new ArrayList<String>();
            String id;
            String body;
            if (form.inHolder()) {
                lines.add("%s %s = %s;".formatted(form.type(), object, call));
                id = object + bodyId();
                body = object;
            } else {
                boolean isVariable = call.equals(object);
                if (!isVariable) {
                    imports.add(place.resource().type().qualifiedName());
                    lines.add("%s %s = %s;".formatted(type, object, call));
                }
                id =
                        object
                                + place.resource().id().orElseThrow().read()
                                + WrappedId.of(project.sources(), place.resource())
                                        .map(WrappedId::read)
                                        .orElse("");
                body = form.convert(object);
            }
            String path = place.path().equals("/") ? "/" : place.path() + "/";
            lines.add(
                    "return ResponseEntity.created(URI.create(\""
                            + withParent(path)
                            + "\" + "
                            + id
                            + ")).body("
                            + body
                            + ");");
            return answer("ResponseEntity<" + form.type() + ">", lines, "");
        }

        /// A path as text within quotes, with the parent's id in the place of its parameter.
        private String withParent(String path) {
            return place.parent()
                    .map(parent ->
                            path.replace(
                                    "{" + parent.family().parameter() + "}",
                                    "\" + " + parent.id() + " + \""))
                    .orElse(path);
        }

        private String bodyId() {
            return project.sources()
                    .resolve(form.type(), place.holder().type().file())
                    .map(kiro.model.builtin.project.DomainType::of)
                    .flatMap(kiro.model.builtin.project.DomainType::id)
                    .map(kiro.model.builtin.project.Property::read)
                    .orElse(".id()");
        }

        private String constant(int status) {
            imports.add(STATUS);
            return "HttpStatus." + HttpStatuses.constant(status, project.pom().bootMajor());
        }

        /// Whether the controller's methods answer with `ResponseEntity` as a rule.
        private boolean answersEntity() {
            List<JavaMethod> methods =
                    place.controller().mappings().stream().map(Mapping::method).toList();
            long entities =
                    methods.stream()
                            .filter(method -> method.returnType().startsWith("ResponseEntity"))
                            .count();
            return entities * 2 > methods.size();
        }
    }
}
