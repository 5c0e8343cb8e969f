package kiro.model.builtin.talk;

/// Paths into a body, as JSONPath has them.
final class JsonPaths {
    private JsonPaths() {}

    /// A path from the root: `name` is `$.name`, `[*].name` is `$[*].name`, nothing is `$`.
    static String of(String path) {
        return path.isEmpty() || path.startsWith("[") ? "$" + path : "$." + path;
    }
}
