package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the tables of a project from its SQL: what creates and what alters them, in the order of the files' names.
public final class Tables {
    private static final Pattern CREATE =
            Pattern.compile(
                    "(?is)^create\\s+(?:(?:global|local)?\\s*temporary\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?([\\w.\"`\\[\\]]+)\\s*\\((.*)\\)[^)]*$");
    private static final Pattern ALTER =
            Pattern.compile(
                    "(?is)^alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?([\\w.\"`\\[\\]]+)\\s+(.*)$");
    private static final Pattern UNIQUE_INDEX =
            Pattern.compile(
                    "(?is)^create\\s+unique\\s+index\\s+.*?\\bon\\s+([\\w.\"`\\[\\]]+)\\s*\\(([^()]*)\\).*$");
    private static final Pattern KEY =
            Pattern.compile("(?is)^(?:constraint\\s+\\S+\\s+)?primary\\s+key\\s*\\(([^)]*)\\).*$");
    private static final Pattern UNIQUE =
            Pattern.compile(
                    "(?is)^(?:constraint\\s+\\S+\\s+)?unique\\s*(?:key|index)?\\s*\\w*\\s*\\(([^)]*)\\).*$");
    private static final Pattern FOREIGN =
            Pattern.compile(
                    "(?is)^(?:constraint\\s+\\S+\\s+)?foreign\\s+key\\s*\\(([^)]*)\\)\\s*references\\s+([\\w.\"`\\[\\]]+).*$");
    private static final Pattern REFERENCES =
            Pattern.compile("(?is)\\breferences\\s+([\\w.\"`\\[\\]]+)");
    private static final Pattern STANDARD =
            Pattern.compile("(?is)\\bdefault\\s*('[^']*'|[\\w.()+-]+|)");
    private static final Pattern COLUMN =
            Pattern.compile("(?s)^([\"`\\[]?\\w+[\"`\\]]?)\\s+([A-Za-z]\\w*)(.*)$");
    private static final Set<String> NO_COLUMNS =
            Set.of(
                    "constraint",
                    "primary",
                    "unique",
                    "foreign",
                    "check",
                    "key",
                    "index",
                    "exclude");

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Tables() {}

    /// The tables that the scripts of a project make.
    public static Tables read(Sources sources) {
        var tables = new Tables();
        sources.texts().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".sql"))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Tables::order)))
                .map(Map.Entry::getValue)
                .forEach(tables::read);
        return tables;
    }

    /// `V2__` comes before `V10__`.
    private static String order(String path) {
        return Pattern.compile("\\d+")
                .matcher(path)
                .replaceAll(number ->
                        "0".repeat(Math.max(0, 12 - number.group().length())) + number.group());
    }

    /// The table of a name, without its schema.
    public Optional<Table> named(String name) {
        return Optional.ofNullable(tables.get(simple(name)));
    }

    /// The tables that name rows of another one.
    public List<Table> referring(Table table) {
        return tables.values().stream()
                .filter(one ->
                        one.columns().stream()
                                .anyMatch(column ->
                                        column.references()
                                                .filter(table.name()::equals)
                                                .isPresent()))
                .toList();
    }

    private void read(String sql) {
        String bare = sql.replaceAll("--[^\\n]*", "").replaceAll("(?s)/\\*.*?\\*/", "");
        for (String part : bare.split(";")) {
            String statement = part.strip();
            Matcher create = CREATE.matcher(statement);
            Matcher alter = ALTER.matcher(statement);
            Matcher index = UNIQUE_INDEX.matcher(statement);
            if (create.matches()) {
                created(simple(create.group(1)), create.group(2));
            } else if (alter.matches()) {
                altered(simple(alter.group(1)), alter.group(2));
            } else if (index.matches()) {
                unique(simple(index.group(1)), index.group(2));
            }
        }
    }

    private void created(String name, String body) {
        tables.put(name, new Table(name, List.of(), List.of()));
        List<String> parts = parts(body);
        parts.forEach(part -> column(name, part));
        parts.forEach(part -> constraint(name, part));
    }

    private void altered(String name, String actions) {
        if (!tables.containsKey(name)) {
            return;
        }
        for (String action : parts(actions)) {
            Matcher added =
                    Pattern.compile(
                                    "(?is)^add\\s+(?:column\\s+)?(?:if\\s+not\\s+exists\\s+)?\\(?(.*?)\\)?$")
                            .matcher(action);
            Matcher dropped =
                    Pattern.compile("(?is)^drop\\s+column\\s+(?:if\\s+exists\\s+)?(\\S+).*$")
                            .matcher(action);
            if (dropped.matches()) {
                String gone = simple(dropped.group(1));
                tables.computeIfPresent(
                        name,
                        (_, table) ->
                                table.with(
                                        table.columns().stream()
                                                .filter(one -> !one.name().equals(gone))
                                                .toList()));
            } else if (added.matches()) {
                String part =
                        action.replaceFirst(
                                "(?is)^add\\s+(?=constraint|primary|unique|foreign)", "");
                if (part.equals(action)) {
                    column(name, added.group(1).strip());
                } else {
                    constraint(name, part);
                }
            }
        }
    }

    private void column(String table, String part) {
        Matcher found = COLUMN.matcher(part);
        if (!found.matches() || NO_COLUMNS.contains(found.group(1).toLowerCase(Locale.ROOT))) {
            return;
        }
        String type = found.group(2).toLowerCase(Locale.ROOT);
        String rest = found.group(3).toLowerCase(Locale.ROOT);
        boolean isKey = rest.contains("primary key");
        Matcher reference = REFERENCES.matcher(found.group(3));
        var column =
                new Table.Column(
                        simple(found.group(1)),
                        type,
                        !isKey && !rest.matches("(?s).*\\bnot\\s+null\\b.*"),
                        rest.matches(
                                        "(?s).*(generated\\s+(always|by\\s+default)\\s+as\\s+identity|auto_increment|\\bidentity\\b|autoincrement).*")
                                || type.matches("(big|small)?serial|identity"),
                        standard(found.group(3)),
                        isKey || rest.matches("(?s).*\\bunique\\b.*"),
                        isKey,
                        reference.find()
                                ? Optional.of(simple(reference.group(1)))
                                : Optional.empty());
        Table made = named(table).orElseGet(() -> new Table(table, List.of(), List.of()));
        var columns = new ArrayList<>(made.columns());
        columns.removeIf(one -> one.name().equals(column.name()));
        columns.add(column);
        tables.put(table, made.with(columns));
    }

    private static Optional<String> standard(String rest) {
        Matcher standard =
                STANDARD.matcher(rest.replaceAll("(?i)by\\s+default\\s+as\\s+identity", ""));
        return standard.find() ? Optional.of(standard.group(1)) : Optional.empty();
    }

    private void constraint(String table, String part) {
        Matcher key = KEY.matcher(part);
        Matcher unique = UNIQUE.matcher(part);
        Matcher foreign = FOREIGN.matcher(part);
        if (key.matches()) {
            key(table, List.of(key.group(1).split(",")));
        } else if (unique.matches()) {
            unique(table, unique.group(1));
        } else if (foreign.matches() && !foreign.group(1).contains(",")) {
            String other = simple(foreign.group(2));
            change(table, foreign.group(1), column -> column.withReference(other));
        }
    }

    /// A key of several columns lets each of them have the same value in many rows.
    private void key(String table, List<String> columns) {
        boolean isOne = columns.size() == 1;
        columns.forEach(name -> change(table, name, column -> column.withKey(isOne)));
        if (!isOne) {
            keepApart(table, columns);
        }
    }

    private void unique(String table, String columns) {
        if (columns.contains(",")) {
            keepApart(table, List.of(columns.split(",")));
        } else {
            change(table, columns, Table.Column::withUnique);
        }
    }

    private void keepApart(String table, List<String> columns) {
        List<String> names = columns.stream().map(Tables::simple).toList();
        tables.computeIfPresent(table, (_, current) -> current.keepingApart(names));
    }

    private void change(String table, String column, UnaryOperator<Table.Column> change) {
        String name = simple(column);
        tables.computeIfPresent(
                table,
                (_, current) ->
                        current.with(
                                current.columns().stream()
                                        .map(one ->
                                                one.name().equals(name) ? change.apply(one) : one)
                                        .toList()));
    }

    /// What commas outside of parentheses and quotes part.
    private static List<String> parts(String text) {
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
            } else if (!isQuoted && c == ',' && depth == 0) {
                parts.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    /// A name without schema and quotes, in lower case.
    private static String simple(String name) {
        String bare = name.replaceAll("[\"`\\[\\]]", "").strip().replaceFirst("\\s.*", "");
        return bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
