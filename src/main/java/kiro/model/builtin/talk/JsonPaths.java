package kiro.model.builtin.talk;

/// Paths into a body, as JSONPath has them.
final class JsonPaths {
    private JsonPaths() {}

    /// The statement that reads a value of a body into a variable, as a text.
    ///
    /// @param body the expression for the body
    static String read(Check.ValueKept kept, String body) {
        return "String %s = JsonPath.read(%s, \"%s\").toString();"
                .formatted(kept.variable(), body, of(kept.path()));
    }

    /// The values of a property in a list.
    static String all(String list, String property) {
        return of(list + "[*]." + property);
    }

    /// The element of a list that has two values, with a place for each.
    static String element(Check.ElementHas has) {
        return "%s[?(@.%s == %s && @.%s == %s)]"
                .formatted(
                        of(has.key().list()),
                        has.key().property(),
                        place(has.key().isText()),
                        has.property(),
                        place(has.isText()));
    }

    /// A property of the element of a list that has one value, with a place for that.
    static String valueOf(Check.ElementHas has) {
        return "%s[?(@.%s == %s)].%s"
                .formatted(
                        of(has.key().list()),
                        has.key().property(),
                        place(has.key().isText()),
                        has.property());
    }

    private static String place(boolean isText) {
        return isText ? "'%s'" : "%s";
    }

    /// A path from the root: `name` is `$.name`, `[*].name` is `$[*].name`, nothing is `$`.
    static String of(String path) {
        return path.isEmpty() || path.startsWith("[") || path.startsWith(".")
                ? "$" + path
                : "$." + path;
    }
}
