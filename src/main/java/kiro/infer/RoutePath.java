package kiro.infer;

import java.util.regex.Pattern;

/// Paths of routes, in one spelling for all frameworks: `/users/{id}`.
final class RoutePath {
    /// `{id:\\d+}`, `{id...}`, `{*rest}`.
    private static final Pattern BRACES =
            Pattern.compile("\\{\\*?(\\w+)[^{}/]*(?:\\{[^{}]*})*[^{}/]*}");

    /// `:id`, `:id(\\d+)`, `*rest`.
    private static final Pattern COLON = Pattern.compile("[:*](\\w+)(?:\\([^)]*\\))?\\??");

    /// `<int:id>`, `<id>`.
    private static final Pattern ANGLES = Pattern.compile("<(?:\\w+(?:\\([^)]*\\))?:)?(\\w+)>");

    /// `(?P<id>\\d+)`.
    private static final Pattern GROUP =
            Pattern.compile("\\(\\?P<(\\w+)>(?:[^()]|\\([^()]*\\))*\\)");

    private RoutePath() {}

    static String normal(String written) {
        String path = GROUP.matcher(written).replaceAll("{$1}");
        path = path.replaceAll("^\\^|\\$$|\\\\[AZ]", "").replaceFirst("/\\?$", "");
        path = BRACES.matcher(path).replaceAll("{$1}");
        path = ANGLES.matcher(path).replaceAll("{$1}");
        path = COLON.matcher(path).replaceAll("{$1}");
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    static String join(String prefix, String path) {
        String joined = (prefix + "/" + path).replaceAll("/{2,}", "/");
        return joined.length() > 1 && joined.endsWith("/") && !path.endsWith("/")
                ? joined.substring(0, joined.length() - 1)
                : joined;
    }

    /// Whether a path that is asked for belongs to a template.
    static boolean matches(String template, String asked) {
        String[] parts = trimmed(template).split("/", -1);
        String[] values = trimmed(asked.replaceAll("[?#].*", "")).split("/", -1);
        if (parts.length != values.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            boolean isOpen = parts[i].startsWith("{") || values[i].contains("*");
            if (!isOpen && !parts[i].equals(values[i])) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
