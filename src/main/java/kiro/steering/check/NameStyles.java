package kiro.steering.check;

import java.util.regex.Pattern;
import kiro.steering.rule.NamePattern;

/// Whether names are written as a rule asks.
final class NameStyles {
    private static final Pattern CAMEL = Pattern.compile("[_$]*[a-z][a-zA-Z0-9]*");
    private static final Pattern PASCAL = Pattern.compile("[_$]*[A-Z][a-zA-Z0-9]*");
    private static final Pattern SNAKE = Pattern.compile("_*[a-z][a-z0-9]*(?:_[a-z0-9]+)*_*");
    private static final Pattern UPPER_SNAKE = Pattern.compile("_*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

    private NameStyles() {}

    static boolean isSo(String name, NamePattern pattern) {
        return switch (pattern) {
            case NamePattern.Cased cased ->
                    switch (cased.style()) {
                        case CAMEL -> CAMEL.matcher(name).matches();
                        case PASCAL -> PASCAL.matcher(name).matches();
                        case SNAKE -> SNAKE.matcher(name).matches();
                        case UPPER_SNAKE -> UPPER_SNAKE.matcher(name).matches();
                        case KEBAB -> KEBAB.matcher(name).matches();
                    };
            case NamePattern.StartsWith starts ->
                    starts.anyOf().stream().anyMatch(name::startsWith);
            case NamePattern.NotStartsWith not ->
                    not.noneOf().stream().noneMatch(prefix -> isPrefixed(name, prefix));
            case NamePattern.EndsWith ends -> ends.anyOf().stream().anyMatch(name::endsWith);
            case NamePattern.NotEndsWith not -> not.noneOf().stream().noneMatch(name::endsWith);
            case NamePattern.Matches matches -> SoughtText.of(matches.pattern()).isWhole(name);
        };
    }

    /// A prefix such as `I` is one only before another word: `Item` has none.
    private static boolean isPrefixed(String name, String prefix) {
        if (!name.startsWith(prefix)) {
            return false;
        }
        boolean isOfLetters = Character.isLetter(prefix.charAt(prefix.length() - 1));
        String rest = name.substring(prefix.length());
        return !isOfLetters
                || rest.isEmpty()
                || Character.isUpperCase(rest.charAt(0))
                || rest.charAt(0) == '_';
    }

    static String shown(NamePattern pattern) {
        return switch (pattern) {
            case NamePattern.Cased cased ->
                    switch (cased.style()) {
                        case CAMEL -> "camelCase";
                        case PASCAL -> "PascalCase";
                        case SNAKE -> "snake_case";
                        case UPPER_SNAKE -> "UPPER_SNAKE_CASE";
                        case KEBAB -> "kebab-case";
                    };
            case NamePattern.StartsWith starts ->
                    "a name that starts with " + String.join(" or ", starts.anyOf());
            case NamePattern.NotStartsWith not ->
                    "a name that does not start with " + String.join(" or ", not.noneOf());
            case NamePattern.EndsWith ends ->
                    "a name that ends with " + String.join(" or ", ends.anyOf());
            case NamePattern.NotEndsWith not ->
                    "a name that does not end with " + String.join(" or ", not.noneOf());
            case NamePattern.Matches matches ->
                    "a name that follows "
                            + matches.pattern().text().replace("[^/]*", "*").replace("\\.", ".");
        };
    }
}
