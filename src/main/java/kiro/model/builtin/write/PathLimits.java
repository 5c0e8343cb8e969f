package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Field;
import kiro.spec.rest.FieldRule;

/// Refuses ids of the path that are beyond their limits, before anything is looked for.
final class PathLimits {
    private final Workshop workshop;

    PathLimits(Workshop workshop) {
        this.workshop = workshop;
    }

    /// Whether a situation is about parameters of the path alone.
    static boolean isAbout(EndpointSpec endpoint, Condition condition) {
        List<String> names = endpoint.route().path().parameters();
        return switch (condition) {
            case Condition.ValueIs value -> isIn(names, value.field());
            case Condition.LengthIs length -> isIn(names, length.field());
            case Condition.InvalidFields invalid ->
                    !invalid.fields().isEmpty()
                            && invalid.fields().stream().allMatch(one -> isIn(names, one.name()));
            default -> false;
        };
    }

    private static boolean isIn(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /// The parameter of what a request works on itself; empty where it names none.
    static Optional<String> own(Place place) {
        List<String> names = place.endpoint().route().path().parameters();
        return place.action().hasId() && !names.isEmpty()
                ? Optional.of(names.getLast())
                : Optional.empty();
    }

    /// The parameter of what the resource belongs to; empty where the path names nothing of the kind.
    static Optional<String> ofParent(Place place) {
        List<String> names = place.endpoint().route().path().parameters();
        return place.parent().isPresent() && !names.isEmpty()
                ? Optional.of(names.getFirst())
                : Optional.empty();
    }

    /// The type of the id that a parameter has; empty where it is none of Java's own.
    Optional<String> type(Place place, String parameter) {
        Place of =
                own(place).filter(parameter::equals).isPresent() || place.parent().isEmpty()
                        ? place
                        : place.parent().get().place();
        boolean isWrapped = WrappedId.of(workshop.project().sources(), of.resource()).isPresent();
        return of.resource()
                .id()
                .filter(_ -> !isWrapped)
                .map(Property::typeName)
                .map(type -> type.boxed())
                .filter(type -> type.matches("Long|Integer|Short|String"));
    }

    /// What the table of the parameters has that is no limit of an id in this project, as reasons.
    List<Unplaced> unbuilt(Place place) {
        return limited(place).stream()
                .filter(field -> variable(place, field).isEmpty() || code(place, field).isEmpty())
                .map(field ->
                        new Unplaced(
                                field.name(),
                                Optional.empty(),
                                "a limit of this parameter of the path cannot be checked in this project"))
                .toList();
    }

    /// The statements of the controller's method.
    RoleGate.Gate write(Place place, Wants wants) {
        var statements = new ArrayList<String>();
        var imports = new TreeSet<String>();
        for (Field field : limited(place)) {
            Optional<RuleCode> code = code(place, field);
            if (variable(place, field).isEmpty() || code.isEmpty()) {
                continue;
            }
            String told = field.name() + ": has to be " + String.join(", ", code.get().words());
            Raise raise =
                    new FailureWriter(workshop)
                            .raise(
                                    Trouble.invalid(
                                            status(wants, field), Constraints.literal(told)),
                                    place.controller().type());
            statements.add("if (" + String.join(" || ", code.get().tests()) + ") {");
            statements.add("    throw " + raise.expression() + ";");
            statements.add("}");
            imports.addAll(raise.imports());
            imports.addAll(code.get().imports());
        }
        return new RoleGate.Gate(List.of(), statements, List.copyOf(imports));
    }

    /// The parameters whose values have limits.
    private static List<Field> limited(Place place) {
        return place.endpoint().request().path().stream()
                .filter(field ->
                        field.rules().stream()
                                .anyMatch(rule ->
                                        rule instanceof FieldRule.Range
                                                || rule instanceof FieldRule.Length
                                                || rule instanceof FieldRule.Matches
                                                || rule instanceof FieldRule.OneOf))
                .toList();
    }

    private Optional<RuleCode> code(Place place, Field field) {
        return type(place, field.name())
                .flatMap(type -> variable(place, field).map(name -> RuleCode.of(field, type, name)))
                .filter(code -> !code.tests().isEmpty());
    }

    /// The name that the controller's method has for a parameter.
    private static Optional<String> variable(Place place, Field field) {
        if (own(place).filter(field.name()::equals).isPresent()) {
            return Optional.of(ControllerParameters.pathVariable(place));
        }
        return ofParent(place)
                .filter(field.name()::equals)
                .map(_ -> ControllerParameters.pathVariable(place.parent().orElseThrow().place()));
    }

    private static int status(Wants wants, Field field) {
        return wants.outcomes().stream()
                .filter(one -> isAbout(wants.endpoint(), one.condition()))
                .filter(one -> one.condition().toString().contains(field.name()))
                .map(CriterionOutcome::status)
                .filter(status -> status.isPresent() && status.getAsInt() >= 400)
                .mapToInt(status -> status.getAsInt())
                .findFirst()
                .orElse(400);
    }
}
