package kiro.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads off the tokens of a test what it demands. An assertion that looks at nothing, such as `assertTrue(true)`, is
/// none.
final class DemandScan {
    private static final Set<String> SKIPPING =
            Set.of(
                    "Disabled",
                    "DisabledIf",
                    "DisabledOnOs",
                    "DisabledOnJre",
                    "DisabledIfEnvironmentVariable",
                    "DisabledIfSystemProperty",
                    "EnabledIf",
                    "EnabledIfEnvironmentVariable",
                    "EnabledIfSystemProperty",
                    "Ignore",
                    "SkipNow",
                    "Skipf",
                    "skipTest",
                    "SkipTest",
                    "expectedFailure",
                    "assumeTrue",
                    "assumeFalse",
                    "assumeThat",
                    "xit",
                    "xtest",
                    "xdescribe",
                    "xcontext");
    private static final Set<String> SKIPPING_MEMBERS =
            Set.of(
                    "skip",
                    "Skip",
                    "skipif",
                    "skipIf",
                    "skipUnless",
                    "xfail",
                    "todo",
                    "fixme",
                    "only");
    private static final Set<String> OWNERS =
            Set.of(
                    "it",
                    "test",
                    "describe",
                    "context",
                    "suite",
                    "mark",
                    "pytest",
                    "unittest",
                    "t",
                    "b");
    private static final Set<String> CONSTANTS =
            Set.of("true", "false", "null", "undefined", "True", "False", "None", "nil", "new");
    private static final Pattern SELF_EVIDENT =
            Pattern.compile("(?i)fail\\w*|throw|raise|panic|error\\w*|fatal\\w*");
    private static final Pattern CONSTANT_NAME = Pattern.compile("[A-Z][A-Z0-9_]+");

    private static final Set<String> DECLARING =
            Set.of("def", "fun", "fn", "func", "function", "void");
    private static final Set<String> ENDING = Set.of(";", "}", ")", "]", ",");

    private final SourceCode code;
    private final int from;
    private final int to;

    /// Words that are called on an assertion, and counted with it.
    private final Set<Integer> members = new HashSet<>();

    private DemandScan(SourceCode code, int from, int to) {
        this.code = code;
        this.from = from;
        this.to = Math.min(to, code.size());
    }

    static Demands of(SourceCode code, int from, int to) {
        return new DemandScan(code, from, to).demands();
    }

    /// How many marks of a file keep tests from being run.
    static int skips(SourceCode code) {
        int skips = 0;
        for (int i = 0; i < code.size(); i++) {
            skips += isSkip(code, i) ? 1 : 0;
        }
        return skips;
    }

    private Demands demands() {
        int assertions = 0;
        var expectations = new ArrayList<String>();
        boolean isSkipped = false;
        int covered = from;
        for (int i = from; i < to; i++) {
            isSkipped |= isSkip(code, i);
            if (!isAssertion(i) || members.contains(i)) {
                continue;
            }
            int end = statementEnd(i);
            if (isSubstantial(i, end)) {
                assertions += links(i, end);
                if (i >= covered) {
                    expectations.addAll(literals(i, end));
                    covered = end;
                }
            }
        }
        return new Demands(assertions, expectations, isSkipped);
    }

    private static boolean isSkip(SourceCode code, int i) {
        if (!code.isWord(i)) {
            return false;
        }
        String word = code.token(i).text();
        boolean isMember =
                i >= 2
                        && code.is(i - 1, ".")
                        && code.isWord(i - 2)
                        && OWNERS.contains(code.token(i - 2).text());
        boolean isRustMark = word.equals("ignore") && code.is(i - 1, "[") && code.is(i - 2, "#");
        return SKIPPING.contains(word)
                || isRustMark
                || (isMember && SKIPPING_MEMBERS.contains(word));
    }

    private boolean isAssertion(int i) {
        if (!code.isWord(i)) {
            return false;
        }
        boolean isCall = code.is(i + 1, "(") || (code.is(i + 1, "!") && !code.is(i + 2, "="));
        return !isDeclared(i)
                && (code.asserts(i)
                        || (isCall && AssertionCheck.isAssertion(code.token(i).text())));
    }

    /// Whether a word is the name of the test itself, or of a function within it.
    private boolean isDeclared(int i) {
        boolean isNamed =
                i > 0 && code.isWord(i - 1) && DECLARING.contains(code.token(i - 1).text());
        int after = code.is(i + 1, "(") ? code.after(i + 1) : i;
        return isNamed || (after > i && (code.is(after, "{") || code.is(after, "throws")));
    }

    /// The end of the statement that begins before an index: its semicolon, or the end of a line on which no bracket is
    /// open and after which no member follows.
    private int statementEnd(int start) {
        int i = start;
        while (i < to) {
            if (i > start && ENDING.contains(code.token(i).text())) {
                return i;
            }
            i = code.is(i, "(") || code.is(i, "[") || code.is(i, "{") ? code.after(i) : i + 1;
            boolean isLineEnd = i < to && code.isFirstOfLine(i) && !code.is(i, ".");
            if (isLineEnd && !isJoined(i - 1)) {
                return i;
            }
        }
        return to;
    }

    /// Whether a line goes on after its last token.
    private boolean isJoined(int last) {
        return !code.isWord(last)
                && !code.isString(last)
                && !code.is(last, ")")
                && !code.is(last, "]")
                && !code.is(last, "}")
                && code.token(last).kind() != Token.Kind.NUMBER;
    }

    /// The assertion itself, and each member that is called on it.
    private int links(int start, int end) {
        int links = 1;
        int i = code.is(start + 1, "(") ? code.after(start + 1) : start + 1;
        while (i < end) {
            if (code.is(i, ".") && code.isWord(i + 1) && code.is(i + 2, "(")) {
                links++;
                members.add(i + 1);
                i = code.after(i + 2);
            } else {
                i = code.is(i, "(") ? code.after(i) : i + 1;
            }
        }
        return links;
    }

    private boolean isSubstantial(int start, int end) {
        if (SELF_EVIDENT.matcher(code.token(start).text()).matches()) {
            return true;
        }
        for (int i = start + 1; i < end; i++) {
            boolean isMember = code.is(i - 1, ".");
            boolean isLooking =
                    code.isWord(i)
                            && !CONSTANTS.contains(code.token(i).text())
                            && !(isMember && code.is(i - 2, ")") && code.is(i + 1, "("));
            if (isLooking) {
                return true;
            }
        }
        return false;
    }

    private List<String> literals(int start, int end) {
        var literals = new ArrayList<String>();
        for (int i = start; i < end; i++) {
            Token token = code.token(i);
            boolean isLiteral =
                    token.kind() == Token.Kind.NUMBER
                            || token.kind() == Token.Kind.STRING
                            || token.kind() == Token.Kind.REGEX;
            boolean isConstant =
                    token.isWord()
                            && ((CONSTANTS.contains(token.text()) && !token.is("new"))
                                    || CONSTANT_NAME.matcher(token.text()).matches());
            if (isLiteral || isConstant) {
                literals.add(token.text());
            }
        }
        return literals;
    }
}
