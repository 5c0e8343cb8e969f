package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows that a project's scripts put into its tables at the start.
final class Seeds {
    private static final Pattern INSERT =
            Pattern.compile(
                    "(?is)^(?:insert|merge)\\s+into\\s+([\\w.\"`]+)\\s*\\(([^)]*)\\)\\s*(?:key\\s*\\([^)]*\\)\\s*)?(values|select)\\s+(.*)$");

    private final List<Row> rows = new ArrayList<>();

    /// A row, as far as its values are written out.
    ///
    /// @param values texts by column, in lower case
    /// @param number how many rows of the table there are with it
    record Row(String table, Map<String, String> values, int number) {
        Row {
            values = Map.copyOf(values);
        }

        Optional<String> value(String column) {
            return Optional.ofNullable(values.get(column.toLowerCase(Locale.ROOT)));
        }

        /// The id of an object that the row belongs to: `hiker_id`.
        Optional<String> reference(DomainType type) {
            String name = Table.plain(Seeds.table(type) + "_id");
            return values.entrySet().stream()
                    .filter(one -> Table.plain(one.getKey()).equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    static Seeds read(Sources sources) {
        var seeds = new Seeds();
        sources.texts().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".sql"))
                .filter(file -> !file.getKey().contains("src/test/"))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(file -> seeds.read(file.getValue()));
        return seeds;
    }

    /// The rows of the table in which objects of a type are kept.
    List<Row> of(DomainType type) {
        String table = table(type);
        return rows.stream().filter(row -> isSame(row.table(), table)).toList();
    }

    /// The key of the first row of a table; empty where it is not written out.
    Optional<String> key(String table, String column) {
        return rows.stream()
                .filter(row -> row.table().equals(table))
                .findFirst()
                .flatMap(row -> row.value(column));
    }

    List<Row> all() {
        return List.copyOf(rows);
    }

    private static boolean isSame(String written, String table) {
        String plain = Table.plain(written);
        String name = Table.plain(table);
        return plain.equals(name) || plain.equals(name + "s");
    }

    private static String table(DomainType type) {
        return type.type()
                .type()
                .annotation("Table")
                .flatMap(use -> use.argument("name").or(() -> use.argument("value")))
                .map(text -> text.replace("\"", ""))
                .orElseGet(() -> type.name().replaceFirst("(Entity|Row|Record)$", ""));
    }

    /// What a row has for a property.
    static Optional<String> value(Row row, DomainType type, Property property) {
        Optional<String> named =
                type.type()
                        .type()
                        .field(property.name())
                        .flatMap(field -> field.annotation("Column"))
                        .flatMap(use -> use.argument("name").or(() -> use.argument("value")))
                        .map(text -> text.replace("\"", ""));
        return named.flatMap(row::value)
                .or(() ->
                        row.values().entrySet().stream()
                                .filter(one ->
                                        Table.plain(one.getKey())
                                                .equals(Table.plain(property.name())))
                                .map(Map.Entry::getValue)
                                .findFirst());
    }

    /// The id of a row: as it is written, else the number that the database gives it.
    static Optional<String> id(Row row, DomainType type) {
        Optional<Property> id = type.id();
        Optional<String> written = id.flatMap(property -> value(row, type, property));
        boolean isNumber =
                id.filter(property -> property.typeName().boxed().matches("Long|Integer"))
                        .isPresent();
        return written.or(
                () -> isNumber ? Optional.of(String.valueOf(row.number())) : Optional.empty());
    }

    private void read(String sql) {
        String bare = sql.replaceAll("--[^\\n]*", "").replaceAll("(?s)/\\*.*?\\*/", "");
        for (String part : split(bare, ';')) {
            Matcher insert = INSERT.matcher(part.strip());
            if (insert.matches()) {
                List<String> columns = split(insert.group(2), ',');
                boolean isSelect = insert.group(3).equalsIgnoreCase("select");
                List<String> tuples =
                        isSelect
                                ? List.of(insert.group(4).replaceFirst("(?is)\\s+from\\s.*$", ""))
                                : tuples(insert.group(4));
                tuples.forEach(tuple -> add(insert.group(1), columns, split(tuple, ',')));
            }
        }
    }

    private void add(String table, List<String> columns, List<String> values) {
        String name =
                table.replaceAll("[\"`]", "").replaceFirst("^.*\\.", "").toLowerCase(Locale.ROOT);
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            String column = columns.get(i).replaceAll("[\"`\\s]", "").toLowerCase(Locale.ROOT);
            String value = values.get(i).strip();
            if (value.matches("(?s)'.*'")) {
                row.put(column, value.substring(1, value.length() - 1).replace("''", "'"));
            } else if (value.matches("-?\\d+(\\.\\d+)?|true|false|TRUE|FALSE")) {
                row.put(column, value);
            }
        }
        int number = (int) rows.stream().filter(one -> one.table().equals(name)).count() + 1;
        rows.add(new Row(name, row, number));
    }

    /// The contents of each pair of parentheses.
    private static List<String> tuples(String text) {
        var tuples = new ArrayList<String>();
        for (String part : split(text, ',')) {
            String tuple = part.strip();
            if (tuple.startsWith("(") && tuple.contains(")")) {
                tuples.add(tuple.substring(1, tuple.lastIndexOf(')')));
            }
        }
        return tuples;
    }

    /// What a character outside of parentheses and quotes parts.
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean isQuoted = false;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && c == '(') {
                depth++;
            } else if (!isQuoted && c == ')') {
                depth--;
            } else if (!isQuoted && c == separator && depth == 0) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
