package kiro.steering.check;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import kiro.text.PathGlob;

/// Files that belong to others: tests, stories and the like.
final class Companions {
    private Companions() {}

    /// Whether there is a file of tests by the customs of a language.
    static boolean hasTest(String path, NavigableSet<String> paths) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String end = dot < 0 ? "" : name.substring(dot);
        List<String> names =
                List.of(
                        stem + "Test" + end,
                        stem + "Tests" + end,
                        stem + "IT" + end,
                        stem + ".test" + end,
                        stem + ".spec" + end,
                        stem + "_test" + end,
                        stem + "-test" + end,
                        "test_" + stem + end,
                        stem + "_spec" + end,
                        stem + "_tests" + end);
        boolean isOfTests = names.stream().anyMatch(each -> isNamed(each, paths));
        boolean isInTests =
                paths.contains("tests/" + name)
                        || paths.stream().anyMatch(each -> each.endsWith("/__tests__/" + name));
        return isOfTests || isInTests;
    }

    private static boolean isNamed(String name, NavigableSet<String> paths) {
        return paths.contains(name) || paths.stream().anyMatch(each -> each.endsWith("/" + name));
    }

    static boolean has(String path, String pattern, NavigableSet<String> paths) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, Math.max(0, slash));
        String name = path.substring(slash + 1);
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        String wanted = pattern.replace("{name}", stem).replace("{folder}", folder);
        boolean isPlace = pattern.contains("/");
        String beside = folder.isEmpty() ? wanted : folder + "/" + wanted;
        if (!isPlace && paths.contains(beside)) {
            return true;
        }
        if (paths.contains(wanted.startsWith("/") ? wanted.substring(1) : wanted)) {
            return true;
        }
        Optional<PathGlob> glob = PathGlob.parse(wanted);
        return wanted.contains("*")
                && glob.isPresent()
                && paths.stream().anyMatch(glob.get()::matches);
    }
}
