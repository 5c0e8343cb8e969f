package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Property;

/// Writes the checks that times until which something can be done have not passed.
final class PassedGuards {
    private final FailureWriter failures;

    PassedGuards(FailureWriter failures) {
        this.failures = failures;
    }

    void check(LogicWriter.Code code) {
        PassedTime.all(code.place, code.wants).forEach(one -> check(code, one));
    }

    private void check(LogicWriter.Code code, PassedTime one) {
        Place of = one.isOfParent() ? code.place.parent().orElseThrow().place() : code.place;
        String object = one.isOfParent() ? code.place.parent().orElseThrow().object() : code.object;
        Property property = one.property();
        String type = property.typeName().raw();
        String time = object + property.read();
        String noun = Names.words(Names.nounOf(of.resource().name()));
        String message =
                "\"%s \" + %s + \": %s has passed\""
                        .formatted(
                                noun,
                                object + of.resource().id().orElseThrow().read(),
                                Names.words(property.name()));
        int status = code.wants.status(one::isOf, 409);
        Optional<String> errorCode = code.wants.errorCode(one::isOf);
        Trouble trouble =
                status == 409 || errorCode.isPresent()
                        ? Trouble.conflict(status, of.resource().name(), message).coded(errorCode)
                        : Trouble.invalid(status, message);
        Raise raise = failures.raise(trouble, code.place.holder().type());
        boolean isThere = Related.isAlwaysThere(of.storage(), property);
        code.statements.add(
                "if (%s%s.isBefore(%s)) {"
                        .formatted(
                                isThere ? "" : time + " != null && ",
                                time,
                                Times.now(type, code.clock())));
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(Times.imports(type, code.clock()));
        code.imports.addAll(raise.imports());
    }
}
