package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Mapping;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;

/// Writes the parameters of a controller's method: the caller, the path, the query, the body.
final class ControllerParameters {
    private static final String WEB = "org.springframework.web.bind.annotation.";

    private final SpringProject project;
    private final Workshop workshop;
    private final Set<String> imports = new TreeSet<>();
    private final List<String> questions = new ArrayList<>();

    ControllerParameters(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// The statements that ask who calls; none where a parameter tells it.
    List<String> questions() {
        return List.copyOf(questions);
    }

    /// What the parameters that were written need.
    Set<String> imports() {
        return Set.copyOf(imports);
    }

    List<String> parameters(Place place, Wants wants, Logic logic, Bound bound) {
        var parameters = new ArrayList<String>();
        addCaller(place, wants, logic, bound, parameters);
        place.parent().ifPresent(parent -> parameters.add(path(parent.place())));
        if (place.action().hasId()) {
            parameters.add(path(place));
        }
        boolean needsRequest =
                logic.parameters().stream()
                        .anyMatch(parameter -> parameter.argument().contains("http.isUserInRole("));
        if (needsRequest) {
            imports.add("jakarta.servlet.http.HttpServletRequest");
            parameters.add(RoleTest.REQUEST);
        }
        imports.addAll(logic.controllerImports());
        if (bound.query().isPresent()) {
            imports.add(bound.query().get().qualifiedName());
            parameters.add(bound.query().get().name() + " " + QueryType.VARIABLE);
        } else {
            bound.listing()
                    .filters()
                    .forEach(filter -> parameters.add(query(place, filter.property())));
        }
        bound.request()
                .ifPresent(
                        type -> parameters.add(body(place, type, ByHand.isNeeded(project, wants))));
        return parameters;
    }

    private void addCaller(
            Place place, Wants wants, Logic logic, Bound bound, List<String> parameters) {
        Optional<Caller> caller = project.caller();
        boolean isUsed =
                caller.filter(one -> isUsed(logic, one) || isRoleAsked(wants, one)).isPresent();
        if (!isUsed && caller.filter(one -> isGated(wants, one)).isEmpty()) {
            return;
        }
        Caller known = caller.orElseThrow();
        known.asked()
                .ifPresentOrElse(
                        asked -> {
                            var writer = new QuestionWriter(workshop, place, bound);
                            parameters.addAll(writer.parameters(asked));
                            questions.addAll(writer.statements(asked, isUsed));
                            imports.addAll(writer.imports(known, isUsed));
                        },
                        () -> {
                            if (!known.isHeld()) {
                                parameters.add(known.parameter());
                            }
                            imports.addAll(known.imports());
                        });
    }

    private static boolean isUsed(Logic logic, Caller caller) {
        return logic.parameters().stream()
                .anyMatch(parameter -> mentions(parameter.argument(), caller.variable()));
    }

    private static boolean mentions(String code, String variable) {
        return code.matches(".*\\b" + variable + "\\b.*");
    }

    /// Whether the method asks for the caller to keep out those who are none.
    private static boolean isGated(Wants wants, Caller caller) {
        boolean isTold =
                caller.source() instanceof Caller.Source.Resolved || caller.asked().isPresent();
        return isTold && Guarding.isForSome(wants);
    }

    /// Whether the method looks whether the caller has a role.
    private boolean isRoleAsked(Wants wants, Caller caller) {
        return caller.type().isPresent() && RoleGate.isWritten(project, wants);
    }

    private String query(Place place, Property property) {
        imports.add(WEB + "RequestParam");
        importType(place, property.typeName().boxed());
        return "@RequestParam(required = false) "
                + property.typeName().boxed()
                + " "
                + property.name();
    }

    private String body(Place place, RequestType type, boolean byHand) {
        imports.add(WEB + "RequestBody");
        imports.add(type.qualifiedName());
        boolean isValidated = project.hasValidation() && !byHand;
        if (isValidated) {
            imports.add("jakarta.validation.Valid");
        }
        type.inputs().stream()
                .filter(RequestType.Input::isConverted)
                .forEach(input -> importType(place, input.domainType()));
        return (isValidated ? "@Valid " : "") + "@RequestBody " + type.name() + " request";
    }

    private void importType(Place place, String type) {
        imports.addAll(RequestWriter.imports(type));
        project.sources()
                .resolve(type, place.resource().type().file())
                .ifPresent(own -> imports.add(own.qualifiedName()));
    }

    private String path(Place place) {
        imports.add(WEB + "PathVariable");
        Optional<WrappedId> wrapped = WrappedId.of(project.sources(), place.resource());
        TypeName id =
                wrapped.map(WrappedId::heldType)
                        .orElseGet(() -> place.resource().id().orElseThrow().typeName());
        String type =
                wrapped.map(one -> one.held().type())
                        .orElseGet(() -> place.resource().id().orElseThrow().type());
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
}
