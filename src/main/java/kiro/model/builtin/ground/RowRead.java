package kiro.model.builtin.ground;

/// Reads a column of a row that may have no value.
final class RowRead {
    private RowRead() {}

    static String of(String row, NewProperty property) {
        String column = "\"" + Renaming.snake(property.name()) + "\"";
        String text = row + ".getString(" + column + ")";
        if (property.isEnum()) {
            return text + " == null ? null : " + property.type() + ".valueOf(" + text + ")";
        }
        String time = row + ".getTimestamp(" + column + ")";
        return switch (property.type()) {
            case "String" -> text;
            case "BigDecimal" -> row + ".getBigDecimal(" + column + ")";
            case "Instant" -> time + " == null ? null : " + time + ".toInstant()";
            default -> row + ".getObject(" + column + ", " + property.type() + ".class)";
        };
    }
}
