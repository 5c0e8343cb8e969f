package kiro.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// Finds the tests of a Python file: functions whose name begins with `test`, in a module or in classes.
final class PythonTests {
    private static final Set<String> MARKS =
            Set.of("criterion", "criteria", "tag", "tags", "SVC", "SVCs", "verifies", "covers");

    private final WorkspacePath file;
    private final SourceCode code;
    private final List<PythonStatement> statements;
    private final List<SourceTest> tests = new ArrayList<>();

    private PythonTests(WorkspacePath file, SourceCode code) {
        this.file = file;
        this.code = code;
        this.statements = PythonStatement.split(code);
    }

    static SourceTests scan(WorkspacePath file, String text) {
        var scan = new PythonTests(file, SourceCode.read(text, Dialect.PYTHON));
        scan.run();
        return new SourceTests(scan.tests, Map.of());
    }

    /// A module or class.
    ///
    /// @param indent the column of its first token; 0 for the module
    /// @param mentions grows while the statements of the scope are read
    private record Scope(
            String suite, int indent, List<Mention> mentions, Optional<String> feature) {}

    private void run() {
        var scopes = new ArrayDeque<Scope>();
        scopes.push(new Scope(module(), 0, new ArrayList<>(), Optional.empty()));
        int first = 0;
        int i = 0;
        while (i < statements.size()) {
            PythonStatement statement = statements.get(i);
            while (scopes.element().indent() >= statement.indent()) {
                scopes.pop();
            }
            if (code.is(statement.from(), "@")) {
                i++;
                continue;
            }
            i = declaration(first, i, scopes);
            first = i;
        }
    }

    /// Reads the declaration that a statement begins; answers the statement after it, or after its header
    /// where it is a class.
    private int declaration(int first, int at, ArrayDeque<Scope> scopes) {
        PythonStatement statement = statements.get(at);
        Scope scope = scopes.element();
        int className = statement.nameAfter(code, "class");
        if (className >= 0) {
            scopes.push(type(first, at, className, scope));
        }
        if (code.is(statement.from(), "pytestmark")) {
            scope.mentions().addAll(marks(statement));
        }
        int functionName = statement.nameAfter(code, "def");
        if (functionName < 0) {
            return at + 1;
        }
        int end = blockEnd(at);
        if (code.token(functionName).text().startsWith("test")) {
            tests.add(test(first, at, end, functionName, scope));
        }
        return end;
    }

    private String module() {
        String path = file.value().replaceFirst("\\.py$", "").replaceFirst("/__init__$", "");
        return path.replace('/', '.');
    }

    private Scope type(int first, int at, int nameAt, Scope outer) {
        var mentions = new ArrayList<>(outer.mentions());
        List<Token> comments = code.commentsAbove(statements.get(first).from());
        mentions.addAll(code.mentions(comments));
        for (int i = first; i < at; i++) {
            mentions.addAll(marks(statements.get(i)));
        }
        Optional<String> feature =
                comments.stream()
                        .flatMap(comment -> MentionReader.feature(comment.text()).stream())
                        .findFirst();
        return new Scope(
                outer.suite() + "." + code.token(nameAt).text(),
                statements.get(at).indent(),
                mentions,
                feature.or(outer::feature));
    }

    private int blockEnd(int header) {
        int indent = statements.get(header).indent();
        int i = header + 1;
        while (i < statements.size() && statements.get(i).indent() > indent) {
            i++;
        }
        return i;
    }

    private SourceTest test(int first, int at, int end, int nameAt, Scope scope) {
        int from = statements.get(first).from();
        int to = statements.get(end - 1).to();
        var comments = new ArrayList<>(code.commentsAbove(from));
        comments.addAll(code.commentsOf(from, to));
        docstring(at, end).ifPresent(comments::add);
        var mentions = new ArrayList<Mention>();
        for (int i = first; i < at; i++) {
            mentions.addAll(marks(statements.get(i)));
        }
        String name = code.token(nameAt).text();
        mentions.addAll(MentionReader.inIdentifier(name, code.span(nameAt)));
        mentions.addAll(code.mentions(comments));
        mentions.addAll(scope.mentions());
        return new SourceTest(
                new TestId(scope.suite(), name),
                new SourceTest.Reported(
                        SourceTest.Naming.PYTHON, Set.of(scope.suite()), Set.of(name)),
                comments.stream()
                        .flatMap(comment -> MentionReader.feature(comment.text()).stream())
                        .findFirst()
                        .or(scope::feature),
                file,
                code.span(nameAt),
                mentions,
                new TestBody(
                        digest(first, end), code.calls(from, to), DemandScan.of(code, from, to)));
    }

    private Optional<Token> docstring(int at, int end) {
        if (at + 1 >= end) {
            return Optional.empty();
        }
        PythonStatement body = statements.get(at + 1);
        return code.isString(body.from()) && body.to() == body.from() + 1
                ? Optional.of(code.token(body.from()))
                : Optional.empty();
    }

    /// What the marks of a statement name: `@pytest.mark.criterion("orders#AC-1")`.
    private List<Mention> marks(PythonStatement statement) {
        var found = new ArrayList<Mention>();
        for (int i = statement.from(); i < statement.to(); i++) {
            boolean isMark =
                    code.isWord(i) && MARKS.contains(code.token(i).text()) && code.is(i + 1, "(");
            if (!isMark) {
                continue;
            }
            int close = Math.min(code.partner(i + 1), statement.to());
            for (int at = i + 2; at < close; at++) {
                if (code.isString(at)) {
                    found.addAll(MentionReader.inTag(code.string(at), code.span(at)));
                }
            }
        }
        return found;
    }

    /// The digest of a function's tokens; indentation counts by its depth, since it carries meaning.
    private Hash digest(int first, int end) {
        var text = new StringBuilder();
        var indents = new ArrayDeque<Integer>();
        for (PythonStatement statement : statements.subList(first, end)) {
            while (!indents.isEmpty() && indents.element() >= statement.indent()) {
                indents.pop();
            }
            text.append(indents.size()).append(' ');
            indents.push(statement.indent());
            text.append(code.digest(statement.from(), statement.to())).append('\n');
        }
        return Hash.of(text.toString());
    }
}
