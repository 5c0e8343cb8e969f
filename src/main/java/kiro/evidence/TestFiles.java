package kiro.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.workspace.WorkspacePath;

/// Tells files that hold tests from others, by their paths alone.
final class TestFiles {
    private static final Pattern JVM_NAME =
            Pattern.compile("(?:Test|IT)[A-Z]\\w*|\\w*(?:Tests?|TestCase|ITs?|Spec)");
    private static final Pattern SCRIPT_NAME = Pattern.compile(".+[._-](?:test|spec|cy|e2e)");
    private static final Pattern PYTHON_NAME = Pattern.compile("test_.*|.*_tests?|tests?");
    private static final Pattern GO_NAME = Pattern.compile(".+_test");

    /// Unit tests of Rust stand among the code.
    private static final Pattern RUST_NAME = Pattern.compile(".+");

    private static final Pattern FOLDER =
            Pattern.compile("(?i)_*tests?_*|specs?|e2e|it|integration|.+[a-z]Test|.+[-_]tests?");
    private static final Pattern RESOURCES = Pattern.compile("(?:.*/)?src/[^/]+/resources/.*");
    private static final Set<String> NO_CODE =
            Set.of("fixtures", "__fixtures__", "__snapshots__", "testdata", "node_modules");

    private TestFiles() {}

    /// Those of a project's files that may hold tests. A folder with a `.kiro` of its own is another
    /// project, whose tests name that project's criteria.
    static List<WorkspacePath> among(List<WorkspacePath> files) {
        List<String> otherProjects = otherProjects(files);
        return files.stream()
                .filter(file -> isTest(file.value()))
                .filter(file -> otherProjects.stream().noneMatch(file.value()::startsWith))
                .toList();
    }

    /// The language of a file that may hold tests.
    static Optional<Dialect> dialect(WorkspacePath file) {
        String name = file.name();
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
            case "java" -> Optional.of(Dialect.JAVA);
            case "kt" -> Optional.of(Dialect.KOTLIN);
            case "js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts" ->
                    Optional.of(Dialect.SCRIPT);
            case "py" -> Optional.of(Dialect.PYTHON);
            case "go" -> Optional.of(Dialect.GO);
            case "rs" -> Optional.of(Dialect.RUST);
            default -> Optional.empty();
        };
    }

    private static List<String> otherProjects(List<WorkspacePath> files) {
        return files.stream()
                .map(WorkspacePath::value)
                .filter(path -> path.contains("/.kiro/"))
                .map(path -> path.substring(0, path.indexOf("/.kiro/") + 1))
                .distinct()
                .toList();
    }

    private static boolean isTest(String path) {
        Optional<Dialect> dialect = dialect(WorkspacePath.of(path));
        if (dialect.isEmpty() || RESOURCES.matcher(path).matches()) {
            return false;
        }
        String[] names = path.split("/");
        for (int i = 0; i < names.length - 1; i++) {
            if (NO_CODE.contains(names[i])) {
                return false;
            }
        }
        for (int i = 0; i < names.length - 1; i++) {
            if (dialect.get() != Dialect.GO && FOLDER.matcher(names[i]).matches()) {
                return true;
            }
        }
        String file = names[names.length - 1];
        String name = file.substring(0, file.lastIndexOf('.'));
        return pattern(dialect.get()).matcher(name).matches();
    }

    private static Pattern pattern(Dialect dialect) {
        return switch (dialect) {
            case JAVA, KOTLIN -> JVM_NAME;
            case SCRIPT -> SCRIPT_NAME;
            case PYTHON -> PYTHON_NAME;
            case GO -> GO_NAME;
            case RUST -> RUST_NAME;
        };
    }
}
