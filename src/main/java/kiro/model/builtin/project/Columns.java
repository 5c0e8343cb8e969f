package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long the texts are that a project's tables take: by the annotations of entities, by its SQL.
public final class Columns {
    private static final Pattern TABLE =
            Pattern.compile(
                    "(?is)(?:create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?|alter\\s+table\\s+)[\\w.\"`]*?[\"`]?(\\w+)[\"`]?\\s*(.*?);");
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?i)(?:^|[(,]|\\bcolumn\\s|\\badd\\s)\\s*[\"`]?(\\w+)[\"`]?\\s+(n?(?:var)?char(?:acter)?(?:\\s+varying)?2?)\\s*\\(\\s*(\\d{1,6})");
    private static final Pattern ANNOTATED =
            Pattern.compile("\\b(?:length|max)\\s*=\\s*(\\d{1,6})");

    private final Sources sources;

    public Columns(Sources sources) {
        this.sources = sources;
    }

    /// A column for texts.
    ///
    /// @param isFixed whether shorter texts are filled up with blanks
    public record Column(int length, boolean isFixed) {}

    /// The column that a property is kept in; empty where nothing says how long it is.
    public Optional<Column> of(ProjectType type, Property property) {
        if (!property.typeName().raw().equals("String")) {
            return Optional.empty();
        }
        OptionalInt annotated = annotated(type, property);
        return annotated.isPresent()
                ? Optional.of(new Column(annotated.getAsInt(), false))
                : inSql(type, property);
    }

    private static OptionalInt annotated(ProjectType type, Property property) {
        return type.type().field(property.name()).stream()
                .flatMap(field -> field.annotations().stream())
                .filter(use -> List.of("Column", "Size", "Length").contains(use.name()))
                .map(use -> ANNOTATED.matcher(use.toString()))
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .min();
    }

    private Optional<Column> inSql(ProjectType type, Property property) {
        var found = new ArrayList<Column>();
        for (String sql : sqls().toList()) {
            Matcher table = TABLE.matcher(sql);
            while (table.find()) {
                if (isOf(table.group(1), type.name())) {
                    Matcher column = TEXT.matcher(table.group(2));
                    while (column.find()) {
                        if (plain(column.group(1)).equals(plain(property.name()))) {
                            String kind = column.group(2).toLowerCase(Locale.ROOT);
                            boolean isFixed = !kind.contains("var");
                            found.add(new Column(Integer.parseInt(column.group(3)), isFixed));
                        }
                    }
                }
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /// In the order of their names, in which migrations are run as a rule.
    private Stream<String> sqls() {
        return sources.texts().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".sql"))
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(file -> file.getValue().replaceAll("--[^\\n]*", ""));
    }

    private static boolean isOf(String table, String type) {
        String name = plain(type).replaceFirst("(entity|row|record|model)$", "");
        String plain = plain(table);
        return plain.equals(name)
                || plain.equals(name + "s")
                || plain.equals(name + "es")
                || (name.endsWith("y")
                        && plain.equals(name.substring(0, name.length() - 1) + "ies"));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
