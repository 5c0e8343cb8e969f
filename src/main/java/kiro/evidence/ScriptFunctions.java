package kiro.evidence;

import java.util.Set;
import kiro.evidence.FunctionScan.Range;

/// Finds where functions of JavaScript and TypeScript are declared: by `function`, as methods, and as arrows with a name. A
/// test with a title counts as a function of that name.
record ScriptFunctions(SourceCode code) {
    private static final Set<String> NO_METHOD =
            Set.of(
                    "if",
                    "for",
                    "while",
                    "switch",
                    "catch",
                    "with",
                    "function",
                    "return",
                    "new",
                    "await",
                    "typeof",
                    "super",
                    "do",
                    "else");
    private static final Set<String> TESTS = Set.of("it", "test");
    private static final int LONGEST_TYPE = 40;

    Range at(int i) {
        if (!code.isWord(i)) {
            return Range.none(i);
        }
        if (code.is(i, "function")) {
            return declared(i);
        }
        if (TESTS.contains(code.token(i).text()) && !code.is(i - 1, ".")) {
            return test(i);
        }
        if (code.is(i + 1, "=") || code.is(i + 1, ":")) {
            return arrow(i);
        }
        return method(i);
    }

    private Range declared(int i) {
        int nameAt = code.is(i + 1, "*") ? i + 2 : i + 1;
        int open = code.isWord(nameAt) ? nameAt + 1 : nameAt;
        int brace = code.is(open, "(") ? body(code.after(open)) : -1;
        String name = code.isWord(nameAt) ? code.token(nameAt).text() : "function";
        return brace < 0 ? Range.none(i) : new Range(name, i, brace + 1, code.after(brace));
    }

    private Range test(int i) {
        int open = i + 1;
        while (code.is(open, ".") && code.isWord(open + 1)) {
            open += 2;
        }
        return code.is(open, "(") && code.isString(open + 1)
                ? new Range(code.string(open + 1), i, open + 2, code.after(open))
                : Range.none(i);
    }

    private Range method(int i) {
        boolean isMethod =
                code.is(i + 1, "(")
                        && !NO_METHOD.contains(code.token(i).text())
                        && !code.is(i - 1, ".")
                        && !code.is(i - 1, "new");
        int brace = isMethod ? body(code.after(i + 1)) : -1;
        return brace < 0
                ? Range.none(i)
                : new Range(code.token(i).text(), i, brace + 1, code.after(brace));
    }

    /// `add = async (a, b) => {`, `add: a => a + 1`.
    private Range arrow(int i) {
        int at = code.is(i + 2, "async") ? i + 3 : i + 2;
        if (code.is(at, "function")) {
            Range declared = declared(at);
            return declared.end() > at
                    ? new Range(code.token(i).text(), i, declared.body(), declared.end())
                    : Range.none(i);
        }
        int after = code.is(at, "(") ? code.after(at) : at + 1;
        int arrow = afterType(after);
        if (!code.is(arrow, "=") || !code.is(arrow + 1, ">")) {
            return Range.none(i);
        }
        int body = arrow + 2;
        int end = code.is(body, "{") ? code.after(body) : expressionEnd(body);
        return new Range(
                code.token(i).text(), i, code.is(body, "{") ? body + 1 : body, Math.max(end, body));
    }

    /// The brace that opens the body behind parameters; -1 where none does.
    private int body(int after) {
        int brace = afterType(after);
        return code.is(brace, "{") ? brace : -1;
    }

    /// The index behind the type of what is returned, where one is declared.
    private int afterType(int after) {
        if (!code.is(after, ":")) {
            return after;
        }
        int i = code.is(after + 1, "{") ? code.after(after + 1) : after + 1;
        while (i < code.size() && i - after < LONGEST_TYPE) {
            boolean isArrow = code.is(i, "=") && code.is(i + 1, ">");
            if (code.is(i, "{") || isArrow || code.is(i, ";")) {
                return i;
            }
            i = code.is(i, "(") || code.is(i, "[") ? code.after(i) : i + 1;
        }
        return i;
    }

    private int expressionEnd(int from) {
        int i = from;
        while (i < code.size()) {
            if (code.is(i, ";") || code.is(i, ",") || code.is(i, ")") || code.is(i, "}")) {
                return i;
            }
            if (i > from
                    && code.isFirstOfLine(i)
                    && !code.is(i, ".")
                    && !code.is(i, "?")
                    && !code.is(i, ":")) {
                return i;
            }
            i = code.is(i, "(") || code.is(i, "{") || code.is(i, "[") ? code.after(i) : i + 1;
        }
        return i;
    }
}
