package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Storage;

/// Calls to a storage, as code.
///
/// @param name the name that the calling class has for it
record StorageCode(Storage storage, String name) {
    boolean can(Operation.Kind kind) {
        return storage.operation(kind).isPresent();
    }

    String call(Operation.Kind kind, String arguments) {
        return name + "." + operation(kind).method() + "(" + arguments + ")";
    }

    Operation operation(Operation.Kind kind) {
        return storage.operation(kind).orElseThrow();
    }

    /// Stores an object, as a statement or as an expression that answers it.
    String save(Operation.Kind kind, String id, String object) {
        return storage.kind() == Storage.Kind.MAP
                ? call(kind, id + ", " + object)
                : call(kind, object);
    }

    /// The expression that stores an object and answers it as it is then, where the storage answers its key; empty where it
    /// answers something else, or cannot find it by that.
    Optional<String> foundBySaving(String object) {
        Optional<Operation> find = storage.operation(Operation.Kind.FIND);
        boolean isKey =
                storage.operation(Operation.Kind.SAVE)
                        .filter(save -> save.result() == Operation.Result.KEY)
                        .isPresent();
        return find.filter(_ -> isKey)
                .map(one ->
                        call(Operation.Kind.FIND, call(Operation.Kind.SAVE, object))
                                + (one.result() == Operation.Result.OPTIONAL
                                        ? ".orElseThrow()"
                                        : ""));
    }

    boolean answersObject(Operation.Kind kind) {
        return operation(kind).result() == Operation.Result.OBJECT;
    }
}
