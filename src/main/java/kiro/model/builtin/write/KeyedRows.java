package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.Table;

/// Stores, for a test, rows of another table with the keys to which its own rows refer.
final class KeyedRows {
    private final Related related;
    private final SpringProject project;
    private final TestCode code;

    KeyedRows(Related related, SpringProject project, TestCode code) {
        this.related = related;
        this.project = project;
        this.code = code;
    }

    /// A call that stores the row which a property refers to by this key; empty where it refers to none, or where a test
    /// cannot store one that the next test can store again.
    Optional<String> call(Storage storage, Property property, String key) {
        return storage.backing() instanceof Backing.Sql sql
                ? sql.column(property)
                        .flatMap(Table.Column::references)
                        .flatMap(related::storage)
                        .filter(related::canMake)
                        .filter(other -> code.talk().isInThread() || canLook(other))
                        .filter(other ->
                                other.resource()
                                        .ownId()
                                        .filter(id -> id.type().equals(property.type()))
                                        .isPresent())
                        .flatMap(this::helper)
                        .map(helper -> helper + "(" + key + ");")
                : Optional.empty();
    }

    private static boolean canLook(Storage storage) {
        return storage.operation(Operation.Kind.FIND)
                .filter(find -> find.result() == Operation.Result.OPTIONAL)
                .isPresent();
    }

    /// The name of a method that stores an object with the key that it is given; where no transaction takes it back, once.
    private Optional<String> helper(Storage storage) {
        String type = storage.resource().name();
        Property id = storage.resource().ownId().orElseThrow();
        String variable = Names.variable(type);
        String name = variable + "Of";
        if (code.helpers.containsKey(name)) {
            return Optional.of(name);
        }
        String bean = Names.lower(Names.plural(type));
        return related.withKey(storage, variable, id.name())
                .map(one -> {
                    code.bean(bean, storage.owner().name(), storage.owner().qualifiedName());
                    var text =
                            new StringBuilder(
                                    "private %s %s(%s %s) {\n"
                                            .formatted(type, name, id.type(), id.name()));
                    code.imports.addAll(RequestWriter.imports(id.type()));
                    if (!code.talk().isInThread()) {
                        text.append(found(storage, bean, id));
                    }
                    new StoredCode(project, storage, bean, code)
                            .linesWithKey(one, variable)
                            .forEach(line -> text.append(line.indent(4)));
                    code.helpers.put(name, text + "}");
                    return name;
                });
    }

    private static String found(Storage storage, String bean, Property id) {
        String find = new StorageCode(storage, bean).call(Operation.Kind.FIND, id.name());
        return "    if (%s.isPresent()) {\n        return %s.orElseThrow();\n    }\n"
                .formatted(find, find);
    }
}
