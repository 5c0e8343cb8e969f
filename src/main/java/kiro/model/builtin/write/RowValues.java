package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Columns;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.Table;

/// What the rows of tests have in columns that the objects of their table have no property for, and that may not be
/// empty.
final class RowValues {
    private final SpringProject project;
    private final Storage storage;
    private final TestCode code;

    RowValues(SpringProject project, Storage storage, TestCode code) {
        this.project = project;
        this.storage = storage;
        this.code = code;
    }

    /// The expressions by column.
    ///
    /// @param known the columns that have a value
    Map<String, String> beside(Backing.Sql sql, Set<String> known) {
        var values = new LinkedHashMap<String, String>();
        for (Table.Column column : sql.table().columns()) {
            boolean isLeft =
                    column.isNullable()
                            || column.isGenerated()
                            || column.hasStandard()
                            || column.references().isPresent()
                            || sql.columns().containsValue(column)
                            || known.contains(column.name());
            if (!isLeft) {
                value(column).ifPresent(one -> values.put(column.name(), one));
            }
        }
        return values;
    }

    private Optional<String> value(Table.Column column) {
        return switch (column.type()) {
            case "varchar", "char", "character", "nvarchar", "varchar2", "text", "clob" ->
                    Optional.of(text(column));
            case "bigint", "int", "integer", "smallint", "numeric", "decimal", "double", "real" ->
                    Optional.of(number(column));
            case "boolean", "bool", "bit" -> Optional.of("false");
            case "uuid" -> {
                code.imports.add("java.util.UUID");
                yield Optional.of("UUID.randomUUID()");
            }
            case "date" -> {
                code.imports.add("java.time.LocalDate");
                yield Optional.of("LocalDate.of(2026, 1, 5)");
            }
            case "timestamp", "timestamptz", "datetime" -> {
                code.imports.add("java.sql.Timestamp");
                code.imports.add("java.time.Instant");
                yield Optional.of("Timestamp.from(Instant.parse(\"2026-01-05T09:00:00Z\"))");
            }
            default -> Optional.empty();
        };
    }

    private String text(Table.Column column) {
        var property =
                new Property(
                        Names.camel(column.name().replace('_', ' ')),
                        "String",
                        "",
                        Optional.empty());
        return column.isUnique()
                ? new NewValues(project, code).text(storage, property)
                : Constraints.literal(
                        ColumnText.of(
                                UsualText.of(property.name()),
                                new Columns(project.sources())
                                        .of(storage.resource().type(), property)));
    }

    private String number(Table.Column column) {
        if (!column.isUnique()) {
            return "1";
        }
        code.fields.put("lastId", "int");
        return "1000 + ++lastId";
    }
}
