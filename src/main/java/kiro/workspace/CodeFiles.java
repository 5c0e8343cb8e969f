package kiro.workspace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Pattern TEST_FILE =
            Pattern.compile(
                    ".*_test\\.(go|py|rb|dart|exs)|test_.*\\.py|.*_spec\\.rb"
                            + "|.*\\.(test|spec)\\.[cm]?[jt]sx?");

    /// @param files sorted
    static CodeFiles of(List<WorkspacePath> files, List<BuildFile> builds) {
        var folders = new Folders(builds);
        var languages = new HashMap<String, Integer>();
        var sources = new HashMap<WorkspacePath, Integer>();
        var tests = new HashMap<WorkspacePath, Integer>();
        for (WorkspacePath file : files) {
            Optional<String> language = Language.of(file);
            if (language.isEmpty()) {
                continue;
            }
            languages.merge(language.get(), 1, Integer::sum);
            Folder folder = folders.of(file.value());
            folder.counted()
                    .ifPresent(path ->
                            (folder.isTest(file) ? tests : sources).merge(path, 1, Integer::sum));
        }
        return new CodeFiles(mostUsed(languages), sorted(sources), sorted(tests));
    }

    private static List<String> mostUsed(Map<String, Integer> languages) {
        return languages.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The folders of files, each looked at once: where there are many files, they lie in few folders.
    private static final class Folders {
        private final Set<String> modules = new HashSet<>();
        private final Map<String, Folder> known = new HashMap<>();
        private String lastPath = "";
        private Folder last;

        Folders(List<BuildFile> builds) {
            builds.forEach(build -> modules.add(parent(build.path().value())));
            last = Folder.of("", modules);
        }

        /// The folder that a file lies in: mostly that of the file before it.
        Folder of(String file) {
            int end = Math.max(0, file.lastIndexOf('/'));
            if (end != lastPath.length() || !file.startsWith(lastPath)) {
                lastPath = file.substring(0, end);
                last = known.computeIfAbsent(lastPath, path -> Folder.of(path, modules));
            }
            return last;
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
                                ? Optional.of(first(names, set + 2))
                                : Optional.empty());
            }
            int tests = place(names, TEST_FOLDERS);
            if (tests >= 0) {
                return new Folder(Holds.TESTS, Optional.of(first(names, tests + 1)));
            }
            int sources = place(names, SOURCE_FOLDERS);
            return new Folder(
                    Holds.BOTH,
                    sources >= 0
                            ? Optional.of(first(names, sources + 1))
                            : ofModule(names, modules));
        }

        boolean isTest(WorkspacePath file) {
            return switch (holds) {
                case TESTS -> true;
                case SOURCES -> false;
                case BOTH -> isTestByName(file.name());
            };
        }
    }

    /// An expression costs much more than a look at the letters that each such name has.
    private static boolean isTestByName(String name) {
        return (name.contains("test") || name.contains("spec"))
                && TEST_FILE.matcher(name).matches();
    }

    private enum Holds {
        TESTS,
        SOURCES,
        /// Files tell by their names what they are.
        BOTH
    }

    private static List<WorkspacePath> sorted(Map<WorkspacePath, Integer> folders) {
        return folders.keySet().stream()
                .sorted(
                        Comparator.<WorkspacePath>comparingInt(
                                        folder -> folder.value().split("/").length)
                                .thenComparing(folders::get, Comparator.reverseOrder())
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// In a module without a folder for its code: the folder in the module, or the module's own.
    private static Optional<WorkspacePath> ofModule(String[] names, Set<String> modules) {
        int module = 0;
        for (int i = 1; i <= names.length; i++) {
            if (modules.contains(joined(names, i))) {
                module = i;
            }
        }
        int length = Math.min(module + 1, names.length);
        return length == 0 ? Optional.empty() : Optional.of(first(names, length));
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

    private static WorkspacePath first(String[] names, int length) {
        return WorkspacePath.of(joined(names, length));
    }

    private static String joined(String[] names, int length) {
        return String.join("/", List.of(names).subList(0, length));
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
}
