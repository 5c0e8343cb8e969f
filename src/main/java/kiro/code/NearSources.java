package kiro.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Finds the sources of a project that are nearest to a task. Paths come sorted, so that what a folder says is found out once
/// for the files that lie in it: there may be very many.
final class NearSources {
    private static final Set<String> SOURCES =
            Set.of(
                    "java", "kt", "ts", "tsx", "js", "jsx", "mjs", "py", "go", "rs", "rb", "cs",
                    "scala", "swift", "php");
    private static final int DEEPEST = 1_000;
    private static final PathWords TEST_FOLDERS =
            new PathWords(
                    Set.of("test", "tests", "spec", "specs", "__tests__", "e2e", "fixtures"), "/");
    private static final List<String> TEST_NAMES = List.of(".test", ".spec", "_test", "_spec");

    private final PathWords task;
    private final int most;
    private String extension = "";
    private boolean isSource;

    /// @param words what the task speaks of
    /// @param most how many files are looked at
    NearSources(Set<String> words, int most) {
        this.task = new PathWords(words, "/._-");
        this.most = most;
    }

    /// The sources that are looked at, sorted, and how many others there are.
    record Choice(List<String> nearest, int others) {
        Choice {
            nearest = List.copyOf(nearest);
        }
    }

    /// What a folder says of the files in it.
    ///
    /// @param depth how many folders they lie in
    private record Folder(String path, boolean isOfTests, boolean isSpokenOf, int depth) {
        static Folder of(String path, PathWords task) {
            int depth = path.isEmpty() ? 0 : 1;
            for (int i = 0; i < path.length(); i++) {
                depth += path.charAt(i) == '/' ? 1 : 0;
            }
            return new Folder(
                    path,
                    TEST_FOLDERS.areIn(path, 0, path.length()),
                    task.areIn(path, 0, path.length()),
                    Math.min(depth, DEEPEST - 1));
        }

        boolean holds(String file, int slash) {
            return Math.max(0, slash) == path.length() && file.startsWith(path);
        }
    }

    /// Those whose paths speak of what the task speaks of come first, then those nearest to the root. They are put into
    /// lots and not sorted.
    ///
    /// @param paths sorted
    /// @param mayShow asked about those alone that come into question
    Choice of(List<String> paths, Predicate<String> mayShow) {
        var lots = new TreeMap<Integer, List<String>>();
        var folder = Folder.of("", task);
        int count = 0;
        int lotOf = -1;
        List<String> lot = List.of();
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            if (!isSource(path, slash)) {
                continue;
            }
            if (!folder.holds(path, slash)) {
                folder = Folder.of(path.substring(0, Math.max(0, slash)), task);
            }
            if (folder.isOfTests() || isTestName(path, slash + 1)) {
                continue;
            }
            count++;
            boolean isNear = folder.isSpokenOf() || task.areIn(path, slash + 1, path.length());
            int far = folder.depth() + (isNear ? 0 : DEEPEST);
            if (far != lotOf) {
                lotOf = far;
                lot = lots.computeIfAbsent(far, _ -> new ArrayList<>());
            }
            lot.add(path);
        }
        List<String> nearest =
                lots.values().stream()
                        .flatMap(List::stream)
                        .filter(mayShow)
                        .limit(count <= most ? count : most)
                        .sorted()
                        .toList();
        return new Choice(nearest, count <= most ? 0 : count - nearest.size());
    }

    /// By the end of its name, which is looked up anew only where it is another than that of the file before.
    private boolean isSource(String path, int slash) {
        int dot = path.lastIndexOf('.');
        if (dot <= slash) {
            return false;
        }
        if (path.length() - dot - 1 != extension.length() || !path.endsWith(extension)) {
            extension = path.substring(dot + 1);
            isSource = SOURCES.contains(extension.toLowerCase(Locale.ROOT));
        }
        return isSource;
    }

    /// Read off by hand: an expression would be tried on every file of the repository.
    private static boolean isTestName(String path, int name) {
        int end = Math.max(name, path.lastIndexOf('.'));
        if (end == name || !isLastOfTest(path.charAt(end - 1))) {
            return false;
        }
        for (String test : TEST_NAMES) {
            int start = end - test.length();
            if (start >= name && path.regionMatches(true, start, test, 0, test.length())) {
                return true;
            }
        }
        return false;
    }

    /// Most names are none by their last letter alone.
    private static boolean isLastOfTest(char letter) {
        return letter == 't' || letter == 'T' || letter == 'c' || letter == 'C';
    }
}
