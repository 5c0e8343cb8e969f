package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// Asks a Spring Data repository whether a parent has a child with a value, by a method that Spring makes of its name:
/// `existsByProjectIdAndSource`.
final class ChildQuery {
    private final Workshop workshop;

    ChildQuery(Workshop workshop) {
        this.workshop = workshop;
    }

    /// A value that is asked for.
    ///
    /// @param path the property, or the properties one behind the other
    /// @param type of the value
    /// @param words what the name of the method says of it behind the property: `IgnoreCase`
    /// @param value the expression for it
    record Asked(String path, String type, String words, String value) {
        private String named() {
            return Names.upper(path) + words;
        }

        private String declared() {
            return TypeName.of(type).raw() + " " + path;
        }
    }

    /// The expression that is true where the parent of the path has such a child; empty where no repository keeps children, or
    /// a type does not fit.
    ///
    /// @param others what is asked for beside the parent
    Optional<String> test(LogicWriter.Code code, List<Asked> others) {
        Storage storage = code.place.storage();
        Optional<Asked> parent = parent(code);
        if (storage.kind() != Storage.Kind.REPOSITORY || parent.isEmpty()) {
            return Optional.empty();
        }
        var asked = new ArrayList<Asked>();
        asked.add(parent.get());
        asked.addAll(others);
        List<Asked> turned = new ArrayList<>(asked);
        turned.add(1, turned.removeFirst());
        List<Asked> order = isThere(storage, turned) && !isThere(storage, asked) ? turned : asked;
        if (!isThere(storage, order)) {
            declare(code, order);
        }
        return Optional.of(
                "%s.%s(%s)"
                        .formatted(
                                code.place.storageName(),
                                name(order),
                                String.join(", ", order.stream().map(Asked::value).toList())));
    }

    private static String name(List<Asked> order) {
        return "existsBy" + String.join("And", order.stream().map(Asked::named).toList());
    }

    private boolean isThere(Storage storage, List<Asked> order) {
        return workshop.draft().current(storage.owner()).type().methods().stream()
                .map(JavaMethod::name)
                .anyMatch(name(order)::equals);
    }

    private void declare(LogicWriter.Code code, List<Asked> order) {
        var imports = new ArrayList<String>();
        for (Asked one : order) {
            imports.addAll(RequestWriter.imports(one.type()));
            workshop.project()
                    .sources()
                    .resolve(one.type(), code.place.resource().type().file())
                    .ifPresent(type -> imports.add(type.qualifiedName()));
        }
        workshop.addMethod(
                code.place.storage().owner(),
                Part.LOGIC,
                "boolean %s(%s);"
                        .formatted(
                                name(order),
                                String.join(", ", order.stream().map(Asked::declared).toList())),
                imports);
    }

    /// The parent of the path, as what children keep of it.
    private static Optional<Asked> parent(LogicWriter.Code code) {
        Parent parent = code.place.parent().orElseThrow();
        Property id = parent.place().resource().id().orElseThrow();
        String sent = FindWriter.pathType(code.project.sources(), parent.place());
        if (parent.family().isObject()) {
            String path = parent.link().name() + Names.upper(id.name());
            return isSame(id.type(), sent)
                    ? Optional.of(new Asked(path, id.type(), "", parent.id()))
                    : Optional.empty();
        }
        boolean fits = parent.isFoundByKey() || isSame(parent.link().type(), sent);
        return fits
                ? Optional.of(
                        new Asked(parent.link().name(), parent.link().type(), "", parent.linked()))
                : Optional.empty();
    }

    static boolean isSame(String one, String other) {
        return TypeName.of(one).boxed().equals(TypeName.of(other).boxed());
    }
}
