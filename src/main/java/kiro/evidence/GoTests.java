package kiro.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.workspace.WorkspacePath;

/// Finds the tests of a file of Go: functions and methods of suites whose name begins with `Test`, and fuzz tests.
final class GoTests {
    private static final Pattern TEST = Pattern.compile("(?:Test|Fuzz)(?![a-z])\\w*");

    private final WorkspacePath file;
    private final String importPath;
    private final SourceCode code;
    private final List<SourceTest> tests = new ArrayList<>();

    private GoTests(WorkspacePath file, String importPath, SourceCode code) {
        this.file = file;
        this.importPath = importPath;
        this.code = code;
    }

    /// @param importPath of the file's package; its folder where no module is known
    static SourceTests scan(WorkspacePath file, String text, String importPath) {
        var scan = new GoTests(file, importPath, SourceCode.read(text, Dialect.GO));
        int i = 0;
        while (i < scan.code.size()) {
            i = scan.code.is(i, "func") ? scan.function(i) : scan.afterOther(i);
        }
        return new SourceTests(scan.tests, Map.of());
    }

    private int afterOther(int i) {
        return code.is(i, "{") || code.is(i, "(") ? code.after(i) : i + 1;
    }

    private int function(int start) {
        int nameAt = code.is(start + 1, "(") ? code.after(start + 1) : start + 1;
        if (!code.isWord(nameAt) || !code.is(nameAt + 1, "(")) {
            return start + 1;
        }
        int open = code.after(nameAt + 1);
        while (open < code.size() && !code.is(open, "{") && !code.is(open, "func")) {
            open = code.is(open, "(") ? code.after(open) : open + 1;
        }
        int end = code.is(open, "{") ? code.after(open) : open;
        if (TEST.matcher(code.token(nameAt).text()).matches()) {
            tests.add(test(start, nameAt, end));
        }
        return end;
    }

    private SourceTest test(int start, int nameAt, int end) {
        String name = code.token(nameAt).text();
        var comments = new ArrayList<>(code.commentsAbove(start));
        comments.addAll(code.commentsOf(start, end));
        var mentions = new ArrayList<Mention>();
        mentions.addAll(inCalls(nameAt, end));
        mentions.addAll(MentionReader.inIdentifier(name, code.span(nameAt)));
        mentions.addAll(code.mentions(comments));
        boolean isOfSuite = nameAt > start + 1;
        return new SourceTest(
                new TestId(importPath, name),
                new SourceTest.Reported(
                        SourceTest.Naming.GO,
                        Set.of(importPath),
                        isOfSuite ? Set.of(name, "*/" + name) : Set.of(name)),
                comments.stream()
                        .flatMap(comment -> MentionReader.feature(comment.text()).stream())
                        .findFirst(),
                file,
                code.span(nameAt),
                mentions,
                code.body(start, end));
    }

    /// What `t.Attr("criterion", "cart#AC-1")` and the titles of `t.Run` name.
    private List<Mention> inCalls(int from, int to) {
        var found = new ArrayList<Mention>();
        for (int i = from; i + 2 < to; i++) {
            if (!code.is(i, ".") || !code.is(i + 2, "(") || !code.isString(i + 3)) {
                continue;
            }
            if (code.is(i + 1, "Attr") && code.is(i + 4, ",") && code.isString(i + 5)) {
                found.addAll(MentionReader.inTag(code.string(i + 5), code.span(i + 5)));
            } else if (code.is(i + 1, "Run")) {
                found.addAll(MentionReader.inTitle(code.string(i + 3), code.span(i + 3)));
            }
        }
        return found;
    }

    /// The module that a `go.mod` names.
    static Optional<String> module(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("module "))
                .map(line -> line.substring("module ".length()).replaceFirst("//.*", "").strip())
                .map(name -> name.replace("\"", ""))
                .findFirst();
    }
}
