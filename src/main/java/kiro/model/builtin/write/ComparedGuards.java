package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Writes the checks of values that are compared with each other, where what is stored counts for what is not sent.
final class ComparedGuards {
    private final SpringProject project;
    private final FailureWriter failures;

    ComparedGuards(SpringProject project, FailureWriter failures) {
        this.project = project;
        this.failures = failures;
    }

    void check(LogicWriter.Code code) {
        for (Comparison one : Comparison.inWork(project, code.place, code.wants)) {
            check(code, one);
        }
    }

    private void check(LogicWriter.Code code, Comparison one) {
        String field = one.field().name();
        String other = one.other().name();
        String type = type(code, field);
        boolean isOfStored = one.isOfStored(code.place, code.wants);
        String value = isOfStored ? value(code, field) : raw(code, field);
        String otherValue = isOfStored ? value(code, other) : raw(code, other);
        var tests = new ArrayList<String>();
        if (isOfStored && !code.isRequired(field) && !code.isRequired(other)) {
            tests.add("(%s != null || %s != null)".formatted(raw(code, field), raw(code, other)));
        }
        canBeNone(code, field, value, isOfStored).ifPresent(tests::add);
        canBeNone(code, other, otherValue, isOfStored).ifPresent(tests::add);
        tests.add(one.broken(value, otherValue, type));
        Raise raise =
                failures.raise(
                        Trouble.invalid(
                                Comparison.status(code.wants), Constraints.literal(one.told())),
                        code.place.holder().type());
        code.statements.add("if (" + String.join(" && ", tests) + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }

    /// The variable with the value that a field has after the request.
    static String value(LogicWriter.Code code, String field) {
        if (code.isRequired(field)) {
            return raw(code, field);
        }
        String name = "new" + Names.upper(field);
        Property property = code.place.resource().property(field).orElseThrow();
        String type = type(code, field);
        String declared =
                "%s %s = %s == null ? %s : %s;"
                        .formatted(
                                type,
                                name,
                                raw(code, field),
                                code.object + property.read(),
                                raw(code, field));
        if (!code.statements.contains(declared)) {
            code.statements.add(declared);
            code.imports.addAll(RequestWriter.imports(type));
        }
        return name;
    }

    private static Optional<String> canBeNone(
            LogicWriter.Code code, String field, String value, boolean isOfStored) {
        boolean isPrimitive =
                code.place
                        .resource()
                        .property(field)
                        .filter(one -> one.typeName().isPrimitive())
                        .isPresent();
        boolean isThere = code.isRequired(field) || (isOfStored && isPrimitive);
        return isThere ? Optional.empty() : Optional.of(value + " != null");
    }

    private static String type(LogicWriter.Code code, String field) {
        return code.request
                .flatMap(request -> request.input(field))
                .map(RequestType.Input::javaType)
                .orElseThrow();
    }

    private static String raw(LogicWriter.Code code, String field) {
        return code.place.holder().isController() ? "request." + field + "()" : field;
    }
}
