package kiro.permission;

import java.util.regex.Pattern;
import kiro.workspace.WorkspacePath;

/// Tells what belongs to a project's tests from what they test, by paths alone.
public final class TestPaths {
    private static final Pattern FOLDER =
            Pattern.compile(
                    "(?i)(.*/)?(_*tests?_*|specs?|e2e|it|[a-z]+[-_]?tests?|testdata|fixtures|__snapshots__)/.*");
    private static final Pattern NAME =
            Pattern.compile(
                    "(.*/)?((Test|IT)[A-Z]\\w*|\\w*(Tests?|TestCase|IT|Spec))\\.(java|kt|groovy|scala|cs)"
                            + "|.*[._-](test|tests|spec|cy|e2e)\\.[cm]?[jt]sx?"
                            + "|(.*/)?(test_\\w*|\\w+_tests?|conftest)\\.py"
                            + "|.*_test\\.go"
                            // Unit tests of Rust stand among the code.
                            + "|.*\\.rs");

    private TestPaths() {}

    public static boolean include(WorkspacePath path) {
        String value = path.value();
        return !value.startsWith(".")
                && (FOLDER.matcher(value).matches() || NAME.matcher(value).matches());
    }
}
