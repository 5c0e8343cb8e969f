package kiro.model.builtin.write;

import java.util.Optional;

/// Writes the check that there is room for one more below another thing.
final class CapacityGuards {
    private final Workshop workshop;
    private final FailureWriter failures;

    CapacityGuards(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    void check(LogicWriter.Code code) {
        Capacity.of(code.place, code.wants).ifPresent(capacity -> check(code, capacity));
    }

    private void check(LogicWriter.Code code, Capacity capacity) {
        Parent parent = code.place.parent().orElseThrow();
        String count =
                new Siblings(code.place, Optional.empty(), Siblings.Source.PATH)
                        .found(workshop, code)
                        .count();
        String noun = Names.words(Names.nounOf(parent.place().resource().name()));
        int status = code.wants.status(Capacity::isOf, 409);
        String message = "\"%s \" + %s + \" is full\"".formatted(noun, parent.id());
        Optional<String> errorCode = code.wants.errorCode(Capacity::isOf);
        Trouble trouble =
                status == 409 || errorCode.isPresent()
                        ? Trouble.conflict(status, code.place.resource().name(), message)
                                .coded(errorCode)
                        : Trouble.invalid(status, message);
        Raise raise = failures.raise(trouble, code.place.holder().type());
        code.statements.add("if (%s >= %s) {".formatted(count, capacity.number(parent.object())));
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }
}
