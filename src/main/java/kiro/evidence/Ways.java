package kiro.evidence;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.spec.sentence.SentenceReader;

/// Tells which ways a criterion speaks of, and which ways a test goes. Of a criterion that alone counts which cannot
/// be meant otherwise; of a test any sign does, and one that is not understood goes all ways.
final class Ways {
    private static final int FIRST_ERROR = 400;

    private static final Pattern SAYS_ERROR =
            Pattern.compile(
                    "\\b\\w+(?:Error|Exception)\\b"
                            + "|(?i)\\b(?:raises?|throws?|rejects?|refuses?|(?:is|are|be) (?:rejected|refused))\\b");
    private static final Pattern DENIAL =
            Pattern.compile(
                    "(?i)\\b(?:no|not|never|without|nor|neither)\\b[\\s`*\"']*(?:\\w+[\\s`*\"']+){0,2}$");
    private static final Pattern ERROR_SIGN =
            Pattern.compile(
                    "(?i).*(?:throw|raise|reject|refus|error|exception|fail|invalid|bad|wrong|missing|unknown|illegal"
                            + "|denied|forbidden|unauthor|notfound|not_found|conflict|unprocess|toomany|too_many|4xx|5xx|panic|is_?err|_err).*");
    private static final Pattern STATUS = Pattern.compile("[\"']?([1-5]\\d\\d)[\"']?");

    private Ways() {}

    /// What a criterion speaks of; nothing where neither is said for certain.
    static Set<Way> asked(String criterion) {
        var asked = EnumSet.noneOf(Way.class);
        SentenceReader.read(criterion).outcome().stream()
                .flatMap(outcome -> outcome.statuses().stream())
                .forEach(status -> asked.add(way(status.code())));
        Matcher error = SAYS_ERROR.matcher(criterion);
        while (error.find()) {
            if (!DENIAL.matcher(criterion.substring(0, error.start())).find()) {
                asked.add(Way.ERROR);
            }
        }
        return asked;
    }

    private static Way way(int status) {
        return status < FIRST_ERROR ? Way.HAPPY : Way.ERROR;
    }

    /// The ways that a test goes, as far as its text tells. In Go and Rust every test looks at errors.
    static Set<Way> tried(SourceTest test) {
        Demands demands = test.body().demands();
        boolean isClear =
                demands.assertions() > 0
                        && switch (test.naming()) {
                            case JVM, SCRIPT, PYTHON -> true;
                            case GO, RUST -> false;
                        };
        if (!isClear) {
            return EnumSet.allOf(Way.class);
        }
        var tried = EnumSet.noneOf(Way.class);
        statuses(demands).map(Ways::way).forEach(tried::add);
        boolean hasStatus = !tried.isEmpty();
        if (Stream.of(test.body().calls(), demands.expectations(), Set.of(test.id().name()))
                .flatMap(each -> each.stream())
                .anyMatch(text -> ERROR_SIGN.matcher(text).matches())) {
            tried.add(Way.ERROR);
        }
        if (!hasStatus) {
            tried.add(Way.HAPPY);
        }
        return tried;
    }

    private static Stream<Integer> statuses(Demands demands) {
        return demands.expectations().stream()
                .map(STATUS::matcher)
                .filter(Matcher::matches)
                .map(status -> Integer.valueOf(status.group(1)));
    }
}
