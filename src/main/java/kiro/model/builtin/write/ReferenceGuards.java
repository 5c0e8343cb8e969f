package kiro.model.builtin.write;

import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.spec.rest.Condition;

/// Writes the checks that there is what the fields of a body refer to.
final class ReferenceGuards {
    private final Workshop workshop;
    private final FailureWriter failures;

    ReferenceGuards(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    void check(LogicWriter.Code code) {
        new References(workshop.project(), code.place, code.wants)
                .all()
                .forEach(one -> check(code, one));
    }

    private void check(LogicWriter.Code code, Reference one) {
        one.place().added().forEach(new GivenWriter(workshop)::give);
        String field = one.field().name();
        Property property = code.place.resource().property(field).orElseThrow();
        String value = code.raw(property);
        if (!code.place.holder().isController()) {
            value = field;
        }
        String found =
                new StorageCode(one.place().storage(), one.place().storageName())
                        .call(Operation.Kind.FIND, value);
        boolean isOptional =
                one.place().storage().operation(Operation.Kind.FIND).orElseThrow().result()
                        == Operation.Result.OPTIONAL;
        Raise raise =
                failures.raise(
                        trouble(code, one, value, property.typeName().raw()),
                        code.place.holder().type());
        code.statements.add(
                "if (%s%s%s) {"
                        .formatted(
                                code.isRequired(field) ? "" : value + " != null && ",
                                found,
                                isOptional ? ".isEmpty()" : " == null"));
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }

    private static Trouble trouble(
            LogicWriter.Code code, Reference one, String value, String type) {
        int usual = one.status().orElse(ByHand.said(code.wants, 422));
        int status =
                code.wants.status(
                        condition ->
                                condition instanceof Condition.MissingReference(String field, var _)
                                        && field.equals(one.field().name()),
                        usual);
        String resource = one.place().resource().name();
        String words = Names.words(Names.nounOf(resource));
        String message = "\"%s \" + %s + \" does not exist\"".formatted(words, value);
        return switch (status) {
            case 404 -> Trouble.notFound(Names.upper(Names.nounOf(resource)), words, value, type);
            case 409 -> Trouble.conflict(status, resource, message);
            default -> Trouble.invalid(status, message);
        };
    }
}
