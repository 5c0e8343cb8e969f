package kiro.spec.rest;

import java.util.Arrays;
import java.util.regex.Pattern;

/// What stands in code marks or quotation marks, by its form.
enum CodeText {
    /// Words that mean the same without the marks: `PUT /users/{id}`, `404 Not Found`.
    PLAIN_TEXT,
    /// Several names with marks between them: `id, name`, `status=open`.
    NAMES,
    /// A path parameter: `{id}`, `:id`.
    PARAMETER,
    /// An empty list or object.
    MARK,
    /// A name or a value.
    VALUE;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.-]{0,79}(\\[])?");
    private static final Pattern SEPARATORS = Pattern.compile("[,=:|]");

    static CodeText of(String text) {
        if (text.equals("[]") || text.equals("{}")) {
            return MARK;
        }
        if (isBraced(text, '{', '}') || (text.startsWith(":") && isName(text.substring(1)))) {
            return PARAMETER;
        }
        if (isName(text)) {
            return isMethod(text) ? PLAIN_TEXT : VALUE;
        }
        if (text.startsWith("/") || isNumeric(text) || isMethod(text.split(" ", 2)[0])) {
            return PLAIN_TEXT;
        }
        return isNames(text) ? NAMES : VALUE;
    }

    static boolean isName(String text) {
        return text.length() <= 80 && NAME.matcher(text).matches();
    }

    static boolean isSeparator(char c) {
        return c == ',' || c == '=' || c == ':' || c == '|';
    }

    private static boolean isBraced(String text, char open, char close) {
        return text.length() > 2
                && text.charAt(0) == open
                && text.charAt(text.length() - 1) == close
                && isName(text.substring(1, text.length() - 1));
    }

    private static boolean isMethod(String text) {
        return Arrays.stream(HttpMethod.values()).anyMatch(method -> method.name().equals(text));
    }

    private static boolean isNumeric(String text) {
        char first = text.charAt(0);
        return Character.isDigit(first)
                || (text.length() > 1
                        && "<>=-".indexOf(first) >= 0
                        && text.matches("[<>=-]=? ?\\d+"));
    }

    private static boolean isNames(String text) {
        return text.length() <= 200
                && SEPARATORS.matcher(text).find()
                && SEPARATORS
                        .splitAsStream(text)
                        .map(String::strip)
                        .allMatch(part -> isName(part) || part.matches("-?\\d{1,18}"));
    }

    /// Whether the text names a parameter of a query: `?page=`.
    static boolean isQueryName(String text) {
        return text.matches("\\?[A-Za-z][\\w.-]*=?");
    }
}
