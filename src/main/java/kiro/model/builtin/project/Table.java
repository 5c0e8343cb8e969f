package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table of a project's database, as its scripts leave it.
///
/// @param together the names of columns in which no two rows have the same values, where they are several
public record Table(String name, List<Column> columns, List<List<String>> together) {
    public Table {
        columns = List.copyOf(columns);
        together = together.stream().map(List::copyOf).toList();
    }

    Table with(List<Column> others) {
        return new Table(name, others, together);
    }

    Table keepingApart(List<String> names) {
        var all = new ArrayList<>(together);
        all.add(names);
        return new Table(name, columns, all);
    }

    /// A column of a table.
    ///
    /// @param type in lower case, without its length
    /// @param isGenerated whether the database makes its values
    /// @param standard what rows get that say nothing of it, as SQL has it
    /// @param isUnique whether no two rows have the same value, the key's included
    /// @param references the table whose rows it names
    public record Column(
            String name,
            String type,
            boolean isNullable,
            boolean isGenerated,
            Optional<String> standard,
            boolean isUnique,
            boolean isKey,
            Optional<String> references) {
        /// Whether rows that say nothing of it get a value.
        public boolean hasStandard() {
            return standard.isPresent();
        }

        /// @param isAlone whether no other column is part of the key
        Column withKey(boolean isAlone) {
            return new Column(
                    name,
                    type,
                    false,
                    isGenerated,
                    standard,
                    isUnique || isAlone,
                    true,
                    references);
        }

        Column withUnique() {
            return new Column(
                    name, type, isNullable, isGenerated, standard, true, isKey, references);
        }

        Column withReference(String table) {
            return new Column(
                    name,
                    type,
                    isNullable,
                    isGenerated,
                    standard,
                    isUnique,
                    isKey,
                    Optional.of(table));
        }
    }

    /// The column of a name; capitals and underscores make no difference: `publishedYear` is `published_year`.
    public Optional<Column> column(String column) {
        return columns.stream().filter(one -> plain(one.name()).equals(plain(column))).findFirst();
    }

    /// The one column that is the key; empty where several are.
    public Optional<Column> key() {
        List<Column> keys = columns.stream().filter(Column::isKey).toList();
        return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
    }

    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
