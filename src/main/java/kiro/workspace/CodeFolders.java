package kiro.workspace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The folders below which a project keeps its code and its tests, told from the names of its files.
record CodeFolders(List<WorkspacePath> sources, List<WorkspacePath> tests) {
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

    static CodeFolders of(List<WorkspacePath> files) {
        var modules = new HashSet<String>();
        files.stream()
                .filter(file -> BuildFile.of(file).isPresent())
                .forEach(file -> modules.add(parent(file.value())));
        var sources = new HashMap<WorkspacePath, Integer>();
        var tests = new HashMap<WorkspacePath, Integer>();
        for (WorkspacePath file : files) {
            if (Language.of(file).isEmpty()) {
                continue;
            }
            boolean isTest = isTest(file);
            folderOf(file, isTest, modules)
                    .ifPresent(folder -> (isTest ? tests : sources).merge(folder, 1, Integer::sum));
        }
        return new CodeFolders(sorted(sources), sorted(tests));
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

    private static boolean isTest(WorkspacePath file) {
        String[] names = file.value().split("/");
        int set = sourceSet(names);
        if (set > 0) {
            return TEST_SET.matcher(names[set]).matches();
        }
        return testFolder(names) >= 0 || TEST_FILE.matcher(file.name()).matches();
    }

    /// The folder that a file counts for; empty for one in the root, and for one that is a resource.
    private static Optional<WorkspacePath> folderOf(
            WorkspacePath file, boolean isTest, Set<String> modules) {
        String[] names = file.value().split("/");
        int set = sourceSet(names);
        if (set > 0) {
            return JVM_LANGUAGES.contains(names[set + 1])
                    ? Optional.of(folder(names, set + 2))
                    : Optional.empty();
        }
        if (isTest && testFolder(names) >= 0) {
            return Optional.of(folder(names, testFolder(names) + 1));
        }
        for (int i = 0; i < names.length - 1; i++) {
            if (SOURCE_FOLDERS.contains(names[i])) {
                return Optional.of(folder(names, i + 1));
            }
        }
        return ofModule(names, modules);
    }

    /// In a module without a folder for its code: the folder in the module, or the module's own.
    private static Optional<WorkspacePath> ofModule(String[] names, Set<String> modules) {
        int module = 0;
        for (int i = 1; i < names.length; i++) {
            if (modules.contains(String.join("/", List.of(names).subList(0, i)))) {
                module = i;
            }
        }
        int length = Math.min(module + 1, names.length - 1);
        return length == 0 ? Optional.empty() : Optional.of(folder(names, length));
    }

    /// Where the name of a source set stands, as in `src/main/java/App.java`; 0 when there is none.
    private static int sourceSet(String[] names) {
        for (int i = 0; i + 3 < names.length; i++) {
            boolean isKnown =
                    JVM_LANGUAGES.contains(names[i + 2]) || names[i + 2].equals("resources");
            if (names[i].equals("src") && isKnown) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int testFolder(String[] names) {
        for (int i = 0; i < names.length - 1; i++) {
            if (TEST_FOLDERS.contains(names[i])) {
                return i;
            }
        }
        return -1;
    }

    private static WorkspacePath folder(String[] names, int length) {
        return WorkspacePath.of(String.join("/", List.of(names).subList(0, length)));
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
}
