package kiro.spec.rest;

/// Turns the form of a text that is told part by part into a regular expression: "two upper case letters, a hyphen and
/// four digits" is `[A-Z]{2}-[0-9]{4}`.
final class ShapeWords {
    private ShapeWords() {}

    static String expression(Meaning shape) {
        var expression = new StringBuilder();
        for (Tree part : shape.tree().children()) {
            switch (part.name()) {
                case "ShapeCount" -> expression.append(counted(shape.of(part)));
                case "ShapeMark" -> expression.append(mark(shape.of(part)));
                default -> {
                    // An example shows the form once more.
                }
            }
        }
        return expression.toString();
    }

    private static String counted(Meaning part) {
        int min = count(part.words("ShapeMin").orElse("1"));
        int max = part.words("ShapeMax").map(ShapeWords::count).orElse(min);
        String kind = part.has("ShapeDigits") ? "[0-9]" : letters(part);
        if (max == 1) {
            return kind;
        }
        return kind + (min == max ? "{%d}".formatted(min) : "{%d,%d}".formatted(min, max));
    }

    private static String letters(Meaning part) {
        if (part.has("ShapeUpper")) {
            return "[A-Z]";
        }
        return part.has("ShapeLower") ? "[a-z]" : "[A-Za-z]";
    }

    private static int count(String word) {
        return Math.max(1, Numbers.ofWord(word));
    }

    private static String mark(Meaning part) {
        String sign = part.words("ShapeSign").orElse("-");
        String literal =
                switch (sign) {
                    case "plus" -> "+";
                    case "underscore" -> "_";
                    case "dot" -> ".";
                    case "slash" -> "/";
                    case "colon" -> ":";
                    default -> sign;
                };
        return literal.replaceAll("([.*+?()\\[\\]{}|^$\\\\])", "\\\\$1");
    }
}
