package kiro.model.builtin.write;

import java.util.Optional;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Table;
import kiro.model.builtin.project.Tables;

/// Tells what the column that a property is kept in allows, by the project's SQL or the annotations of an entity.
final class KeptColumn {
    private final SpringProject project;
    private final Place place;

    KeptColumn(SpringProject project, Place place) {
        this.project = project;
        this.place = place;
    }

    /// What the column has in a row that says nothing of it, as SQL has it.
    Optional<String> standard(Property property) {
        return column(property).flatMap(Table.Column::standard);
    }

    /// Whether it is said that there can be no value.
    boolean takesNull(Property property) {
        return column(property)
                .map(one -> one.isNullable() && !one.hasStandard())
                .orElseGet(() -> isOptionalField(property));
    }

    /// Whether it is said that each row has a value, which nothing but the project's code gives it.
    boolean needsValue(Property property) {
        return place.storage().backing() instanceof Backing.Sql
                && column(property)
                        .filter(one ->
                                !one.isNullable()
                                        && !one.isGenerated()
                                        && !one.isKey()
                                        && !one.hasStandard())
                        .isPresent();
    }

    private Optional<Table.Column> column(Property property) {
        if (place.storage().backing() instanceof Backing.Sql sql) {
            return sql.column(property);
        }
        if (place.storage().backing() instanceof Backing.Memory) {
            return Optional.empty();
        }
        Tables tables = Tables.read(project.sources());
        return StoredTables.names(place.storage()).stream()
                .flatMap(name -> tables.named(name).stream())
                .flatMap(table ->
                        table
                                .column(property.name())
                                .or(() -> table.column(property.name() + "_id"))
                                .stream())
                .findFirst();
    }

    private boolean isOptionalField(Property property) {
        return place.resource().type().type().isAnnotated("Entity")
                && place.resource()
                        .type()
                        .type()
                        .field(property.name())
                        .filter(field ->
                                field.annotations().stream()
                                        .noneMatch(use ->
                                                use.name()
                                                                .matches(
                                                                        "(?i)not(null|blank|empty)|NonNull")
                                                        || use.toString()
                                                                .replace(" ", "")
                                                                .matches(
                                                                        "(?s).*(nullable|optional)=false.*")))
                        .isPresent();
    }
}
