package kiro.model.builtin.write;

import kiro.model.builtin.project.Operation;
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
        String value = code.raw(field);
        var others = new OtherGuards(workshop, failures);
        Raise raise =
                failures.raise(
                        trouble(code, one, value, type(code, one)), code.place.holder().type());
        code.imports.addAll(raise.imports());
        one.kind().ifPresent(kind -> code.imports.addAll(kind.imports()));
        boolean isOfKind = one.kind().isPresent() && !isOptional(one);
        if (one.held().isPresent() || others.isAbout(code, one) || isOfKind) {
            read(code, one, value, raise);
            others.check(code, one);
            return;
        }
        String test = found(one, value) + (isOptional(one) ? ".isEmpty()" : " == null");
        refuse(code, code.isRequired(field) ? test : value + " != null && " + test, raise);
    }

    private static String type(LogicWriter.Code code, Reference one) {
        return code.place
                .resource()
                .property(one.field().name())
                .or(() -> one.place().resource().id())
                .orElseThrow()
                .typeName()
                .raw();
    }

    private static String found(Reference one, String value) {
        String call =
                new StorageCode(one.place().storage(), one.place().storageName())
                        .call(Operation.Kind.FIND, value);
        return one.kind()
                .filter(_ -> isOptional(one))
                .map(kind -> call + ".filter(found -> " + kind.testOf("found") + ")")
                .orElse(call);
    }

    private static boolean isOptional(Reference one) {
        return one.place().storage().operation(Operation.Kind.FIND).orElseThrow().result()
                == Operation.Result.OPTIONAL;
    }

    /// Reads what the field refers to into a variable, null where nothing is sent.
    private static void read(LogicWriter.Code code, Reference one, String value, Raise raise) {
        boolean isRequired = code.isRequired(one.field().name());
        code.statements.add(
                "%s %s = %s%s%s;"
                        .formatted(
                                one.place().resource().name(),
                                one.object(),
                                isRequired ? "" : value + " == null ? null : ",
                                found(one, value),
                                isOptional(one)
                                        ? ".orElseThrow(() -> " + raise.expression() + ")"
                                        : ""));
        code.imports.add(one.place().resource().type().qualifiedName());
        if (!isOptional(one)) {
            String isMissing =
                    one.object()
                            + " == null"
                            + one.kind()
                                    .map(kind ->
                                            " || " + StateGuards.negated(kind.testOf(one.object())))
                                    .orElse("");
            refuse(code, isRequired ? isMissing : value + " != null && (" + isMissing + ")", raise);
        }
    }

    private static void refuse(LogicWriter.Code code, String test, Raise raise) {
        code.statements.add("if (" + test + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
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
