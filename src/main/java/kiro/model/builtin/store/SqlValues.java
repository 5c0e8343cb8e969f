package kiro.model.builtin.store;

import java.util.Optional;
import java.util.Set;
import kiro.code.JavaType;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;

/// Values of the domain, as parameters of SQL and as what rows are read with.
final class SqlValues {
    private static final Set<String> PLAIN =
            Set.of(
                    "String",
                    "Integer",
                    "Long",
                    "Short",
                    "Boolean",
                    "Double",
                    "Float",
                    "BigDecimal",
                    "LocalDate",
                    "LocalTime",
                    "LocalDateTime",
                    "OffsetDateTime",
                    "UUID");

    private final Sources sources;
    private final DomainType resource;
    private final Set<String> imports;

    SqlValues(Sources sources, DomainType resource, Set<String> imports) {
        this.sources = sources;
        this.resource = resource;
        this.imports = imports;
    }

    /// Whether a value of this type fits into one column.
    boolean fits(Property property) {
        String type = property.typeName().boxed();
        return PLAIN.contains(type) || type.equals("Instant") || isEnum(property);
    }

    private boolean isEnum(Property property) {
        return own(property).filter(one -> one.type().kind() == JavaType.Kind.ENUM).isPresent();
    }

    private Optional<ProjectType> own(Property property) {
        return sources.resolve(property.type(), resource.type().file());
    }

    /// A value as a parameter: times of the world and constants are no types of SQL.
    String parameter(Property property, String value, boolean isNullable) {
        String type = property.typeName().raw();
        String converted = value;
        if (type.equals("Instant")) {
            imports.add("java.sql.Timestamp");
            converted = "Timestamp.from(" + value + ")";
        } else if (isEnum(property)) {
            converted = value + ".name()";
        }
        return isNullable && !converted.equals(value)
                ? value + " == null ? null : " + converted
                : converted;
    }

    /// What reads a column of a row.
    String read(String row, Property property, Backing.Sql sql) {
        String column = "\"" + sql.column(property).orElseThrow().name() + "\"";
        boolean isNullable = sql.column(property).orElseThrow().isNullable();
        String type = property.typeName().raw();
        return switch (type) {
            case "String" -> row + ".getString(" + column + ")";
            case "int" -> row + ".getInt(" + column + ")";
            case "long" -> row + ".getLong(" + column + ")";
            case "short" -> row + ".getShort(" + column + ")";
            case "boolean" -> row + ".getBoolean(" + column + ")";
            case "double" -> row + ".getDouble(" + column + ")";
            case "BigDecimal" -> row + ".getBigDecimal(" + column + ")";
            case "Instant" -> {
                imports.add("java.sql.Timestamp");
                String read = row + ".getTimestamp(" + column + ")";
                yield isNullable
                        ? read + " == null ? null : " + read + ".toInstant()"
                        : read + ".toInstant()";
            }
            default -> {
                imports.addAll(Words.imports(type));
                if (!isEnum(property)) {
                    yield row + ".getObject(" + column + ", " + type + ".class)";
                }
                imports.add(own(property).orElseThrow().qualifiedName());
                String read = row + ".getString(" + column + ")";
                yield isNullable
                        ? read + " == null ? null : " + type + ".valueOf(" + read + ")"
                        : type + ".valueOf(" + read + ")";
            }
        };
    }
}
