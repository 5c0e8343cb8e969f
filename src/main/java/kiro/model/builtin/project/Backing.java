package kiro.model.builtin.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaField;

/// What a storage keeps its objects in, as far as code that works on it could be written.
public sealed interface Backing {
    /// Rows of a table, which a class of the project works on by SQL.
    ///
    /// @param in the class with the SQL
    /// @param client its name for what runs SQL
    /// @param columns the columns of properties; a property that is kept elsewhere has none
    record Sql(
            ProjectType in,
            String client,
            Client kind,
            Table table,
            Map<Property, Table.Column> columns)
            implements Backing {
        public Sql {
            columns = Map.copyOf(columns);
        }

        public Optional<Table.Column> column(Property property) {
            return Optional.ofNullable(columns.get(property));
        }

        /// The same way to run SQL, on another table; empty where no script makes that.
        public static Optional<Sql> like(
                Sql model, Sources sources, DomainType resource, String table) {
            return Tables.read(sources)
                    .named(table)
                    .map(one -> {
                        var columns = new LinkedHashMap<Property, Table.Column>();
                        for (Property property : resource.properties()) {
                            one.column(property.name())
                                    .ifPresent(column -> columns.put(property, column));
                        }
                        return new Sql(model.in(), model.client(), model.kind(), one, columns);
                    });
        }

        /// The property that is kept in the table's key.
        public Optional<Property> key() {
            return table.key()
                    .flatMap(key ->
                            columns.entrySet().stream()
                                    .filter(one -> one.getValue().equals(key))
                                    .map(Map.Entry::getKey)
                                    .findFirst());
        }
    }

    /// Which of Spring's ways to run SQL.
    enum Client {
        /// `JdbcClient`.
        CLIENT,
        /// `JdbcTemplate`.
        TEMPLATE,
        /// `NamedParameterJdbcTemplate`.
        NAMED
    }

    /// A map in a class of the project.
    ///
    /// @param in the class with the map
    record Memory(ProjectType in, JavaField map) implements Backing {
        /// Whether entries can be put and removed.
        public boolean isMutable() {
            return map.initializer().filter(text -> text.matches("(?s)\\s*new\\s.*")).isPresent();
        }
    }

    /// A Spring Data repository, whose methods need no code.
    record Data() implements Backing {}

    /// Entities of JPA, through an `EntityManager`.
    ///
    /// @param manager the class's name for it
    record Entities(ProjectType in, String manager) implements Backing {}

    /// It is not known, or nothing that code could be written for.
    record Unknown() implements Backing {}
}
