package kiro.evidence;

import java.util.Set;
import java.util.regex.Pattern;

/// Says whether a result of the right name is that of a test, by what its report says of the place.
final class ResultJoin {
    private static final Pattern SCRIPT_FILE = Pattern.compile(".*\\.[cm]?[jt]sx?");
    private static final Set<String> SETUP_NAMES =
            Set.of("", "initializationError", "executionError", "classMethod");

    private ResultJoin() {}

    static boolean isExact(SourceTest test, TestResult result) {
        String suite = result.test().suite();
        return switch (test.naming()) {
            case JVM, PYTHON, GO -> test.suites().contains(suite);
            case SCRIPT, RUST -> false;
        };
    }

    /// Whether a result may be that of a test, though its report is not exact about it.
    static boolean claims(SourceTest test, TestResult result) {
        String suite = result.test().suite();
        return switch (test.naming()) {
            case JVM -> false;
            case PYTHON -> test.suites().stream().anyMatch(module -> endsWith(module, suite, "."));
            case GO -> test.suites().stream().anyMatch(folder -> endsWith(suite, folder, "/"));
            case SCRIPT -> {
                String file = test.file().value();
                yield !SCRIPT_FILE.matcher(suite).matches() || isFile(file, suite);
            }
            case RUST -> isOfProgram(test.file().value(), result);
        };
    }

    /// The file may be given from the folder of its package on. A program is named like its package, whose folder most
    /// often is, or like the file in `tests`.
    private static boolean isOfProgram(String path, TestResult result) {
        String file = result.file();
        boolean isTestsFile = path.startsWith("tests/") || path.contains("/tests/");
        String suite = result.test().suite();
        if (isTestsFile) {
            return file.isEmpty() ? isNamedLike(path, suite) : isFile(path, file);
        }
        boolean isUnitTest = file.isEmpty() || file.startsWith("src/") || file.contains("/src/");
        int source = path.indexOf("/src/");
        String folder = source < 0 ? "" : path.substring(0, source);
        String name = folder.substring(folder.lastIndexOf('/') + 1).replace('-', '_');
        return isUnitTest
                && (suite.isEmpty() || name.isEmpty() || suite.replace('-', '_').equals(name));
    }

    /// `cart`, or `shop::cart` as nextest writes it, for `tests/cart.rs` and `tests/cart/main.rs`.
    private static boolean isNamedLike(String path, String program) {
        String name = path.replaceFirst("(?:/main)?\\.rs$", "");
        name = name.substring(name.lastIndexOf('/') + 1);
        return program.isEmpty() || program.equals(name) || program.endsWith("::" + name);
    }

    private static boolean isFile(String path, String told) {
        return path.equals(told) || endsWith(path, told, "/") || endsWith(told, path, "/");
    }

    static boolean endsWith(String whole, String part, String separator) {
        return !part.isEmpty() && whole.endsWith(separator + part);
    }

    /// Whether a result may tell of what failed before a test could run.
    static boolean isPerhapsSetup(TestResult result) {
        if (result.outcome() == TestOutcome.PASSED) {
            return false;
        }
        String suite = result.test().suite();
        String name = result.test().name();
        return suite.isEmpty() || isSetupName(name, suite) || SCRIPT_FILE.matcher(name).matches();
    }

    static boolean isSetupOf(SourceTest test, TestResult result) {
        String suite = result.test().suite();
        String name = result.test().name();
        return switch (test.naming()) {
            case JVM ->
                    test.suites().stream()
                            .filter(own -> own.equals(suite) || own.startsWith(suite + "$"))
                            .anyMatch(own -> isSetupName(name, suite));
            case PYTHON ->
                    suite.isEmpty()
                            && test.suites().stream()
                                    .anyMatch(
                                            own -> own.equals(name) || own.startsWith(name + "."));
            case SCRIPT -> isFile(test.file().value(), name);
            case GO, RUST -> false;
        };
    }

    private static boolean isSetupName(String name, String suite) {
        return SETUP_NAMES.contains(name)
                || name.equals(suite)
                || suite.endsWith("." + name)
                || suite.endsWith("$" + name);
    }
}
