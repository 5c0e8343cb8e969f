package kiro.model.builtin.write;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a value looks like in a JSON body, as a Java expression to compare with.
final class JsonForm {
    private static final Pattern CONSTANT = Pattern.compile("(?:[A-Z]\\w*\\.)+([A-Z][A-Z0-9_]*)");
    private static final Pattern PARSED =
            Pattern.compile(
                    "(?:Instant\\.parse|LocalDate\\.parse|UUID\\.fromString)\\((\".*\")\\)");
    private static final Pattern DAY =
            Pattern.compile("LocalDate\\.of\\((\\d+), (\\d+), (\\d+)\\)");

    private JsonForm() {}

    /// Empty where it depends on how the project writes such values.
    ///
    /// @param expression a Java expression for a value of the domain
    static Optional<String> of(String expression) {
        if (expression.matches("\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(\\.\\d+)?|true|false|null")) {
            return Optional.of(expression);
        }
        if (expression.matches("-?\\d+L")) {
            return Optional.of(expression.substring(0, expression.length() - 1));
        }
        Matcher parsed = PARSED.matcher(expression);
        if (parsed.matches()) {
            return Optional.of(parsed.group(1));
        }
        Matcher day = DAY.matcher(expression);
        if (day.matches()) {
            return Optional.of(
                    "\"%s-%02d-%02d\""
                            .formatted(
                                    day.group(1),
                                    Integer.parseInt(day.group(2)),
                                    Integer.parseInt(day.group(3))));
        }
        Matcher constant = CONSTANT.matcher(expression);
        return constant.matches() && !expression.startsWith("BigDecimal.")
                ? Optional.of(Constraints.literal(constant.group(1)))
                : Optional.empty();
    }
}
