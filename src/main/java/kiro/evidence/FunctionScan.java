package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.evidence.SourceFunction.LineRange;
import kiro.text.Hash;

/// Finds the functions of a source file in any language that is known, the outermost ones alone. It reads brackets and key
/// words and no grammar: what it takes for a function is one, and what it passes over counts as the rest of the file.
final class FunctionScan {
    private static final Set<String> NO_FUNCTION =
            Set.of(
                    "if",
                    "for",
                    "while",
                    "switch",
                    "catch",
                    "try",
                    "with",
                    "synchronized",
                    "return",
                    "new",
                    "do",
                    "else",
                    "when",
                    "match",
                    "function",
                    "super",
                    "this",
                    "await",
                    "typeof");
    private static final Set<String> TYPE =
            Set.of("record", "class", "enum", "interface", "new", ".", "@");
    private static final int LONGEST_HEADER = 120;

    private final String path;
    private final Dialect dialect;
    private final SourceCode code;
    private final ScriptFunctions scripts;
    private final List<SourceFunction> found = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private FunctionScan(String path, SourceCode code, Dialect dialect) {
        this.path = path;
        this.code = code;
        this.dialect = dialect;
        this.scripts = new ScriptFunctions(code);
    }

    static SourceFunctions of(String path, String text, Dialect dialect) {
        var scan = new FunctionScan(path, SourceCode.read(text, dialect), dialect);
        if (dialect == Dialect.PYTHON) {
            scan.python();
        } else {
            scan.brackets();
        }
        return new SourceFunctions(scan.code, scan.found, scan.rest());
    }

    private void brackets() {
        int i = 0;
        while (i < code.size()) {
            Range function = function(i);
            if (function.end() > i) {
                add(function);
                i = function.end();
            } else {
                i++;
            }
        }
    }

    /// A function that is declared by the token at an index.
    ///
    /// @param start its first token
    /// @param body the first token of what it does
    /// @param end the token after its last; the index itself where no function is declared
    record Range(String name, int start, int body, int end) {
        static Range none(int at) {
            return new Range("", at, at, at);
        }
    }

    private Range function(int i) {
        return switch (dialect) {
            case JAVA -> java(i);
            case KOTLIN -> code.is(i, "fun") ? kotlin(i) : Range.none(i);
            case SCRIPT -> scripts.at(i);
            case GO -> code.is(i, "func") ? go(i) : Range.none(i);
            case RUST -> code.is(i, "fn") ? rust(i) : Range.none(i);
            case PYTHON -> Range.none(i);
        };
    }

    private Range java(int i) {
        boolean isCandidate =
                code.isWord(i)
                        && code.is(i + 1, "(")
                        && !NO_FUNCTION.contains(code.token(i).text())
                        && (i == 0 || !TYPE.contains(code.token(i - 1).text()));
        if (!isCandidate) {
            return Range.none(i);
        }
        int open = code.after(i + 1);
        while (code.isWord(open) || code.is(open, ",") || code.is(open, ".")) {
            boolean isHeader = code.is(code.after(i + 1), "throws");
            if (!isHeader) {
                return Range.none(i);
            }
            open++;
        }
        return code.is(open, "{")
                ? new Range(code.token(i).text(), headStart(i), open + 1, code.after(open))
                : Range.none(i);
    }

    /// Where the declaration begins that a name stands in: behind what ended the one before.
    private int headStart(int nameAt) {
        int i = nameAt;
        while (i > 0
                && nameAt - i < LONGEST_HEADER
                && !code.is(i - 1, ";")
                && !code.is(i - 1, "{")
                && !code.is(i - 1, "}")) {
            i--;
        }
        return i;
    }

    private Range kotlin(int i) {
        int open = i + 1;
        while (open < code.size() && open - i < LONGEST_HEADER && !code.is(open, "(")) {
            open++;
        }
        if (!code.isWord(open - 1)) {
            return Range.none(i);
        }
        int after = code.after(open);
        int end = new JvmHeaders(code, true).kotlinFunctionEnd(after, code.size());
        int body = after;
        while (body < end && !code.is(body, "{") && !code.is(body, "=")) {
            body++;
        }
        return new Range(code.token(open - 1).text(), i, Math.min(body + 1, end), end);
    }

    private Range go(int i) {
        int nameAt = code.is(i + 1, "(") ? code.after(i + 1) : i + 1;
        if (!code.isWord(nameAt)) {
            return Range.none(i);
        }
        int open = nameAt + 1;
        while (open < code.size() && !code.is(open, "{") && !code.is(open, "func")) {
            open = code.is(open, "(") || code.is(open, "[") ? code.after(open) : open + 1;
        }
        return code.is(open, "{")
                ? new Range(code.token(nameAt).text(), i, open + 1, code.after(open))
                : Range.none(i);
    }

    private Range rust(int i) {
        int open = i + 1;
        while (open < code.size() && !code.is(open, "{") && !code.is(open, ";")) {
            open = code.is(open, "(") || code.is(open, "[") ? code.after(open) : open + 1;
        }
        return code.is(open, "{") && code.isWord(i + 1)
                ? new Range(code.token(i + 1).text(), i, open + 1, code.after(open))
                : Range.none(i);
    }

    private void add(Range declared) {
        boolean isJava = dialect == Dialect.JAVA;
        int start = isJava ? declared.start() : new DeclarationStart(code).of(declared.start());
        var range = new Range(declared.name(), start, declared.body(), declared.end());
        int last = Math.max(range.start(), range.end() - 1);
        var lines =
                new LineRange(
                        code.line(range.start()),
                        code.line(Math.min(range.body(), last)),
                        code.line(last));
        TestBody body = code.body(range.start(), range.end());
        found.add(new SourceFunction(key(range.name()), range.start(), range.end(), lines, body));
    }

    private String key(String name) {
        int count = counts.merge(name, 1, Integer::sum);
        return path + "#" + name + (count > 1 ? "~" + count : "");
    }

    private void python() {
        List<PythonStatement> statements = PythonStatement.split(code);
        int i = 0;
        int first = 0;
        while (i < statements.size()) {
            PythonStatement statement = statements.get(i);
            if (code.is(statement.from(), "@")) {
                i++;
                continue;
            }
            int nameAt = statement.nameAfter(code, "def");
            int end = i + 1;
            if (nameAt >= 0) {
                while (end < statements.size()
                        && statements.get(end).indent() > statement.indent()) {
                    end++;
                }
                add(statements, first, i, end, code.token(nameAt).text());
            }
            i = end;
            first = end;
        }
    }

    private void add(
            List<PythonStatement> statements, int first, int header, int end, String name) {
        int from = statements.get(first).from();
        int to = statements.get(end - 1).to();
        int body = header + 1 < end ? statements.get(header + 1).from() : from;
        var text = new StringBuilder();
        int indent = statements.get(header).indent();
        for (PythonStatement statement : statements.subList(first, end)) {
            text.append(statement.indent() - indent)
                    .append(' ')
                    .append(code.digest(statement.from(), statement.to()))
                    .append('\n');
        }
        found.add(
                new SourceFunction(
                        key(name),
                        from,
                        to,
                        new LineRange(code.line(from), code.line(body), code.line(to - 1)),
                        new TestBody(Hash.of(text.toString()), code.calls(from, to))));
    }

    private Hash rest() {
        var text = new StringBuilder();
        int i = 0;
        for (SourceFunction function : found) {
            text.append(code.digest(i, Math.max(i, function.from()))).append('\n');
            i = function.to();
        }
        text.append(code.digest(i, Math.max(i, code.size())));
        return Hash.of(text.toString());
    }
}
