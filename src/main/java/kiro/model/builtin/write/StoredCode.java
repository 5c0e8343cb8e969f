package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.code.JavaType;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.Table;

/// Writes the lines with which a test stores an object: by its storage, or, where that takes none, as a row.
final class StoredCode {
    private static final int PAIRS = 10;

    private final SpringProject project;
    private final Storage storage;
    private final String bean;
    private final TestCode code;

    /// @param bean the test class's name for the storage
    StoredCode(SpringProject project, Storage storage, String bean, TestCode code) {
        this.project = project;
        this.storage = storage;
        this.bean = bean;
        this.code = code;
    }

    /// Whether a test can store an object at all.
    static boolean canStore(Storage storage) {
        return storage.operation(Operation.Kind.SAVE).isPresent() || canInsert(storage);
    }

    private static boolean canInsert(Storage storage) {
        return storage.backing() instanceof Backing.Sql sql
                && sql.table().key().isPresent()
                && (storage.operation(Operation.Kind.FIND).isPresent() || canSearch(storage));
    }

    /// Whether a test can put a row for an object into its table.
    static boolean canPut(Storage storage) {
        return storage.backing() instanceof Backing.Sql sql && sql.table().key().isPresent();
    }

    /// The statement that puts a row for an object into its table, and answers its key where the database makes it.
    String put(TestObjects.Made made) {
        Backing.Sql sql = (Backing.Sql) storage.backing();
        var values = values(sql, made);
        boolean isGenerated = sql.table().key().orElseThrow().isGenerated();
        return insert(sql, values.keySet(), isGenerated)
                + (isGenerated ? "\n        .executeAndReturnKey(" : "\n        .execute(")
                + map(values)
                + ")";
    }

    /// The statement that puts such a row with a key of this expression.
    String put(TestObjects.Made made, String key) {
        Backing.Sql sql = (Backing.Sql) storage.backing();
        var values = new LinkedHashMap<String, String>();
        values.put(sql.table().key().orElseThrow().name(), key);
        values.putAll(values(sql, made));
        return insert(sql, values.keySet(), false) + "\n        .execute(" + map(values) + ");";
    }

    private static boolean canSearch(Storage storage) {
        return storage.operation(Operation.Kind.LIST)
                .filter(all -> all.result() == Operation.Result.COLLECTION)
                .isPresent();
    }

    /// The expression that finds the object with an id.
    private String found(Property key, String id) {
        var calls = new StorageCode(storage, bean);
        Optional<Operation> find = storage.operation(Operation.Kind.FIND);
        if (find.isPresent()) {
            return calls.call(Operation.Kind.FIND, id)
                    + (find.get().result() == Operation.Result.OPTIONAL ? ".orElseThrow()" : "");
        }
        String same =
                key.typeName().isPrimitive()
                        ? "one" + key.read() + " == " + id
                        : id + ".equals(one" + key.read() + ")";
        return calls.call(Operation.Kind.LIST, "")
                + ".stream()\n        .filter(one -> "
                + same
                + ")\n        .findFirst()\n        .orElseThrow()";
    }

    /// The lines that store an object and answer it.
    ///
    /// @param made the object in a variable
    List<String> lines(TestObjects.Made made, String variable) {
        if (storage.operation(Operation.Kind.SAVE).isEmpty()
                && storage.backing() instanceof Backing.Sql sql) {
            return inserted(sql, made);
        }
        var lines = new ArrayList<>(made.lines());
        var calls = new StorageCode(storage, bean);
        String save = calls.save(Operation.Kind.SAVE, "", variable);
        Optional<String> found = calls.foundBySaving(variable);
        if (found.isPresent()) {
            lines.add("return " + found.get() + ";");
            return lines;
        }
        if (calls.answersObject(Operation.Kind.SAVE)) {
            lines.add("return " + save + ";");
        } else {
            lines.add(save + ";");
            lines.add("return " + variable + ";");
        }
        return lines;
    }

    /// The lines that store an object under a key that the method takes, and answer it; where the database makes keys, with a
    /// row that has one.
    List<String> linesWithKey(TestObjects.Made made, String variable) {
        Property key = storage.resource().ownId().orElseThrow();
        boolean isMade =
                storage.operation(Operation.Kind.SAVE).isEmpty()
                        && storage.backing() instanceof Backing.Sql sql
                        && sql.column(key).filter(Table.Column::isGenerated).isPresent();
        return isMade
                ? List.of(put(made, key.name()), "return " + found(key, key.name()) + ";")
                : lines(made, variable);
    }

    private List<String> inserted(Backing.Sql sql, TestObjects.Made made) {
        Property own = storage.resource().ownId().orElseThrow();
        Property key = storage.resource().id().orElseThrow();
        boolean isGenerated =
                storage.resource().ownId().flatMap(sql::column).orElseThrow().isGenerated();
        Map<String, String> values = values(sql, made);
        var lines = new ArrayList<String>();
        boolean isFoundByKey = !isGenerated || !key.equals(own);
        if (isFoundByKey) {
            String column = sql.column(key).orElseThrow().name();
            String value = values.getOrDefault(column, "null");
            // A method that takes the key has it already.
            if (!value.equals(key.name())) {
                lines.add("%s %s = %s;".formatted(key.typeName().raw(), key.name(), value));
            }
            values.put(column, key.name());
        }
        String insert = insert(sql, values.keySet(), isGenerated);
        if (isFoundByKey) {
            lines.add(insert + "\n        .execute(" + map(values) + ");");
            lines.add("return " + found(key, key.name()) + ";");
        } else {
            String read = own.typeName().boxed().equals("Integer") ? "intValue" : "longValue";
            lines.add(
                    "%s id =\n        %s\n                .executeAndReturnKey(%s)\n                .%s();"
                            .formatted(
                                    own.typeName().boxed(),
                                    insert.replace("\n", "\n        "),
                                    map(values).replace("\n", "\n        "),
                                    read));
            lines.add("return " + found(own, "id") + ";");
        }
        return lines;
    }

    private Map<String, String> values(Backing.Sql sql, TestObjects.Made made) {
        Optional<Property> own = storage.resource().ownId();
        var values = new LinkedHashMap<String, String>();
        for (Property property : storage.resource().properties()) {
            String value = made.values().getOrDefault(property.name(), "null");
            boolean isMade =
                    own.filter(property::equals).flatMap(sql::column).isPresent()
                            && sql.column(property).orElseThrow().isGenerated();
            if (sql.column(property).isPresent() && !value.equals("null") && !isMade) {
                values.put(sql.column(property).get().name(), parameter(property, value));
            }
        }
        values.putAll(new RowValues(project, storage, code).beside(sql, values.keySet()));
        return values;
    }

    private String insert(Backing.Sql sql, Collection<String> columns, boolean isGenerated) {
        code.bean("jdbc", "JdbcTemplate", "org.springframework.jdbc.core.JdbcTemplate");
        code.imports.add("org.springframework.jdbc.core.simple.SimpleJdbcInsert");
        code.imports.add("java.util.Map");
        return "new SimpleJdbcInsert(jdbc)\n        .withTableName(\""
                + sql.table().name()
                + "\")"
                + (isGenerated
                        ? "\n        .usingGeneratedKeyColumns(\""
                                + sql.table().key().orElseThrow().name()
                                + "\")"
                        : "")
                + "\n        .usingColumns("
                + columns.stream().map(Constraints::literal).collect(Collectors.joining(", "))
                + ")";
    }

    private static String map(Map<String, String> values) {
        boolean isLong = values.size() > PAIRS;
        String pairs =
                values.entrySet().stream()
                        .map(one ->
                                (isLong ? "Map.entry(" : "")
                                        + Constraints.literal(one.getKey())
                                        + ", "
                                        + one.getValue()
                                        + (isLong ? ")" : ""))
                        .collect(Collectors.joining(",\n                "));
        return (isLong ? "Map.ofEntries(" : "Map.of(") + "\n                " + pairs + ")";
    }

    private String parameter(Property property, String value) {
        if (property.typeName().raw().equals("Instant")) {
            code.imports.add("java.sql.Timestamp");
            return "Timestamp.from(" + value + ")";
        }
        Optional<ProjectType> own =
                project.sources().resolve(property.type(), storage.resource().type().file());
        return own.filter(one -> one.type().kind() == JavaType.Kind.ENUM).isPresent()
                ? value + ".name()"
                : value;
    }
}
