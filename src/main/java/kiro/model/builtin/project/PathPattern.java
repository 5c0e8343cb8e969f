package kiro.model.builtin.project;

import java.util.List;

/// Matches paths against the patterns of Spring: `*` is one segment, `**` any number of them.
final class PathPattern {
    private PathPattern() {}

    static boolean matches(String pattern, String path) {
        return matches(Paths.segments(pattern), Paths.segments(path));
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.isEmpty()) {
            return path.isEmpty();
        }
        String first = pattern.getFirst();
        List<String> rest = pattern.subList(1, pattern.size());
        if (first.equals("**")) {
            for (int skipped = 0; skipped <= path.size(); skipped++) {
                if (matches(rest, path.subList(skipped, path.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !path.isEmpty()
                && isMatch(first, path.getFirst())
                && matches(rest, path.subList(1, path.size()));
    }

    private static boolean isMatch(String pattern, String segment) {
        return Paths.isParameter(pattern)
                || pattern.equals("*")
                || pattern.equals(segment)
                || (pattern.contains("*") && segment.matches(glob(pattern)));
    }

    private static String glob(String pattern) {
        return "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    }
}
