package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.builtin.project.Copying;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;

/// Writes the change of a resource that was read: a copy where it is a value, else its setters.
final class UpdateWriter {
    void update(LogicWriter.Code code) {
        if (!code.place.holder().isController()) {
            code.takeInputs();
        }
        var changed = new LinkedHashMap<Property, String>();
        for (Property property : code.place.resource().properties()) {
            changed(code, property).ifPresent(value -> changed.put(property, value));
        }
        SetterWriter.copying(code.place.resource(), changed.keySet())
                .ifPresentOrElse(
                        copying -> copy(code, copying, changed), () -> bean(code, changed));
    }

    private static void copy(
            LogicWriter.Code code, Copying copying, Map<Property, String> changed) {
        var values = new LinkedHashMap<String, String>();
        changed.forEach((property, value) -> values.put(property.name(), value));
        restore(code, copying.code(code.object, values), "updated");
    }

    private static void bean(LogicWriter.Code code, Map<Property, String> changed) {
        changed.forEach((property, value) -> code.statements.addAll(set(code, property, value)));
        restore(code, code.object, code.object);
    }

    private static List<String> set(LogicWriter.Code code, Property property, String value) {
        String setter = SetterWriter.name(property);
        String sent = code.sent(property).orElse("");
        if (code.nulls.areCleared(property)) {
            return List.of(
                    "if (" + code.isSent(property) + ") {",
                    "    %s.%s(%s);".formatted(code.object, setter, sent),
                    "}");
        }
        boolean isConditional =
                AbsentFields.areKept(code.place, code.wants)
                        && !sent.isEmpty()
                        && value.contains(" == null ? ");
        if (!isConditional) {
            return List.of("%s.%s(%s);".formatted(code.object, setter, value));
        }
        return List.of(
                "if (" + code.raw(property) + " != null) {",
                "    %s.%s(%s);".formatted(code.object, setter, code.present(sent)),
                "}");
    }

    /// The new value of a property; empty where it keeps the one it has.
    private static Optional<String> changed(LogicWriter.Code code, Property property) {
        Optional<String> effect = code.effect(property);
        if (effect.isPresent()) {
            return effect;
        }
        Optional<String> sent = code.sent(property);
        if (sent.isPresent() && code.nulls.areCleared(property)) {
            String value = sent.get().contains(" ? ") ? "(" + sent.get() + ")" : sent.get();
            String stored = code.object + property.read();
            return Optional.of(code.isSent(property) + " ? " + value + " : " + stored);
        }
        if (sent.isPresent()) {
            boolean isKept = AbsentFields.areKept(code.place, code.wants);
            Optional<String> otherwise =
                    code.isRequired(property.name())
                            ? Optional.empty()
                            : isKept
                                    ? Optional.of(code.object + property.read())
                                    : cleared(code, property);
            return Optional.of(
                    otherwise
                            .map(value -> code.otherwise(property, value, sent.get()))
                            .orElseGet(sent::get));
        }
        if (Times.isUpdated(property, code.wants.endpoint())) {
            String type = property.typeName().raw();
            code.imports.addAll(Times.imports(type, code.clock()));
            return Optional.of(Times.now(type, code.clock()));
        }
        return Optional.empty();
    }

    /// What a property has after a change of the whole that does not send it, where that is something.
    private static Optional<String> cleared(LogicWriter.Code code, Property property) {
        return code.standard(property)
                .or(() ->
                        property.typeName().isPrimitive()
                                ? Optional.of(CreateWriter.none(property))
                                : Optional.empty());
    }

    /// Stores an object that was there before, and makes it the result.
    private static void restore(LogicWriter.Code code, String object, String variable) {
        Operation.Kind kind =
                code.storage.can(Operation.Kind.UPDATE)
                        ? Operation.Kind.UPDATE
                        : Operation.Kind.SAVE;
        store(code, kind, object, variable);
    }

    /// Stores a new object, and makes it the result.
    static void store(LogicWriter.Code code, String object, String variable) {
        store(code, Operation.Kind.SAVE, object, variable);
    }

    private static void store(
            LogicWriter.Code code, Operation.Kind kind, String object, String variable) {
        String type = code.place.resource().name();
        if (code.storage.answersObject(kind)) {
            code.result(code.storage.save(kind, code.id(), object), type);
            return;
        }
        Optional<String> found =
                kind == Operation.Kind.SAVE ? code.storage.foundBySaving(object) : Optional.empty();
        if (found.isPresent()) {
            code.result(found.get(), type);
            return;
        }
        String stored = object;
        if (!object.equals(variable)) {
            code.statements.add("%s %s = %s;".formatted(type, variable, object));
            stored = variable;
        }
        String id = code.place.resource().id().orElseThrow().read();
        code.statements.add(code.storage.save(kind, stored + id, stored) + ";");
        code.result(stored, type);
    }
}
