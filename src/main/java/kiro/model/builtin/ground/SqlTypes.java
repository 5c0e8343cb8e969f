package kiro.model.builtin.ground;

import java.util.Locale;

/// The types of columns, by the words that a project's scripts use for them.
final class SqlTypes {
    private static final int USUAL = 255;

    private final Scripts scripts;
    private final boolean isUpper;

    SqlTypes(Scripts scripts, boolean isUpper) {
        this.scripts = scripts;
        this.isUpper = isUpper;
    }

    String of(NewProperty property) {
        String type = type(property);
        return isUpper ? type.toUpperCase(Locale.ROOT) : type;
    }

    private String type(NewProperty property) {
        if (property.isEnum()) {
            int longest = property.constants().stream().mapToInt(String::length).max().orElse(0);
            return "varchar(" + Math.max(20, (longest + 9) / 10 * 10) + ")";
        }
        return switch (property.type()) {
            case "int", "Integer" -> scripts.says("\\bint\\b") ? "int" : "integer";
            case "long", "Long" -> "bigint";
            case "boolean", "Boolean" -> "boolean";
            case "double", "Double" -> "double precision";
            case "BigDecimal" ->
                    (scripts.says("\\bdecimal\\b") ? "decimal" : "numeric") + "(19, 2)";
            case "LocalDate" -> "date";
            case "LocalTime" -> "time";
            case "LocalDateTime" -> "timestamp";
            case "Instant", "OffsetDateTime", "ZonedDateTime" -> instant();
            case "UUID" -> "uuid";
            default -> text(property);
        };
    }

    private String instant() {
        return scripts.says("\\btimestamptz\\b")
                ? "timestamptz"
                : scripts.says("\\btimestamp(\\s*\\(\\d\\))?\\s+with\\s+time\\s+zone\\b")
                        ? "timestamp with time zone"
                        : "timestamp";
    }

    private String text(NewProperty property) {
        boolean isOpen = property.length().isEmpty() && scripts.says("\\btext\\b");
        return isOpen ? "text" : "varchar(" + property.length().orElse(USUAL) + ")";
    }
}
