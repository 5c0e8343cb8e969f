package kiro.model.builtin.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;
import kiro.model.builtin.project.Storage;

/// Writes methods of a store that works on its table by SQL.
final class SqlMethods {
    private final Backing.Sql sql;
    private final DomainType resource;
    private final Property key;
    private final Optional<ProjectType> port;
    private final Sources sources;
    private final SqlStyle style;
    private final SqlCalls calls;

    SqlMethods(Sources sources, Storage storage, Backing.Sql sql) {
        this.sources = sources;
        this.sql = sql;
        this.resource = storage.resource();
        this.key = resource.id().orElseThrow();
        this.port =
                storage.owner().qualifiedName().equals(sql.in().qualifiedName())
                        ? Optional.empty()
                        : Optional.of(storage.owner());
        this.style = SqlStyle.of(sql);
        this.calls = new SqlCalls(sql, style);
    }

    private SqlValues values(Set<String> imports) {
        return new SqlValues(sources, resource, imports);
    }

    private Drafted draft(
            String returned, String name, String parameters, Operation.Result result) {
        return new Drafted(sql.in(), port, returned, name, parameters, result)
                .in(sources, resource.type().file());
    }

    private String column(Property property) {
        return sql.column(property).orElseThrow().name();
    }

    private boolean isNullable(Property property) {
        return sql.column(property).orElseThrow().isNullable()
                && !property.typeName().isPrimitive();
    }

    /// The value of a property of the object in a variable.
    private SqlCalls.Value value(Property property, String object, SqlValues values) {
        return new SqlCalls.Value(
                property,
                values.parameter(property, object + property.read(), isNullable(property)));
    }

    private List<Property> kept() {
        return resource.properties().stream()
                .filter(property -> sql.column(property).isPresent())
                .filter(values(new TreeSet<>())::fits)
                .toList();
    }

    /// Finds one object by a property.
    Optional<StoreMethod> find(String name) {
        return one(name, key);
    }

    private Optional<StoreMethod> one(String name, Property by) {
        Drafted method =
                draft(
                        "Optional<" + resource.name() + ">",
                        name,
                        by.type() + " " + by.name(),
                        Operation.Result.OPTIONAL);
        return rows(method, "where " + column(by) + " = " + style.place(by.name()), List.of(by))
                .map(query -> {
                    method.line("return " + query + calls.one() + ";");
                    return method.done();
                });
    }

    Optional<StoreMethod> list(String name) {
        Drafted method =
                draft("List<" + resource.name() + ">", name, "", Operation.Result.COLLECTION);
        String order = sql.table().key().map(one -> "order by " + one.name()).orElse("");
        return rows(method, order, List.of())
                .map(query -> {
                    method.line("return " + query + calls.all() + ";");
                    return method.done();
                });
    }

    /// Finds all objects that have a value.
    Optional<StoreMethod> listBy(String name, Property by) {
        Drafted method =
                draft(
                        "List<" + resource.name() + ">",
                        name,
                        by.type() + " " + by.name(),
                        Operation.Result.COLLECTION);
        String order = sql.table().key().map(one -> " order by " + one.name()).orElse("");
        return rows(
                        method,
                        "where " + column(by) + " = " + style.place(by.name()) + order,
                        List.of(by))
                .map(query -> {
                    method.line("return " + query + calls.all() + ";");
                    return method.done();
                });
    }

    /// A query for whole rows, up to how many are wanted; empty where rows cannot be read.
    private Optional<String> rows(Drafted method, String rest, List<Property> parameters) {
        SqlValues values = values(method.imports);
        boolean isKept = parameters.stream().allMatch(one -> sql.column(one).isPresent());
        return RowMapping.of(sql, resource, values, method.imports)
                .filter(_ -> isKept)
                .map(mapping -> {
                    method.mapped(mapping);
                    return calls.query(
                            style.query(rest),
                            parameters.stream()
                                    .map(one ->
                                            new SqlCalls.Value(
                                                    one, values.parameter(one, one.name(), false)))
                                    .toList(),
                            mapping.expression(),
                            method.imports);
                });
    }

    /// Tells whether there is an object with a value.
    StoreMethod exists(String name, Property by, boolean ignoresCase) {
        Drafted method =
                draft("boolean", name, by.type() + " " + by.name(), Operation.Result.OBJECT);
        String column = column(by);
        String place = style.place(by.name());
        String test =
                ignoresCase
                        ? "lower(" + column + ") = lower(" + place + ")"
                        : column + " = " + place;
        String query =
                style.statement("select count(*) from " + style.table() + " where " + test, "");
        method.line(
                "return "
                        + calls.number(
                                query,
                                List.of(
                                        new SqlCalls.Value(
                                                by,
                                                values(method.imports)
                                                        .parameter(by, by.name(), false))),
                                method.imports)
                        + " > 0;");
        return method.done();
    }

    /// Tells whether another table has rows that name an object.
    StoreMethod has(String name, String table, String column) {
        Property own = resource.ownId().orElseThrow();
        Drafted method =
                draft("boolean", name, own.type() + " " + own.name(), Operation.Result.OBJECT);
        String query =
                style.statement(
                        "select count(*) from "
                                + table
                                + " where "
                                + column
                                + " = "
                                + style.place(own.name()),
                        "");
        String value = values(method.imports).parameter(own, own.name(), false);
        method.line(
                "return "
                        + calls.number(
                                query, List.of(new SqlCalls.Value(own, value)), method.imports)
                        + " > 0;");
        return method.done();
    }

    /// Stores a new object, and answers it as it is stored; empty where a value has no column.
    Optional<StoreMethod> insert(String name) {
        Property own = resource.ownId().orElseThrow();
        boolean isWhole =
                resource.properties().stream().allMatch(property -> kept().contains(property));
        boolean isGenerated = sql.column(own).filter(one -> one.isGenerated()).isPresent();
        boolean isMade = resource.construction().contains(own.name()) || own.setter().isPresent();
        if (!isWhole || (isGenerated && !isMade)) {
            return Optional.empty();
        }
        String object = Words.lower(resource.name());
        Drafted method =
                draft(
                        resource.name(),
                        name,
                        resource.name() + " " + object,
                        Operation.Result.OBJECT);
        SqlValues values = values(method.imports);
        List<Property> inserted =
                kept().stream().filter(one -> !isGenerated || !one.equals(own)).toList();
        String statement =
                style.statement(
                        "insert into " + style.table() + " (" + columns(inserted) + ")",
                        "values ("
                                + inserted.stream()
                                        .map(one -> style.place(one.name()))
                                        .collect(Collectors.joining(", "))
                                + ")");
        List<SqlCalls.Value> all =
                inserted.stream().map(one -> value(one, object, values)).toList();
        if (isGenerated) {
            calls.insert(statement, all, column(own), method);
            method.line(calls.key(own, object, resource, method));
        } else {
            method.line(calls.update(statement, all, method.imports) + ";");
        }
        if (!isGenerated || !resource.construction().contains(own.name())) {
            method.line("return " + object + ";");
        }
        return Optional.of(method.done());
    }

    private String columns(List<Property> properties) {
        return properties.stream().map(this::column).collect(Collectors.joining(", "));
    }

    /// Stores an object that is there; what has no column stays as it is.
    Optional<StoreMethod> update(String name) {
        Optional<Property> row = sql.key();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        String object = Words.lower(resource.name());
        Drafted method =
                draft("void", name, resource.name() + " " + object, Operation.Result.NOTHING);
        SqlValues values = values(method.imports);
        List<Property> set = kept().stream().filter(one -> !one.equals(row.get())).toList();
        String sets =
                set.stream()
                        .map(one -> column(one) + " = " + style.place(one.name()))
                        .collect(Collectors.joining(", "));
        var all = new ArrayList<SqlCalls.Value>();
        set.forEach(one -> all.add(value(one, object, values)));
        all.add(value(row.get(), object, values));
        method.line(
                calls.update(
                                style.update(
                                        sets,
                                        "where "
                                                + column(row.get())
                                                + " = "
                                                + style.place(row.get().name())),
                                all,
                                method.imports)
                        + ";");
        return Optional.of(method.done());
    }

    Optional<StoreMethod> delete(String name) {
        if (sql.column(key).isEmpty()) {
            return Optional.empty();
        }
        Drafted method =
                draft("void", name, key.type() + " " + key.name(), Operation.Result.NOTHING);
        String value = values(method.imports).parameter(key, key.name(), false);
        method.line(
                calls.update(
                                style.statement(
                                        "delete from "
                                                + style.table()
                                                + " where "
                                                + column(key)
                                                + " = "
                                                + style.place(key.name()),
                                        ""),
                                List.of(new SqlCalls.Value(key, value)),
                                method.imports)
                        + ";");
        return Optional.of(method.done());
    }
}
