package kiro.model.builtin.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.model.builtin.project.Copying;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Writes what an endpoint has to do with other things: the checks of their states, and the states into which it brings them.
final class OtherGuards {
    private final Workshop workshop;
    private final SpringProject project;
    private final FailureWriter failures;

    OtherGuards(Workshop workshop, FailureWriter failures) {
        this.workshop = workshop;
        this.project = workshop.project();
        this.failures = failures;
    }

    private List<OtherState> all(LogicWriter.Code code) {
        return OtherState.all(project, code.place, code.wants);
    }

    private List<OtherEffect> effects(LogicWriter.Code code) {
        return OtherEffect.all(project, code.place, code.wants);
    }

    /// Whether the work needs that to which a field of the body refers, and not only that it is there.
    boolean isAbout(LogicWriter.Code code, Reference reference) {
        return all(code).stream().anyMatch(one -> isOf(one.linked(), reference))
                || effects(code).stream().anyMatch(one -> isOf(one.linked(), reference));
    }

    private static boolean isOf(Linked linked, Reference reference) {
        return linked.sent().filter(one -> one.field().equals(reference.field())).isPresent();
    }

    /// Whether the work needs what the path leads through, and not only that it is there.
    static boolean isAboutParent(SpringProject project, Place place, Wants wants) {
        return PassedTime.all(place, wants).stream().anyMatch(PassedTime::isOfParent)
                || Capacity.of(place, wants).flatMap(Capacity::limit).isPresent()
                || OtherState.all(project, place, wants).stream()
                        .anyMatch(one -> one.linked().parent().isPresent())
                || OtherEffect.all(project, place, wants).stream()
                        .anyMatch(one -> one.linked().parent().isPresent());
    }

    /// The checks of what a field of the body refers to, as the variable has it.
    void check(LogicWriter.Code code, Reference reference) {
        all(code).stream()
                .filter(one -> isOf(one.linked(), reference))
                .filter(one -> isNeeded(code, one))
                .forEach(one ->
                        check(
                                code,
                                one,
                                reference.object(),
                                code.isRequired(reference.field().name())));
    }

    /// The checks of what the path leads through, and of what the stored resource belongs to.
    void check(LogicWriter.Code code) {
        for (OtherState one : all(code)) {
            if (one.linked().sent().isEmpty() && isNeeded(code, one)) {
                check(code, one, object(code, one.linked()), isThere(code, one.linked()));
            }
        }
    }

    /// What is forbidden needs no check of its own where it is none of those states that alone are allowed.
    private boolean isNeeded(LogicWriter.Code code, OtherState state) {
        return !state.isForbidden()
                || all(code).stream()
                        .filter(one -> !one.isForbidden() && one.noun().equals(state.noun()))
                        .noneMatch(one ->
                                one.status(code.wants) == state.status(code.wants)
                                        && one.states().stream()
                                                .noneMatch(state.states()::contains));
    }

    /// Brings other things into the states that the spec says.
    void bring(LogicWriter.Code code) {
        for (OtherEffect one : effects(code)) {
            Linked linked = one.linked();
            boolean isThere =
                    linked.sent()
                            .map(sent -> code.isRequired(sent.field().name()))
                            .orElseGet(() -> isThere(code, linked));
            String object = linked.sent().isPresent() ? linked.object() : object(code, linked);
            linked.place().added().forEach(new GivenWriter(workshop)::give);
            List<String> statements = statements(code, one, object);
            if (isThere) {
                code.statements.addAll(statements);
            } else {
                code.statements.add("if (" + object + " != null) {");
                statements.forEach(line -> code.statements.add("    " + line));
                code.statements.add("}");
            }
        }
    }

    private List<String> statements(LogicWriter.Code code, OtherEffect effect, String object) {
        Place other = effect.linked().place();
        Property property = effect.state().property();
        String value =
                effect.state().isTime()
                        ? Times.now(property.typeName().raw(), code.clock())
                        : effect.state().value();
        code.imports.addAll(effect.state().imports());
        if (effect.state().isTime()) {
            code.imports.addAll(Times.imports(property.typeName().raw(), code.clock()));
        }
        var storage = new StorageCode(other.storage(), other.storageName());
        Operation.Kind kind =
                storage.can(Operation.Kind.UPDATE) ? Operation.Kind.UPDATE : Operation.Kind.SAVE;
        String id = object + other.resource().id().orElseThrow().read();
        Optional<Copying> copying = SetterWriter.copying(other.resource(), Set.of(property));
        return copying.map(copy ->
                        List.of(
                                storage.save(
                                                kind,
                                                id,
                                                copy.code(object, Map.of(property.name(), value)))
                                        + ";"))
                .orElseGet(() ->
                        List.of(
                                "%s.%s(%s);".formatted(object, SetterWriter.name(property), value),
                                storage.save(kind, id, object) + ";"));
    }

    /// The storages that the work may call for other things.
    List<Place> places(LogicWriter.Code code) {
        return Stream.of(
                        all(code).stream().map(one -> one.linked().place()),
                        effects(code).stream().map(one -> one.linked().place()),
                        LinkedOwner.of(project, code.place, code.wants).stream()
                                .map(LinkedOwner::place))
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    private static boolean isThere(LogicWriter.Code code, Linked linked) {
        return linked.parent().isPresent() || isAlwaysThere(code, linked.property().orElseThrow());
    }

    private static boolean isAlwaysThere(LogicWriter.Code code, Property property) {
        return property.typeName().isPrimitive()
                || Related.isAlwaysThere(code.place.storage(), property);
    }

    /// The expression for what the path leads through, or the resource belongs to; a key is looked up before, once.
    String object(LogicWriter.Code code, Linked linked) {
        if (linked.parent().isPresent()) {
            return linked.parent().get().object();
        }
        Property property = linked.property().orElseThrow();
        String held = code.object + property.read();
        if (linked.isObject()) {
            return held;
        }
        String start = linked.place().resource().name() + " " + linked.object() + " = ";
        if (code.statements.stream().anyMatch(line -> line.startsWith(start))) {
            return linked.object();
        }
        linked.place().added().forEach(new GivenWriter(workshop)::give);
        var storage = new StorageCode(linked.place().storage(), linked.place().storageName());
        boolean isOptional =
                storage.operation(Operation.Kind.FIND).result() == Operation.Result.OPTIONAL;
        boolean isThere = isAlwaysThere(code, property);
        code.statements.add(
                start
                        + (isThere ? "" : held + " == null ? null : ")
                        + storage.call(Operation.Kind.FIND, held)
                        + (isOptional ? isThere ? ".orElseThrow()" : ".orElse(null)" : "")
                        + ";");
        code.imports.add(linked.place().resource().type().qualifiedName());
        return linked.object();
    }

    private void check(LogicWriter.Code code, OtherState one, String object, boolean isThere) {
        int status = one.status(code.wants);
        String key = object + one.linked().place().resource().id().orElseThrow().read();
        String message =
                "\"%s \" + %s + \" is %s\"".formatted(one.linked().noun(), key, one.said());
        Optional<String> errorCode = code.wants.errorCode(one::isOf);
        Trouble trouble =
                status == 409 || errorCode.isPresent()
                        ? Trouble.conflict(status, one.linked().place().resource().name(), message)
                                .coded(errorCode)
                        : Trouble.invalid(status, message);
        Raise raise = failures.raise(trouble, code.place.holder().type());
        String test = one.forbids(object);
        code.statements.add(
                "if (%s) {"
                        .formatted(
                                isThere
                                        ? test
                                        : object
                                                + " != null && "
                                                + (test.contains(" || ") && !test.startsWith("!(")
                                                        ? "(" + test + ")"
                                                        : test)));
        code.statements.add("    throw " + raise.expression() + ";");
        code.statements.add("}");
        one.states().forEach(state -> code.imports.addAll(state.imports()));
        code.imports.addAll(raise.imports());
    }
}
