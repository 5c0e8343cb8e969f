package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Mapping;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.CriterionId;
import kiro.spec.rest.Response;
import kiro.spec.rest.UnreadSentence;

/// Writes the controller's method for an endpoint.
final class ControllerWriter {
    private static final int WORDS = 60;
    private static final String WEB = "org.springframework.web.bind.annotation.";

    private final Workshop workshop;
    private final SpringProject project;

    ControllerWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// @param limit the annotation that limits the requests, and its import
    /// @param open what may restrict the endpoint and is not in it
    void write(
            Place place,
            Wants wants,
            Logic logic,
            String call,
            Bound bound,
            ResponseForm form,
            Optional<Raise> limit,
            List<Restriction.Open> open) {
        var imports = new TreeSet<String>();
        var lines = new ArrayList<String>();
        Optional<JavaMethod> existing = place.existing().map(Mapping::method);
        if (existing.isEmpty()) {
            lines.add(mapping(place, imports));
        }
        limit.ifPresent(one -> {
            lines.add(one.expression());
            imports.addAll(one.imports());
        });
        RoleGate.Gate gate =
                existing.isPresent()
                        ? new RoleGate.Gate(List.of(), List.of(), List.of())
                        : new RoleGate(workshop).write(place, wants);
        lines.addAll(gate.annotations());
        ControllerAnswer answer =
                ControllerAnswer.of(workshop, place, wants, bound.listing(), form, call);
        imports.addAll(answer.imports());
        answer.annotation().ifPresent(lines::add);
        var parameters = new ControllerParameters(workshop);
        List<String> list = parameters.parameters(place, wants, logic, bound);
        imports.addAll(parameters.imports());
        lines.add(signature(place, answer.type(), list));
        open.stream().map(ControllerWriter::remark).distinct().forEach(lines::add);
        parameters.questions().forEach(line -> lines.add(line.indent(4).stripTrailing()));
        gate.statements().forEach(line -> lines.add(line.indent(4).stripTrailing()));
        imports.addAll(gate.imports());
        refused(place, wants, bound, lines, imports);
        inlined(place, logic, lines, imports);
        answer.lines().forEach(line -> lines.add(line.indent(4).stripTrailing()));
        lines.add("}");
        String code = String.join("\n", lines);
        if (existing.isPresent()) {
            new MethodChange(workshop)
                    .write(place.controller().type(), existing.get(), code, imports);
        } else {
            workshop.addMethod(place.controller().type(), Part.ENDPOINT, code, imports);
        }
    }

    /// The head of the method, with the name that it has where it is there already.
    private String signature(Place place, String type, List<String> parameters) {
        String visibility = isOpen(place) ? "public " : "";
        String name = place.existing().map(one -> one.method().name()).orElseGet(() -> name(place));
        return "%s%s %s(%s) {".formatted(visibility, type, name, String.join(", ", parameters));
    }

    /// What is refused for its values: ids beyond their limits, then what is wrong with the body or the query.
    private void refused(
            Place place, Wants wants, Bound bound, List<String> lines, Set<String> imports) {
        var gates = new ArrayList<RoleGate.Gate>();
        gates.add(new PathLimits(workshop).write(place, wants));
        bound.checked()
                .ifPresent(variable ->
                        gates.add(new ByHand(workshop).refusal(place, wants, variable)));
        for (RoleGate.Gate gate : gates) {
            gate.statements().forEach(line -> lines.add(line.indent(4).stripTrailing()));
            imports.addAll(gate.imports());
        }
    }

    /// What a reader of the method must know of it.
    private static String remark(Restriction.Open open) {
        UnreadSentence sentence = open.sentence();
        String words =
                sentence.criterion()
                        .map(CriterionId::value)
                        .orElse("\"" + shortened(sentence.text()) + "\"");
        return "    // not built yet: " + words;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").replace("\\u", "\\ u");
        return line.length() <= WORDS ? line : line.substring(0, WORDS).strip() + "...";
    }

    private boolean isOpen(Place place) {
        return mappings(place).map(Mapping::method).allMatch(method -> method.is("public"));
    }

    /// Those of the controller; those of all others where it has none yet.
    private Stream<Mapping> mappings(Place place) {
        return place.controller().mappings().isEmpty()
                ? project.controllers().stream().flatMap(one -> one.mappings().stream())
                : place.controller().mappings().stream();
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
                            case READ, LIST, REPLACE, CHANGE, ACT -> 200;
                        });
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

    /// A name in the way of the controller's other methods: `create` beside `find`, else `createTask`.
    private String name(Place place) {
        return methodName(
                place,
                mappings(place).map(mapping -> mapping.method().name()).toList(),
                workshop.draft().current(place.controller().type()).type().methods());
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
                    case CREATE, REPLACE, CHANGE, DELETE, ACT -> place.names().verb();
                };
        String full =
                place.action() == Action.LIST || place.piece().isPresent()
                        ? "list" + Names.upper(Names.plural(place.names().noun()))
                        : place.names().act();
        var candidates = new ArrayList<String>();
        boolean isPlain = isWhole && areBare && !isBesideParent(place) && !Names.isKeyword(bare);
        candidates.add(isPlain ? bare : full);
        candidates.add(full);
        candidates.add(
                (place.action() == Action.CHANGE ? "change" : "set") + place.names().nounType());
        for (int number = 2; number < 100; number++) {
            candidates.add(full + number);
        }
        return candidates.stream()
                .filter(one -> taken.stream().noneMatch(method -> method.name().equals(one)))
                .findFirst()
                .orElseThrow();
    }

    /// Whether the classes are those of what the resource belongs to.
    private static boolean isBesideParent(Place place) {
        String name = place.resource().name();
        return place.parent().isPresent()
                && !place.controller().type().name().contains(name)
                && !place.holder().type().name().contains(name);
    }
}
