package kiro.evidence;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The names under which results and tests find each other.
final class ResultNames {
    private static final Pattern PARAMETERS =
            Pattern.compile("(?:\\([^()]*\\)|\\{[^{}]*\\})?(?:\\[[^\\[\\]]*\\])?$");
    private static final Pattern METHOD = Pattern.compile("^([\\w$]+)[(\\[{].*$", Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile("::case_\\d+\\w*$");

    private ResultNames() {}

    /// A name as it was reported, and without parameters, counters and subtests.
    static Set<String> of(String reported) {
        var names = new LinkedHashSet<String>();
        names.add(reported);
        if (hasEnd(reported)) {
            names.add(PARAMETERS.matcher(reported).replaceFirst(""));
        }
        if (hasBracket(reported)) {
            names.add(METHOD.matcher(reported).replaceFirst("$1"));
        }
        if (reported.contains("::case_")) {
            names.add(CASE.matcher(reported).replaceFirst(""));
        }
        int slash = reported.indexOf('/');
        if (slash > 0) {
            names.add(reported.substring(0, slash));
            // A method of a suite of Go runs below the function that runs the suite.
            int second = reported.indexOf('/', slash + 1);
            names.add("*" + reported.substring(slash, second < 0 ? reported.length() : second));
        }
        return names;
    }

    /// Thousands of names have no parameters: those need no search.
    private static boolean hasEnd(String name) {
        return !name.isEmpty()
                && ")]}\n\r\u0085\u2028\u2029".indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    private static boolean hasBracket(String name) {
        return name.indexOf('(') > 0 || name.indexOf('[') > 0 || name.indexOf('{') > 0;
    }

    /// Titles are free text, in which brackets and slashes are words; methods have their parameters in brackets.
    static boolean isName(SourceTest test, String name, TestResult result) {
        return test.naming() != SourceTest.Naming.SCRIPT || name.equals(result.test().name());
    }
}
