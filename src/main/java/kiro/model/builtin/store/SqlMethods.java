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
import kiro.model.builtin.project.Property;

/// Writes methods of a store that works on its table by SQL.
final class SqlMethods implements StoreWriter {
    private final Backing.Sql sql;
    private final Drafts drafts;
    private final DomainType resource;
    private final Property key;
    private final SqlStyle style;
    private final SqlCalls calls;

    SqlMethods(Drafts drafts, Backing.Sql sql) {
        this.drafts = drafts;
        this.sql = sql;
        this.resource = drafts.resource();
        this.key = drafts.key();
        this.style = SqlStyle.of(sql);
        this.calls = new SqlCalls(sql, style);
    }

    @Override
    public Optional<StoreMethod> method(Operation.Kind kind, String name) {
        return switch (kind) {
            case FIND -> find(name);
            case LIST -> list(name);
            case SAVE -> insert(name);
            case UPDATE -> update(name);
            case DELETE -> delete(name);
            case DELETE_OBJECT, NEXT_ID -> Optional.empty();
        };
    }

    private SqlValues values(Set<String> imports) {
        return new SqlValues(drafts.sources(), resource, imports);
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

    private Optional<StoreMethod> find(String name) {
        Drafted method = drafts.one(name);
        return rows(method, "where " + column(key) + " = " + style.place(key.name()), List.of(key))
                .map(query -> answered(method, query + calls.one()));
    }

    private Optional<StoreMethod> list(String name) {
        Drafted method = drafts.all(name);
        return rows(method, order(), List.of()).map(query -> answered(method, query + calls.all()));
    }

    @Override
    public Optional<StoreMethod> listBy(String name, Property by) {
        if (sql.column(by).isEmpty()) {
            return Optional.empty();
        }
        Drafted method = drafts.allWith(name, by);
        String rest = "where " + column(by) + " = " + style.place(by.name()) + " " + order();
        return rows(method, rest.strip(), List.of(by))
                .map(query -> answered(method, query + calls.all()));
    }

    private String order() {
        return sql.table().key().map(one -> "order by " + one.name()).orElse("");
    }

    private static StoreMethod answered(Drafted method, String expression) {
        method.line("return " + expression + ";");
        return method.done();
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

    @Override
    public Optional<StoreMethod> exists(String name, Sought sought) {
        Property by = sought.by();
        Property own = drafts.own();
        boolean canTell =
                sql.column(by).isPresent() && (!sought.exceptOne() || sql.column(own).isPresent());
        if (!canTell) {
            return Optional.empty();
        }
        Drafted method = drafts.test(name, sought);
        String column = column(by);
        String place = style.place(by.name());
        String test =
                sought.ignoresCase()
                        ? "lower(" + column + ") = lower(" + place + ")"
                        : column + " = " + place;
        String other =
                sought.exceptOne() ? " and " + column(own) + " <> " + style.place(own.name()) : "";
        return Optional.of(
                counted(
                        method,
                        style.statement(
                                "select count(*) from " + style.table() + " where " + test + other,
                                ""),
                        sought.exceptOne() ? List.of(by, own) : List.of(by)));
    }

    /// Tells whether another table has rows that name an object.
    StoreMethod has(String name, String table, String column) {
        Property own = resource.ownId().orElseThrow();
        Drafted method = drafts.test(name, own);
        String query =
                style.statement(
                        "select count(*) from "
                                + table
                                + " where "
                                + column
                                + " = "
                                + style.place(own.name()),
                        "");
        return counted(method, query, List.of(own));
    }

    /// Whether a query that counts by values counts anything.
    private StoreMethod counted(Drafted method, String query, List<Property> by) {
        SqlValues values = values(method.imports);
        List<SqlCalls.Value> all =
                by.stream()
                        .map(one ->
                                new SqlCalls.Value(one, values.parameter(one, one.name(), false)))
                        .toList();
        return answered(method, calls.number(query, all, method.imports) + " > 0");
    }

    /// Stores a new object, and answers it as it is stored; empty where a value has no column.
    private Optional<StoreMethod> insert(String name) {
        Property own = resource.ownId().orElseThrow();
        boolean isWhole =
                resource.properties().stream().allMatch(property -> kept().contains(property));
        boolean isGenerated = sql.column(own).filter(one -> one.isGenerated()).isPresent();
        boolean isMade = SqlCalls.isCopied(own, resource) || own.setter().isPresent();
        if (!isWhole || (isGenerated && !isMade)) {
            return Optional.empty();
        }
        String object = drafts.object();
        Drafted method = drafts.exchange(name);
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
        if (!isGenerated || !SqlCalls.isCopied(own, resource)) {
            method.line("return " + object + ";");
        }
        return Optional.of(method.done());
    }

    private String columns(List<Property> properties) {
        return properties.stream().map(this::column).collect(Collectors.joining(", "));
    }

    /// Stores an object that is there; what has no column stays as it is.
    private Optional<StoreMethod> update(String name) {
        Optional<Property> row = sql.key();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        String object = drafts.object();
        Drafted method = drafts.taking(name);
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

    private Optional<StoreMethod> delete(String name) {
        if (sql.column(key).isEmpty()) {
            return Optional.empty();
        }
        Drafted method = drafts.takingValue(name, key);
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
