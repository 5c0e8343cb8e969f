package kiro.model.builtin.talk;

/// Paths into a body, as JSONPath has them.
final class JsonPaths {
    private JsonPaths() {}

    /// The values of a property in a list.
    static String all(String list, String property) {
        return of(list + "[*]." + property);
    }

    /// A path from the root: `name` is `$.name`, `[*].name` is `$[*].name`, nothing is `$`.
    static String of(String path) {
        return path.isEmpty() || path.startsWith("[") || path.startsWith(".")
                ? "$" + path
                : "$." + path;
    }
}
