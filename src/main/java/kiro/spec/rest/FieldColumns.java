package kiro.spec.rest;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the columns of a table are for, by their headings.
final class FieldColumns {
    private static final Map<Column, Set<String>> HEADINGS = new EnumMap<>(Column.class);

    /// The use of a column.
    enum Column {
        NAME,
        TYPE,
        REQUIRED,
        OPTIONAL,
        NULLABLE,
        RULES,
        TEXT,
        DEFAULT,
        IN,
        EXAMPLE,
        STATUS,
        SITUATION,
        METHOD,
        PATH,
        UNKNOWN
    }

    static {
        HEADINGS.put(
                Column.NAME,
                Set.of(
                        "field",
                        "fields",
                        "name",
                        "field name",
                        "parameter",
                        "param",
                        "property",
                        "attribute",
                        "key",
                        "feld",
                        "query parameter",
                        "path parameter",
                        "parameter name",
                        "parameters",
                        "request field",
                        "response field",
                        "body field",
                        "member",
                        "header"));
        HEADINGS.put(Column.TYPE, Set.of("type", "typ", "data type", "datatype", "json type"));
        HEADINGS.put(
                Column.REQUIRED,
                Set.of("required", "required?", "mandatory", "req", "req.", "presence", "pflicht"));
        HEADINGS.put(Column.OPTIONAL, Set.of("optional", "optional?"));
        HEADINGS.put(Column.NULLABLE, Set.of("nullable", "null", "nullable?", "can be null"));
        HEADINGS.put(
                Column.RULES,
                Set.of(
                        "constraints",
                        "constraint",
                        "validation",
                        "rules",
                        "rule",
                        "limits",
                        "restrictions",
                        "validations",
                        "regeln",
                        "validation rules",
                        "format",
                        "allowed values",
                        "values"));
        HEADINGS.put(
                Column.TEXT,
                Set.of(
                        "description",
                        "meaning",
                        "notes",
                        "note",
                        "comment",
                        "comments",
                        "remarks",
                        "details",
                        "beschreibung",
                        "explanation",
                        "purpose",
                        "body",
                        "response body"));
        HEADINGS.put(Column.DEFAULT, Set.of("default", "default value", "standard"));
        HEADINGS.put(Column.IN, Set.of("in", "location", "where", "part", "place", "source"));
        HEADINGS.put(Column.EXAMPLE, Set.of("example", "examples", "sample", "sample value"));
        HEADINGS.put(
                Column.STATUS,
                Set.of(
                        "status",
                        "code",
                        "http status",
                        "status code",
                        "http code",
                        "response",
                        "http",
                        "error",
                        "answer",
                        "error code",
                        "result"));
        HEADINGS.put(
                Column.SITUATION,
                Set.of(
                        "condition",
                        "when",
                        "case",
                        "situation",
                        "reason",
                        "scenario",
                        "cause",
                        "if",
                        "trigger",
                        "error case",
                        "conditions"));
        HEADINGS.put(Column.METHOD, Set.of("method", "verb", "http method"));
        HEADINGS.put(Column.PATH, Set.of("path", "url", "uri", "route", "endpoint"));
    }

    private final List<Column> columns;
    private final List<String> headings;

    private FieldColumns(List<String> headings) {
        this.headings = headings;
        this.columns = headings.stream().map(FieldColumns::column).toList();
    }

    static FieldColumns of(List<String> header) {
        return new FieldColumns(header.stream().map(FieldColumns::bare).toList());
    }

    private static String bare(String heading) {
        return heading.replaceAll("[*_`:]", "").strip().toLowerCase(Locale.ROOT);
    }

    /// Whether a column is for explanations alone: it says so itself, or the rules have one of their own.
    boolean isExplaining(int index) {
        return columns.get(index) == Column.TEXT
                && (headings.get(index).matches("meaning|explanation|purpose")
                        || has(Column.RULES));
    }

    private static Column column(String words) {
        return HEADINGS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(words))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Column.UNKNOWN);
    }

    int index(Column column) {
        return columns.indexOf(column);
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    /// The cell of a row in this column; empty where there is none, or nothing in it.
    Optional<String> cell(Block.Row row, Column column) {
        String cell = row.cell(index(column)).strip();
        boolean isNothing = Set.of("", "-", "\u2013", "\u2014", "none", "n/a", "--").contains(cell);
        return isNothing ? Optional.empty() : Optional.of(cell);
    }

    List<Column> all() {
        return columns;
    }
}
