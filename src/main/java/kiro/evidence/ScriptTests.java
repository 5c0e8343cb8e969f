package kiro.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.workspace.WorkspacePath;

/// Finds the tests of a JavaScript or TypeScript file: calls of `it` and `test` with a title, within
/// calls of `describe`.
final class ScriptTests {
    private static final Set<String> GROUPS = Set.of("describe", "context", "suite", "fdescribe");
    private static final Set<String> CASES = Set.of("it", "test", "specify", "fit", "xit", "xtest");

    private final WorkspacePath file;
    private final SourceCode code;
    private final List<SourceTest> tests = new ArrayList<>();

    private ScriptTests(WorkspacePath file, SourceCode code) {
        this.file = file;
        this.code = code;
    }

    static SourceTests scan(WorkspacePath file, String text) {
        var scan = new ScriptTests(file, SourceCode.read(text, Dialect.SCRIPT));
        scan.calls(0, scan.code.size(), new Group(List.of(), List.of(), Optional.empty()));
        return new SourceTests(scan.tests, Map.of());
    }

    /// @param titles those of the enclosing groups, outermost first
    private record Group(List<String> titles, List<Mention> mentions, Optional<String> feature) {}

    /// A call with a title.
    ///
    /// @param start the callee's first token
    /// @param titleAt the first token of its arguments
    /// @param end the token that closes the arguments
    private record Call(int start, int titleAt, int end, boolean isGroup) {}

    private void calls(int from, int to, Group group) {
        int i = from;
        while (i < to) {
            Optional<Call> call = call(i);
            if (call.isEmpty()) {
                i++;
                continue;
            }
            int end = Math.min(call.get().end(), to);
            if (call.get().isGroup()) {
                calls(call.get().titleAt(), end, inside(call.get(), group));
            } else {
                tests.add(test(call.get(), end, group));
            }
            i = end + 1;
        }
    }

    private Optional<Call> call(int i) {
        if (!code.isWord(i) || (code.is(i - 1, ".") && !code.is(i - 2, "Deno"))) {
            return Optional.empty();
        }
        String callee = code.token(i).text();
        boolean isGroup = GROUPS.contains(callee);
        if (!isGroup && !CASES.contains(callee)) {
            return Optional.empty();
        }
        int open = i + 1;
        while (code.is(open, ".") && code.isWord(open + 1)) {
            isGroup |= code.is(open + 1, "describe");
            open += 2;
        }
        int arguments = afterTable(open);
        boolean hasTitle =
                code.is(arguments, "(")
                        && (code.isString(arguments + 1)
                                || (isGroup && code.isWord(arguments + 1)));
        return hasTitle
                ? Optional.of(new Call(i, arguments + 1, code.partner(arguments), isGroup))
                : Optional.empty();
    }

    /// Past the rows of `it.each([...])` or of `` it.each`...` ``, to the call that follows.
    private int afterTable(int open) {
        if (code.isString(open)) {
            return open + 1;
        }
        if (!code.is(open, "(")) {
            return open;
        }
        int next = code.after(open);
        return code.is(next, "(") ? next : open;
    }

    private Group inside(Call call, Group outer) {
        var titles = new ArrayList<>(outer.titles);
        titles.add(title(call));
        var mentions = new ArrayList<>(outer.mentions);
        List<Token> comments = code.commentsAbove(call.start());
        mentions.addAll(code.mentions(comments));
        mentions.addAll(MentionReader.inTitle(title(call), code.span(call.titleAt())));
        return new Group(
                List.copyOf(titles),
                List.copyOf(mentions),
                feature(comments, title(call)).or(outer::feature));
    }

    private SourceTest test(Call call, int end, Group group) {
        String title = title(call);
        var comments = new ArrayList<>(code.commentsAbove(call.start()));
        int after = code.is(end + 1, ";") ? end + 2 : Math.min(end + 1, code.size());
        comments.addAll(code.commentsOf(call.start(), after));
        var mentions = new ArrayList<>(MentionReader.inTitle(title, code.span(call.titleAt())));
        mentions.addAll(tags(call, end));
        mentions.addAll(code.mentions(comments));
        mentions.addAll(group.mentions);
        var path = new ArrayList<>(group.titles);
        path.add(title);
        return new SourceTest(
                new TestId(file.value(), String.join(" > ", path)),
                new SourceTest.Reported(
                        SourceTest.Naming.SCRIPT, Set.of(file.value()), names(path)),
                feature(comments, title).or(group::feature),
                file,
                code.span(call.titleAt()),
                mentions,
                code.body(call.start(), end));
    }

    /// The ways in which reporters join the titles of a test and of its groups; the title alone is the
    /// last resort.
    private static Set<String> names(List<String> path) {
        var names = new LinkedHashSet<String>();
        names.add(String.join(" > ", path));
        names.add(String.join(" ", path));
        names.add(String.join(" \u203a ", path));
        names.add(path.getLast());
        return names;
    }

    private String title(Call call) {
        return code.isString(call.titleAt())
                ? code.string(call.titleAt())
                : code.token(call.titleAt()).text();
    }

    private static Optional<String> feature(List<Token> comments, String title) {
        return Stream.concat(comments.stream().map(Token::text), Stream.of(title))
                .flatMap(text -> MentionReader.feature(text).stream())
                .findFirst();
    }

    /// What the options of a test name: `{ tags: ['orders#AC-1'] }`.
    private List<Mention> tags(Call call, int end) {
        int options = code.afterString(call.titleAt()) + 1;
        if (!code.is(options, "{")) {
            return List.of();
        }
        var found = new ArrayList<Mention>();
        int close = Math.min(code.partner(options), end);
        for (int i = options + 1; i < close; i++) {
            boolean isTag = (code.is(i, "tag") || code.is(i, "tags")) && code.is(i + 1, ":");
            if (!isTag) {
                continue;
            }
            int last = code.is(i + 2, "[") ? code.partner(i + 2) : i + 3;
            for (int at = i + 2; at < Math.min(last, close); at++) {
                if (code.isString(at)) {
                    found.addAll(MentionReader.inTag(code.string(at), code.span(at)));
                }
            }
        }
        return found;
    }
}
