package kiro.evidence;

import java.util.List;

/// Says tests in few words.
final class TestNames {
    private TestNames() {}

    /// The class without its package and the method, or the file and the titles.
    static String of(TestId test) {
        String suite = test.suite();
        if (suite.isEmpty()) {
            return test.name();
        }
        return suite.contains("/")
                ? suite + ": " + test.name()
                : suite.substring(suite.lastIndexOf('.') + 1) + "." + test.name();
    }

    /// `CartTest.adds`, or `CartTest.adds and 2 more`.
    static String of(List<TestId> tests) {
        return of(tests.getFirst())
                + (tests.size() > 1 ? " and %d more".formatted(tests.size() - 1) : "");
    }

    static String count(int tests) {
        return tests == 1 ? "1 test" : tests + " tests";
    }
}
