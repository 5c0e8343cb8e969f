package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.store.Sought;
import kiro.model.builtin.store.StoreGrowth;
import kiro.model.builtin.store.StoreMethod;

/// Adds to stores the methods that an endpoint needs and they lack.
final class StoreWriter {
    private final Workshop workshop;
    private final StoreGrowth growth;

    StoreWriter(Workshop workshop) {
        this.workshop = workshop;
        this.growth = new StoreGrowth(workshop.project().sources(), workshop.project().storages());
    }

    /// The place as it is once an endpoint's work is written: what was planned and not used is not there.
    static Place settled(Place place, Logic logic) {
        String code = String.join("\n", logic.statements()) + "\n" + logic.result();
        Storage storage = place.storage();
        for (Operation.Kind kind : Operation.Kind.values()) {
            Optional<Operation> planned =
                    storage.operation(kind).filter(operation -> !operation.isThere());
            boolean isUsed =
                    planned.filter(operation ->
                                    code.contains(
                                            place.storageName() + "." + operation.method() + "("))
                            .isPresent();
            if (planned.isPresent() && !isUsed) {
                storage = storage.without(kind);
            }
        }
        return place.in(storage);
    }

    /// Writes what is planned for a storage and used by some code.
    ///
    /// @param name the code's name for the storage
    void write(Storage storage, String name, Logic logic) {
        String code = String.join("\n", logic.statements()) + "\n" + logic.result();
        for (Operation.Kind kind : Operation.Kind.values()) {
            storage.operation(kind)
                    .filter(operation -> !operation.isThere())
                    .filter(operation -> code.contains(name + "." + operation.method() + "("))
                    .flatMap(_ -> growth.method(storage, kind))
                    .ifPresent(this::add);
        }
    }

    /// The name of a method that tells whether there is an object with a value, which is added; empty where none can
    /// be.
    Optional<String> exists(Storage storage, Sought sought) {
        Optional<StoreMethod> method = growth.exists(storage, sought);
        method.ifPresent(this::add);
        return method.map(StoreMethod::name);
    }

    /// The name of a method that finds all objects with a value, which is added; empty where none can be.
    Optional<String> listBy(Storage storage, Property by) {
        Optional<StoreMethod> method = growth.listBy(storage, by);
        method.ifPresent(this::add);
        return method.map(StoreMethod::name);
    }

    boolean canListBy(Storage storage, Property by) {
        return growth.listBy(storage, by).isPresent();
    }

    /// The name of a method that tells whether others name an object of a storage, which is added; empty where none can
    /// be.
    Optional<String> has(Storage storage, String name, Storage other, Property link) {
        Optional<StoreMethod> method = growth.has(storage, name, other, link);
        method.ifPresent(this::add);
        return method.map(StoreMethod::name);
    }

    boolean canAsk(Storage storage, Storage other, Property link) {
        return growth.has(storage, "has", other, link).isPresent();
    }

    private void add(StoreMethod method) {
        ProjectType in = method.in();
        if (has(in, method)) {
            return;
        }
        workshop.addMethod(in, Part.LOGIC, method.code(), method.imports());
        method.port()
                .filter(port -> !has(port, method))
                .ifPresent(port ->
                        workshop.addMethod(
                                port,
                                Part.LOGIC,
                                method.signature().text() + ";",
                                method.signature().imports()));
        method.helper().ifPresent(helper -> helped(in, helper));
    }

    /// The class with the helper at its end, and what stood there calling it.
    private void helped(ProjectType in, StoreMethod.Helper helper) {
        String head = helper.code().substring(0, helper.code().indexOf('('));
        if (workshop.draft().file(in.path()).text().contains(head + "(")) {
            return;
        }
        workshop.replace(in, helper.text(), helper.instead());
        workshop.addLast(in, Part.LOGIC, helper.code());
    }

    private boolean has(ProjectType type, StoreMethod method) {
        String signature = method.signature().text().replaceAll("\\s", "");
        return workshop.draft().current(type).type().methods().stream()
                .filter(one -> one.name().equals(method.name()))
                .anyMatch(one ->
                        one.range()
                                .of(workshop.draft().file(type.path()).text())
                                .replaceAll("\\s", "")
                                .contains(signature));
    }
}
