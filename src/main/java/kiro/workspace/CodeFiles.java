package kiro.workspace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// What code a project has, told from the names of its files.
///
/// @param languages the most used first
/// @param sources the folders below which code is kept
/// @param tests the folders below which tests are kept
record CodeFiles(List<String> languages, List<WorkspacePath> sources, List<WorkspacePath> tests) {
    private static final Set<String> JVM_LANGUAGES =
            Set.of("java", "kotlin", "scala", "groovy", "clojure");
    private static final Set<String> TEST_FOLDERS =
            Set.of("test", "tests", "__tests__", "spec", "specs", "e2e", "it", "integration-tests");
    private static final Set<String> SOURCE_FOLDERS =
            Set.of("src", "lib", "app", "source", "pages", "Sources", "cmd", "internal", "pkg");
    private static final Pattern TEST_SET = Pattern.compile("(?i)test|it|.*test|test[A-Z_-].*");
    private static final Set<String> NAMING_TESTS =
            Set.of(
                    "go", "py", "rb", "dart", "exs", "js", "ts", "jsx", "tsx", "cjs", "cts", "cjsx",
                    "ctsx", "mjs", "mts", "mjsx", "mtsx");
    private static final Pattern TEST_FILE =
            Pattern.compile(
                    ".*_test\\.(go|py|rb|dart|exs)|test_.*\\.py|.*_spec\\.rb"
                            + "|.*\\.(test|spec)\\.[cm]?[jt]sx?");

    /// @param files sorted
    static CodeFiles of(List<WorkspacePath> files, List<BuildFile> builds) {
        var folders = new Folders(builds);
        var languages = new Languages();
        for (WorkspacePath file : files) {
            String path = file.value();
            int slash = path.lastIndexOf('/');
            if (languages.count(path, slash)) {
                folders.of(path, slash).count(path, slash, languages.mayNameTests());
            }
        }
        return new CodeFiles(
                mostUsed(languages.counts()),
                sorted(folders.counts(tally -> tally.sources)),
                sorted(folders.counts(tally -> tally.tests)));
    }

    /// The files of each language. It is looked up anew only where it is another than that of the file before.
    private static final class Languages {
        private final Map<String, Integer> counts = new HashMap<>();
        private String extension = "";
        private Optional<String> language = Optional.empty();
        private boolean mayNameTests;
        private int count;

        /// Counts a file; false when it is no program.
        boolean count(String path, int slash) {
            int dot = path.lastIndexOf('.');
            if (dot <= slash + 1) {
                return false;
            }
            if (path.length() - dot - 1 != extension.length() || !path.endsWith(extension)) {
                add();
                extension = path.substring(dot + 1);
                language = Language.ofExtension(extension);
                mayNameTests = NAMING_TESTS.contains(extension);
            }
            count++;
            return language.isPresent();
        }

        /// Whether files like the last one may tell by their names that they are tests.
        boolean mayNameTests() {
            return mayNameTests;
        }

        private void add() {
            language.ifPresent(name -> counts.merge(name, count, Integer::sum));
            count = 0;
        }

        Map<String, Integer> counts() {
            add();
            return counts;
        }
    }

    private static List<String> mostUsed(Map<String, Integer> languages) {
        return languages.entrySet().stream()
                .sorted(CodeFiles::mostFirst)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int mostFirst(Map.Entry<String, Integer> one, Map.Entry<String, Integer> other) {
        int order = other.getValue().compareTo(one.getValue());
        return order != 0 ? order : one.getKey().compareTo(other.getKey());
    }

    /// The folders of files, each looked at once: where there are many files, they lie in few folders.
    private static final class Folders {
        private final Set<String> modules = new HashSet<>();
        private final Map<String, Tally> known = new LinkedHashMap<>();
        private String lastPath = "";
        private Tally last;

        Folders(List<BuildFile> builds) {
            builds.forEach(build -> modules.add(parent(build.path().value())));
            last = known.computeIfAbsent("", path -> new Tally(Folder.of(path, modules)));
        }

        /// The folder that a file lies in: mostly that of the file before it.
        Tally of(String file, int slash) {
            int end = Math.max(0, slash);
            if (end != lastPath.length() || !file.startsWith(lastPath)) {
                lastPath = file.substring(0, end);
                last = known.computeIfAbsent(lastPath, path -> new Tally(Folder.of(path, modules)));
            }
            return last;
        }

        /// How many files count for each folder that any count for.
        Map<WorkspacePath, Integer> counts(ToIntFunction<Tally> kind) {
            var counts = new HashMap<WorkspacePath, Integer>();
            for (Tally tally : known.values()) {
                int count = kind.applyAsInt(tally);
                if (count > 0) {
                    tally.folder
                            .counted()
                            .ifPresent(path -> counts.merge(path, count, Integer::sum));
                }
            }
            return counts;
        }
    }

    /// The files that lie right in a folder, counted.
    private static final class Tally {
        private final Folder folder;
        private int sources;
        private int tests;

        private Tally(Folder folder) {
            this.folder = folder;
        }

        void count(String path, int slash, boolean mayNameTests) {
            if (folder.isTest(path, slash, mayNameTests)) {
                tests++;
            } else {
                sources++;
            }
        }
    }

    /// What a folder says of the files that lie right in it.
    ///
    /// @param holds what they are
    /// @param counted the folder that they count for; empty for the root, and for a folder of resources
    private record Folder(Holds holds, Optional<WorkspacePath> counted) {
        static Folder of(String path, Set<String> modules) {
            String[] names = path.isEmpty() ? new String[0] : path.split("/");
            int set = sourceSet(names);
            if (set > 0) {
                return new Folder(
                        TEST_SET.matcher(names[set]).matches() ? Holds.TESTS : Holds.SOURCES,
                        JVM_LANGUAGES.contains(names[set + 1])
                                ? Optional.of(first(path, set + 2))
                                : Optional.empty());
            }
            int tests = place(names, TEST_FOLDERS);
            if (tests >= 0) {
                return new Folder(Holds.TESTS, Optional.of(first(path, tests + 1)));
            }
            int sources = place(names, SOURCE_FOLDERS);
            return new Folder(
                    Holds.BOTH,
                    sources >= 0
                            ? Optional.of(first(path, sources + 1))
                            : ofModule(path, names.length, modules));
        }

        boolean isTest(String path, int slash, boolean mayNameTests) {
            return switch (holds) {
                case TESTS -> true;
                case SOURCES -> false;
                case BOTH -> mayNameTests && isTestByName(path, slash + 1);
            };
        }
    }

    /// An expression costs much more than a look at the letters that each such name has.
    private static boolean isTestByName(String path, int name) {
        return (path.indexOf("test", name) >= 0 || path.indexOf("spec", name) >= 0)
                && TEST_FILE.matcher(path.substring(name)).matches();
    }

    private enum Holds {
        TESTS,
        SOURCES,
        /// Files tell by their names what they are.
        BOTH
    }

    private static List<WorkspacePath> sorted(Map<WorkspacePath, Integer> folders) {
        return folders.keySet().stream()
                .sorted((one, other) -> order(folders, one, other))
                .toList();
    }

    private static int order(
            Map<WorkspacePath, Integer> folders, WorkspacePath one, WorkspacePath other) {
        int order = Integer.compare(depth(one), depth(other));
        order = order != 0 ? order : Integer.compare(count(folders, other), count(folders, one));
        return order != 0 ? order : one.compareTo(other);
    }

    private static int depth(WorkspacePath folder) {
        return folder.value().split("/").length;
    }

    private static int count(Map<WorkspacePath, Integer> folders, WorkspacePath folder) {
        return folders.getOrDefault(folder, 0);
    }

    /// In a module without a folder for its code: the folder in the module, or the module's own.
    private static Optional<WorkspacePath> ofModule(String path, int names, Set<String> modules) {
        int module = 0;
        for (int i = 1; i <= names && !modules.isEmpty(); i++) {
            if (modules.contains(prefix(path, i))) {
                module = i;
            }
        }
        int length = Math.min(module + 1, names);
        return length == 0 ? Optional.empty() : Optional.of(first(path, length));
    }

    /// Where the name of a source set stands, as in `src/main/java/App.java`; 0 when there is none.
    private static int sourceSet(String[] names) {
        for (int i = 0; i + 2 < names.length; i++) {
            boolean isKnown =
                    JVM_LANGUAGES.contains(names[i + 2]) || names[i + 2].equals("resources");
            if (names[i].equals("src") && isKnown) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Where the first of these names stands; -1 when none does.
    private static int place(String[] names, Set<String> wanted) {
        for (int i = 0; i < names.length; i++) {
            if (wanted.contains(names[i])) {
                return i;
            }
        }
        return -1;
    }

    private static WorkspacePath first(String path, int names) {
        return WorkspacePath.of(prefix(path, names));
    }

    /// The first names of a path.
    private static String prefix(String path, int names) {
        int end = -1;
        for (int i = 0; i < names; i++) {
            end = path.indexOf('/', end + 1);
            if (end < 0) {
                return path;
            }
        }
        return path.substring(0, end);
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
}
