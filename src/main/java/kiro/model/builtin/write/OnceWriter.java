package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;

/// Writes the check that a caller makes no second one for the same parent.
final class OnceWriter {
    private final Workshop workshop;
    private final FailureWriter failures;

    OnceWriter(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.failures = failures;
    }

    static boolean isWanted(Wants wants) {
        return !wants.behaviours(Behaviour.OncePerCaller.class).isEmpty()
                || wants.conditions().anyMatch(Condition.SecondByCaller.class::isInstance);
    }

    /// Why the check cannot be written; empty where it can.
    static Optional<String> obstacle(SpringProject project, Place place) {
        if (place.action() != Action.CREATE || place.parent().isEmpty()) {
            return Optional.of("of what there may be no second one is not evident");
        }
        if (owner(place).isEmpty() || project.caller().isEmpty()) {
            return Optional.of("nothing in %s says who made it".formatted(place.resource().name()));
        }
        return new Siblings(place, Optional.empty(), Siblings.Source.PATH).obstacle(project);
    }

    private static Optional<Property> owner(Place place) {
        return place.owner().flatMap(Owner::compared);
    }

    void check(LogicWriter.Code code) {
        boolean isWritten = isWanted(code.wants) && obstacle(code.project, code.place).isEmpty();
        if (!isWritten) {
            return;
        }
        String test = test(code);
        String noun = Names.words(Names.nounOf(code.place.resource().name()));
        Raise raise =
                failures.raise(
                        Trouble.conflict(
                                        code.wants.status(
                                                Condition.SecondByCaller.class::isInstance, 409),
                                        code.place.resource().name(),
                                        "\"there is %s by this caller already\""
                                                .formatted(CaseNames.article(noun)))
                                .coded(
                                        code.wants.errorCode(
                                                Condition.SecondByCaller.class::isInstance)),
                        code.place.holder().type());
        code.statements.add("if (" + test + ") {");
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        code.imports.addAll(raise.imports());
    }

    /// The expression that is true where the caller has one of the parent.
    private String test(LogicWriter.Code code) {
        Caller caller = code.project.caller().orElseThrow();
        Property owner = owner(code.place).orElseThrow();
        String name = code.takeCaller();
        var asked = new ChildQuery.Asked(owner.name(), owner.type(), "", name);
        return Optional.of(asked)
                .filter(one -> ChildQuery.isSame(one.type(), caller.idType()))
                .flatMap(one -> new ChildQuery(workshop).test(code, List.of(one)))
                .orElseGet(() -> searched(code, caller, owner, name));
    }

    private String searched(LogicWriter.Code code, Caller caller, Property owner, String name) {
        String differs =
                OwnerCode.differs(name, caller.idType(), "other" + owner.read(), owner.type());
        String isCallers =
                differs.startsWith("!") ? differs.substring(1) : differs.replace("!=", "==");
        return new Siblings(code.place, Optional.empty(), Siblings.Source.PATH)
                .found(workshop, code)
                .any(List.of(isCallers));
    }

    /// A stream of all that is stored of the resource.
    static String all(LogicWriter.Code code) {
        if (!code.storage.can(Operation.Kind.LIST)) {
            return code.place.storageName() + ".findAll().stream()";
        }
        Operation all = code.storage.operation(Operation.Kind.LIST);
        String list = code.storage.call(Operation.Kind.LIST, "");
        return all.result() == Operation.Result.STREAM ? list : list + ".stream()";
    }
}
