package kiro.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.workspace.WorkspacePath;

/// Finds the tests of a file of Rust: functions with an attribute such as `#[test]` or `#[tokio::test]`, in modules
/// however nested.
final class RustTests {
    private static final Set<String> ATTRIBUTES = Set.of("rstest", "test_case", "quickcheck");

    private final WorkspacePath file;
    private final SourceCode code;
    private final List<SourceTest> tests = new ArrayList<>();

    private RustTests(WorkspacePath file, SourceCode code) {
        this.file = file;
        this.code = code;
    }

    static SourceTests scan(WorkspacePath file, String text) {
        if (!text.contains("test") && !text.contains("quickcheck")) {
            return new SourceTests(List.of(), Map.of());
        }
        var scan = new RustTests(file, SourceCode.read(text, Dialect.RUST));
        scan.items(0, scan.code.size(), modules(file.value()));
        return new SourceTests(scan.tests, Map.of());
    }

    /// The modules that a file stands for: `src/a/b.rs` is `a::b`.
    private static List<String> modules(String path) {
        int source = path.lastIndexOf("src/");
        if (source < 0 || (source > 0 && path.charAt(source - 1) != '/')) {
            return List.of();
        }
        String within = path.substring(source + "src/".length()).replaceFirst("\\.rs$", "");
        return java.util.Arrays.stream(within.split("/"))
                .filter(name -> !Set.of("lib", "main", "mod", "bin").contains(name))
                .toList();
    }

    private void items(int from, int to, List<String> modules) {
        int i = from;
        int first = from;
        boolean isTest = false;
        while (i < to) {
            if (code.is(i, "#") && (code.is(i + 1, "[") || code.is(i + 2, "["))) {
                int open = code.is(i + 1, "[") ? i + 1 : i + 2;
                isTest |= isTestAttribute(open);
                i = code.after(open);
                continue;
            }
            int end = item(first, i, to, modules, isTest);
            if (end == i) {
                i++;
                continue;
            }
            i = end;
            first = end;
            isTest = false;
        }
    }

    /// Reads the item whose keyword stands here; answers where it ends, or the same place where none does.
    private int item(int first, int at, int to, List<String> modules, boolean isTest) {
        if (code.is(at, "mod") && code.isWord(at + 1) && code.is(at + 2, "{")) {
            var inner = new ArrayList<>(modules);
            inner.add(code.token(at + 1).text());
            int close = Math.min(code.partner(at + 2), to);
            items(at + 3, close, inner);
            return close + 1;
        }
        if (code.is(at, "fn") && code.isWord(at + 1)) {
            int open = bodyOf(at + 2, to);
            int end = code.is(open, "{") ? code.after(open) : open + 1;
            if (isTest) {
                tests.add(test(first, at + 1, Math.min(end, code.size()), modules));
            }
            return end;
        }
        if (code.is(at, ";")) {
            return at + 1;
        }
        return code.is(at, "{") ? code.after(at) : at;
    }

    private int bodyOf(int from, int to) {
        int i = from;
        while (i < to && !code.is(i, "{") && !code.is(i, ";")) {
            i = code.is(i, "(") || code.is(i, "[") ? code.after(i) : i + 1;
        }
        return i;
    }

    private boolean isTestAttribute(int open) {
        int last = open + 1;
        while (code.is(last + 1, ":") && code.is(last + 2, ":") && code.isWord(last + 3)) {
            last += 3;
        }
        String name = code.isWord(last) ? code.token(last).text() : "";
        boolean isCondition = name.equals("cfg") || name.equals("cfg_attr");
        return !isCondition && (name.endsWith("test") || ATTRIBUTES.contains(name));
    }

    private SourceTest test(int first, int nameAt, int end, List<String> modules) {
        String name = code.token(nameAt).text();
        var comments = new ArrayList<>(code.commentsAbove(first));
        comments.addAll(code.commentsOf(first, end));
        var mentions = new ArrayList<Mention>();
        mentions.addAll(MentionReader.inIdentifier(name, code.span(nameAt)));
        mentions.addAll(code.mentions(comments));
        var path = new ArrayList<>(modules);
        path.add(name);
        String full = String.join("::", path);
        return new SourceTest(
                new TestId(file.value(), full),
                new SourceTest.Reported(SourceTest.Naming.RUST, Set.of(file.value()), Set.of(full)),
                comments.stream()
                        .flatMap(comment -> MentionReader.feature(comment.text()).stream())
                        .findFirst(),
                file,
                code.span(nameAt),
                mentions,
                code.body(first, end));
    }
}
