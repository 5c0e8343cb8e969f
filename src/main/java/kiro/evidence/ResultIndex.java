package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Joins the tests of the source with the results of a run. A result whose report does not say which
/// file or class it belongs to counts only where one test alone can be meant.
final class ResultIndex {
    private static final Pattern PARAMETERS =
            Pattern.compile("(?:\\([^()]*\\)|\\{[^{}]*\\})?(?:\\[[^\\[\\]]*\\])?$");
    private static final Pattern METHOD = Pattern.compile("^([\\w$]+)[(\\[{].*$", Pattern.DOTALL);
    private static final Pattern SCRIPT_FILE = Pattern.compile(".*\\.[cm]?[jt]sx?");
    private static final Pattern HOLE =
            Pattern.compile("\\$\\{[^}]*\\}|%[sdifjoOcp#]|\\$[#A-Za-z_][\\w.]*");
    private static final Set<String> SETUP_NAMES =
            Set.of("", "initializationError", "executionError", "classMethod");

    private final List<TestResult> results;
    private final Map<String, List<TestResult>> byName = new HashMap<>();
    private final List<SourceTest> tests;

    /// @param tests all tests of the project, to tell whether a title is the only one of its kind
    ResultIndex(List<TestResult> results, List<SourceTest> tests) {
        this.results = results;
        this.tests = tests;
        for (TestResult result : results) {
            for (String name : names(result.test().name())) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(result);
            }
        }
    }

    /// The results of a test, more than one where it has parameters. Where it has none, what failed before
    /// it could run: the set-up of its class, or the loading of its file.
    ///
    /// @param isAmbiguous whether there are results that may as well be those of another test
    record Joined(List<TestResult> results, boolean isAmbiguous) {}

    Joined of(SourceTest test) {
        List<TestResult> candidates = candidates(test);
        List<TestResult> exact =
                candidates.stream().filter(result -> isExact(test, result)).toList();
        if (!exact.isEmpty()) {
            return new Joined(exact, false);
        }
        List<TestResult> loose =
                candidates.stream().filter(result -> claims(test, result)).toList();
        List<TestResult> own = loose.stream().filter(this::hasOneClaimant).toList();
        if (!own.isEmpty() && own.size() == loose.size()) {
            return new Joined(own, false);
        }
        List<TestResult> setup =
                results.stream().filter(result -> isSetupOf(test, result)).toList();
        return new Joined(setup, !loose.isEmpty());
    }

    /// The names under which a result is found: as reported, and without parameters and counters.
    private static Set<String> names(String reported) {
        var names = new LinkedHashSet<String>();
        names.add(reported);
        names.add(PARAMETERS.matcher(reported).replaceFirst(""));
        names.add(METHOD.matcher(reported).replaceFirst("$1"));
        return names;
    }

    private List<TestResult> candidates(SourceTest test) {
        var found = new LinkedHashSet<TestResult>();
        for (String name : test.names()) {
            byName.getOrDefault(name, List.of()).stream()
                    .filter(result -> isName(test, name, result))
                    .forEach(found::add);
            if (HOLE.matcher(name).find()) {
                Pattern pattern = pattern(name);
                results.stream()
                        .filter(result -> pattern.matcher(result.test().name()).matches())
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /// Titles are free text, in which brackets are words; methods have their parameters in brackets.
    private static boolean isName(SourceTest test, String name, TestResult result) {
        return test.naming() != SourceTest.Naming.SCRIPT || name.equals(result.test().name());
    }

    private static Pattern pattern(String title) {
        var pattern = new StringBuilder();
        int at = 0;
        var hole = HOLE.matcher(title);
        while (hole.find()) {
            pattern.append(Pattern.quote(title.substring(at, hole.start()))).append(".*");
            at = hole.end();
        }
        pattern.append(Pattern.quote(title.substring(at)));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static boolean isExact(SourceTest test, TestResult result) {
        String suite = result.test().suite();
        return switch (test.naming()) {
            case JVM, PYTHON -> test.suites().contains(suite);
            case SCRIPT -> false;
        };
    }

    /// Whether a result may be that of a test, though its report is not exact about it.
    private static boolean claims(SourceTest test, TestResult result) {
        String suite = result.test().suite();
        return switch (test.naming()) {
            case JVM -> false;
            case PYTHON -> test.suites().stream().anyMatch(module -> endsWith(module, suite, "."));
            case SCRIPT -> {
                String file = test.file().value();
                yield !SCRIPT_FILE.matcher(suite).matches()
                        || file.equals(suite)
                        || endsWith(file, suite, "/")
                        || endsWith(suite, file, "/");
            }
        };
    }

    private static boolean endsWith(String whole, String part, String separator) {
        return !part.isEmpty() && whole.endsWith(separator + part);
    }

    private boolean hasOneClaimant(TestResult result) {
        Set<String> names = names(result.test().name());
        return tests.stream()
                        .filter(test -> isNamed(test, names, result))
                        .filter(test -> claims(test, result))
                        .limit(2)
                        .count()
                == 1;
    }

    private static boolean isNamed(SourceTest test, Set<String> names, TestResult result) {
        return test.names().stream()
                .anyMatch(name ->
                        (names.contains(name) && isName(test, name, result))
                                || (HOLE.matcher(name).find()
                                        && pattern(name).matcher(result.test().name()).matches()));
    }

    private static boolean isSetupOf(SourceTest test, TestResult result) {
        if (result.outcome() == TestOutcome.PASSED) {
            return false;
        }
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
            case SCRIPT ->
                    name.equals(test.file().value()) || endsWith(name, test.file().value(), "/");
        };
    }

    private static boolean isSetupName(String name, String suite) {
        return SETUP_NAMES.contains(name)
                || name.equals(suite)
                || suite.endsWith("." + name)
                || suite.endsWith("$" + name);
    }
}
