package kiro.model.builtin.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Copying;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Property;

/// Calls of what runs SQL, as code.
final class SqlCalls {
    private static final String KEYS = "org.springframework.jdbc.support.GeneratedKeyHolder";

    private final Backing.Sql sql;
    private final SqlStyle style;

    SqlCalls(Backing.Sql sql, SqlStyle style) {
        this.sql = sql;
        this.style = style;
    }

    /// A parameter of SQL, as an expression.
    record Value(Property property, String expression) {}

    /// A query for objects, up to how many are wanted.
    String query(String query, List<Value> values, String mapping, Set<String> imports) {
        return switch (sql.kind()) {
            case CLIENT -> client(query, values) + "\n        .query(" + mapping + ")";
            case TEMPLATE ->
                    sql.client() + ".query(" + query + ", " + mapping + listed(values) + ")";
            case NAMED ->
                    sql.client()
                            + ".query("
                            + query
                            + (values.isEmpty() ? "" : ", " + named(values, imports))
                            + ", "
                            + mapping
                            + ")";
        };
    }

    /// What follows a query for one object.
    String one() {
        return sql.kind() == Backing.Client.CLIENT
                ? "\n        .optional()"
                : ".stream().findFirst()";
    }

    /// What follows a query for all objects.
    String all() {
        return sql.kind() == Backing.Client.CLIENT ? "\n        .list()" : "";
    }

    /// A query for one number.
    String number(String query, List<Value> values, Set<String> imports) {
        return switch (sql.kind()) {
            case CLIENT ->
                    client(query, values) + "\n        .query(Integer.class)\n        .single()";
            case TEMPLATE ->
                    sql.client()
                            + ".queryForObject("
                            + query
                            + ", Integer.class"
                            + listed(values)
                            + ")";
            case NAMED ->
                    sql.client()
                            + ".queryForObject("
                            + query
                            + ", "
                            + named(values, imports)
                            + ", Integer.class)";
        };
    }

    String update(String statement, List<Value> values, Set<String> imports) {
        return switch (sql.kind()) {
            case CLIENT -> client(statement, values) + "\n        .update()";
            case TEMPLATE -> sql.client() + ".update(" + statement + listed(values) + ")";
            case NAMED ->
                    sql.client() + ".update(" + statement + ", " + named(values, imports) + ")";
        };
    }

    /// Inserts a row whose key the database makes.
    void insert(String statement, List<Value> values, String key, Drafted method) {
        method.imports.add(KEYS);
        method.line("var keys = new GeneratedKeyHolder();");
        switch (sql.kind()) {
            case CLIENT ->
                    method.line(
                            client(statement, values)
                                    + "\n        .update(keys, \""
                                    + key
                                    + "\");");
            case NAMED ->
                    method.line(
                            "%s.update(%s, %s, keys, new String[] {\"%s\"});"
                                    .formatted(
                                            sql.client(),
                                            statement,
                                            named(values, method.imports),
                                            key));
            case TEMPLATE -> prepared(statement, values, key, method);
        }
    }

    private void prepared(String statement, List<Value> values, String key, Drafted method) {
        method.imports.add("java.sql.PreparedStatement");
        method.line(sql.client() + ".update(connection -> {");
        method.line(
                "    PreparedStatement insert = connection.prepareStatement(%s, new String[] {\"%s\"});"
                        .formatted(statement.replace("\n", "\n    "), key));
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            method.line(
                    "    insert.%s(%d, %s);".formatted(setter(value), i + 1, value.expression()));
        }
        method.line("    return insert;");
        method.line("}, keys);");
    }

    private static String setter(Value value) {
        if (value.expression().contains(" == null ? ")) {
            return "setObject";
        }
        return switch (value.property().typeName().raw()) {
            case "String" -> "setString";
            case "int" -> "setInt";
            case "long" -> "setLong";
            case "boolean" -> "setBoolean";
            case "double" -> "setDouble";
            case "BigDecimal" -> "setBigDecimal";
            case "Instant" -> "setTimestamp";
            default -> value.expression().endsWith(".name()") ? "setString" : "setObject";
        };
    }

    /// The statement that answers the object with its new key, or gives it the key.
    String key(Property id, String object, DomainType resource, Drafted method) {
        String box = id.typeName().boxed();
        String key =
                sql.in().file().text().contains(".getKeyAs(") || sql.kind() == Backing.Client.CLIENT
                        ? "keys.getKeyAs(" + box + ".class)"
                        : "keys.getKey()."
                                + (box.equals("Integer") ? "intValue" : "longValue")
                                + "()";
        return isCopied(id, resource)
                ? "return "
                        + copying(id, resource).orElseThrow().code(object, Map.of(id.name(), key))
                        + ";"
                : object + "." + id.setter().orElseThrow() + "(" + key + ");";
    }

    /// Whether an object with its new key is another object.
    static boolean isCopied(Property id, DomainType resource) {
        return copying(id, resource).isPresent();
    }

    private static Optional<Copying> copying(Property id, DomainType resource) {
        Optional<Copying> anew =
                resource.construction().contains(id.name())
                        ? Optional.of(new Copying.Anew(resource))
                        : Optional.empty();
        return id.setter().isPresent() && anew.isEmpty()
                ? Optional.empty()
                : resource.copying(Set.of(id.name())).or(() -> anew);
    }

    /// A statement of `JdbcClient` with its values, one a line where there are several.
    private String client(String statement, List<Value> values) {
        var text = new StringBuilder(sql.client() + ".sql(" + inCall(statement) + ")");
        if (style.isNamed()) {
            values.forEach(value ->
                    text.append("\n        .param(\"")
                            .append(value.property().name())
                            .append("\", ")
                            .append(value.expression())
                            .append(')'));
        } else if (values.size() == 1) {
            text.append("\n        .param(").append(values.getFirst().expression()).append(')');
        } else if (!values.isEmpty()) {
            text.append("\n        .params(").append(expressions(values)).append(')');
        }
        return text.toString();
    }

    private static String inCall(String statement) {
        return statement.startsWith("\"\"\"") ? statement.replace("\n", "\n        ") : statement;
    }

    private static String expressions(List<Value> values) {
        return values.stream().map(Value::expression).collect(Collectors.joining(", "));
    }

    private static String listed(List<Value> values) {
        return values.isEmpty() ? "" : ", " + expressions(values);
    }

    private static String named(List<Value> values, Set<String> imports) {
        imports.add("org.springframework.jdbc.core.namedparam.MapSqlParameterSource");
        var parts = new ArrayList<String>();
        values.forEach(
                value -> parts.add("\"" + value.property().name() + "\", " + value.expression()));
        return "new MapSqlParameterSource("
                + parts.getFirst()
                + ")"
                + parts.subList(1, parts.size()).stream()
                        .map(part -> "\n        .addValue(" + part + ")")
                        .collect(Collectors.joining());
    }
}
