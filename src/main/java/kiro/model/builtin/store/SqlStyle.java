package kiro.model.builtin.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaField;
import kiro.model.builtin.project.Backing;

/// How a store writes its SQL.
///
/// @param isUpper whether key words are in capitals
/// @param isNamed whether parameters have names
/// @param select the beginning of a query for whole rows, as an expression that ends within a string; `%s` takes the rest
/// @param table the table, as the store's own SQL names it
record SqlStyle(boolean isUpper, boolean isNamed, String select, String table) {
    private static final int WIDTH = 84;

    static SqlStyle of(Backing.Sql sql) {
        String text = sql.in().file().text();
        String table = table(text, sql.table().name());
        boolean isUpper =
                Pattern.compile("\"\\s*(SELECT|INSERT|UPDATE|DELETE)\\b").matcher(text).find();
        boolean isNamed =
                switch (sql.kind()) {
                    case CLIENT -> text.contains(".param(\"") || !text.contains(".param");
                    case TEMPLATE -> false;
                    case NAMED -> true;
                };
        return new SqlStyle(isUpper, isNamed, select(sql, text, table, isUpper), table);
    }

    private static String table(String text, String name) {
        Matcher found =
                Pattern.compile("(?i)\\b(?:from|into|update)\\s+((?:\\w+\\.)?" + name + ")\\b")
                        .matcher(text);
        return found.find() ? found.group(1) : name;
    }

    private static String select(Backing.Sql sql, String text, String table, boolean isUpper) {
        Optional<String> constant =
                sql.in().type().fields().stream()
                        .filter(field ->
                                field.initializer()
                                        .filter(one ->
                                                one.strip()
                                                        .matches(
                                                                "(?is)\"+\\s*select\\b.*\\bfrom\\s+"
                                                                        + Pattern.quote(table)
                                                                        + "\\s*\"+"))
                                        .isPresent())
                        .map(JavaField::name)
                        .findFirst();
        if (constant.isPresent()) {
            return constant.get() + " + \"%s\"";
        }
        Matcher joined =
                Pattern.compile(
                                "(?i)(\"\\s*select\\s+\"\\s*\\+\\s*\\w+\\s*\\+\\s*\"\\s*from\\s+"
                                        + Pattern.quote(table)
                                        + ")\\b")
                        .matcher(text);
        if (joined.find()) {
            return joined.group(1) + "%s\"";
        }
        Matcher plain =
                Pattern.compile(
                                "(?is)\"\\s*(select\\s+(?:(?!count\\()[^\"])*?\\bfrom\\s+"
                                        + Pattern.quote(table)
                                        + "(?:\\s+(?!where|order|group|limit|left|right|inner|join|for)[a-z]\\w*)?)(?=\\s|\")(?!\\s+(?:left|right|inner|join)\\b)")
                        .matcher(text);
        if (plain.find() && !plain.group(1).toLowerCase(Locale.ROOT).contains("distinct")) {
            return plain.group(1).strip().replaceAll("\\s+", " ") + "%s";
        }
        return (isUpper ? "SELECT * FROM " : "select * from ") + table + "%s";
    }

    /// A query for whole rows, as an expression.
    ///
    /// @param rest what follows the table, with key words in small letters
    String query(String rest) {
        String end = rest.isEmpty() ? "" : " " + cased(rest);
        if (select.contains("\"")) {
            return select.formatted(end);
        }
        String whole = select.formatted(end);
        if (whole.length() <= WIDTH) {
            return literal(whole);
        }
        int from = whole.toLowerCase(Locale.ROOT).indexOf(" from ");
        return block(whole.substring(0, from), whole.substring(from + 1));
    }

    /// A statement, as an expression.
    String statement(String first, String second) {
        String a = cased(first);
        String b = cased(second);
        String whole = b.isEmpty() ? a : a + " " + b;
        return whole.length() <= WIDTH || b.isEmpty() ? literal(whole) : block(a, b);
    }

    /// A statement that changes a row, as an expression.
    String update(String sets, String where) {
        String whole = "update " + table + " set " + sets + " " + where;
        if (whole.length() <= WIDTH) {
            return literal(cased(whole));
        }
        var text = new StringBuilder("\"\"\"\n        " + cased("update " + table));
        var line = new StringBuilder("set");
        for (String set : sets.split(", ")) {
            if (line.length() + set.length() > WIDTH) {
                text.append("\n        ").append(cased(line + ","));
                line = new StringBuilder("   ");
            }
            line.append(line.toString().isBlank() || line.toString().equals("set") ? " " : ", ");
            line.append(set);
        }
        return text.append("\n        ")
                .append(cased(line.toString()))
                .append("\n        ")
                .append(cased(where))
                .append("\n        \"\"\"")
                .toString();
    }

    private static String literal(String sql) {
        return "\"" + sql.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String block(String first, String second) {
        return "\"\"\"\n        " + first + "\n        " + second + "\n        \"\"\"";
    }

    /// A place for a value: `:title` or `?`.
    String place(String name) {
        return isNamed ? ":" + name : "?";
    }

    private String cased(String sql) {
        return isUpper
                ? Pattern.compile(
                                "\\b(select|from|where|order by|insert into|values|update|set|delete|and|count|lower)\\b")
                        .matcher(sql)
                        .replaceAll(word -> word.group().toUpperCase(Locale.ROOT))
                : sql;
    }
}
