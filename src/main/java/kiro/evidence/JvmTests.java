package kiro.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.evidence.JvmHeader.Annotation;
import kiro.workspace.WorkspacePath;

/// Finds the tests of a Java or Kotlin file: methods with a test annotation, in classes however nested.
final class JvmTests {
    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("RepeatedTest", "TestFactory", "TestTemplate", "Property", "Example", "Theory");
    private static final Set<String> TAGS =
            Set.of("Tag", "Tags", "Criterion", "Criteria", "SVC", "SVCs", "Verifies", "Covers");
    private static final Set<String> TITLES =
            Set.of("DisplayName", "ParameterizedTest", "RepeatedTest");

    private final WorkspacePath file;
    private final SourceCode code;
    private final JvmHeaders headers;
    private final boolean isKotlin;
    private final List<SourceTest> tests = new ArrayList<>();
    private final Map<String, List<String>> supertypes = new LinkedHashMap<>();

    private JvmTests(WorkspacePath file, SourceCode code, boolean isKotlin) {
        this.file = file;
        this.code = code;
        this.headers = new JvmHeaders(code, isKotlin);
        this.isKotlin = isKotlin;
    }

    /// @param dialect Java or Kotlin
    static SourceTests scan(WorkspacePath file, String text, Dialect dialect) {
        var code = SourceCode.read(text, dialect);
        var scan = new JvmTests(file, code, dialect == Dialect.KOTLIN);
        scan.members(
                0,
                code.size(),
                new Scope(scan.headers.packagePrefix(), false, false, List.of(), List.of()));
        return new SourceTests(scan.tests, scan.supertypes);
    }

    /// What encloses a member.
    ///
    /// @param suite the class, or the package and a dot
    /// @param isOldStyle whether methods are tests by their names, as in JUnit 3
    /// @param comments those above the enclosing classes
    private record Scope(
            String suite,
            boolean isClass,
            boolean isOldStyle,
            List<Mention> mentions,
            List<Token> comments) {}

    private void members(int from, int to, Scope scope) {
        int i = from;
        while (i < to) {
            i = Math.max(i + 1, member(i, to, scope));
        }
    }

    private int member(int start, int to, Scope scope) {
        JvmHeader header = headers.read(start, to);
        int i = header.end();
        if (i >= to) {
            return to;
        }
        if (headers.isType(i)) {
            return type(start, header, to, scope);
        }
        if (isKotlin) {
            return code.is(i, "fun")
                    ? kotlinFunction(start, header, to, scope)
                    : headers.kotlinEnd(i, to);
        }
        return javaMember(start, header, to, scope);
    }

    private int type(int start, JvmHeader header, int to, Scope outer) {
        int nameAt = headers.typeName(header.end());
        String name = nameAt < 0 ? "Companion" : code.token(nameAt).text();
        int open = headers.bodyOfType(Math.max(nameAt, header.end()) + 1, to);
        String suite = outer.suite + (outer.isClass ? "$" : "") + name;
        List<String> above = headers.supertypes(header.end(), Math.min(open, to));
        supertypes.put(suite, above);
        if (!code.is(open, "{")) {
            return open;
        }
        var comments = new ArrayList<>(outer.comments);
        comments.addAll(code.commentsAbove(start));
        var mentions = new ArrayList<>(outer.mentions);
        mentions.addAll(code.mentions(code.commentsAbove(start)));
        mentions.addAll(tags(header));
        boolean isOldStyle = above.contains("TestCase");
        int end = Math.min(code.partner(open), to);
        members(open + 1, end, new Scope(suite, true, isOldStyle, mentions, comments));
        return end + 1;
    }

    private int javaMember(int start, JvmHeader header, int to, Scope scope) {
        for (int i = header.end(); i < to; i++) {
            if (code.is(i, "(")) {
                return code.isWord(i - 1) ? javaMethod(start, header, i, to, scope) : code.after(i);
            }
            if (code.is(i, "=")) {
                return javaStatementEnd(i, to);
            }
            if (code.is(i, "{")) {
                return code.after(i);
            }
            if (code.is(i, ";") || (code.is(i, ",") && !isInGenerics(header.end(), i))) {
                return i + 1;
            }
        }
        return to;
    }

    private boolean isInGenerics(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += code.is(i, "<") ? 1 : code.is(i, ">") ? -1 : 0;
        }
        return depth > 0;
    }

    private int javaStatementEnd(int from, int to) {
        int i = from;
        while (i < to && !code.is(i, ";")) {
            i = code.is(i, "{") || code.is(i, "(") || code.is(i, "[") ? code.after(i) : i + 1;
        }
        return i + 1;
    }

    private int javaMethod(int start, JvmHeader header, int parameters, int to, Scope scope) {
        int i = code.after(parameters);
        if (code.is(i, ",")) {
            return i + 1;
        }
        while (i < to && !code.is(i, "{") && !code.is(i, ";")) {
            i = code.is(i, "(") ? code.after(i) : i + 1;
        }
        int end = code.is(i, "{") ? code.after(i) : Math.min(i + 1, to);
        if (isTest(header, code.token(parameters - 1).text(), scope)) {
            tests.add(test(start, header, parameters - 1, end, scope));
        }
        return end;
    }

    private int kotlinFunction(int start, JvmHeader header, int to, Scope scope) {
        int parameters = header.end();
        while (parameters < to && !code.is(parameters, "(")) {
            parameters++;
        }
        if (parameters >= to || !code.isWord(parameters - 1)) {
            return parameters;
        }
        int end = headers.kotlinFunctionEnd(code.after(parameters), to);
        if (isTest(header, code.token(parameters - 1).text(), scope)) {
            tests.add(test(start, header, parameters - 1, end, scope));
        }
        return end;
    }

    private static boolean isTest(JvmHeader header, String name, Scope scope) {
        if (!scope.isClass) {
            return false;
        }
        boolean isAnnotated =
                header.annotations().stream().map(Annotation::name).anyMatch(JvmTests::isTestMark);
        return isAnnotated || (scope.isOldStyle && name.startsWith("test"));
    }

    private static boolean isTestMark(String annotation) {
        return TEST_ANNOTATIONS.contains(annotation)
                || (annotation.endsWith("Test")
                        && !annotation.startsWith("Before")
                        && !annotation.startsWith("After"));
    }

    private SourceTest test(int start, JvmHeader header, int nameAt, int end, Scope scope) {
        String word = code.token(nameAt).text();
        boolean isQuoted = word.startsWith("`");
        String name = isQuoted ? word.substring(1, word.length() - 1) : word;
        var comments = new ArrayList<>(code.commentsAbove(start));
        comments.addAll(code.commentsOf(start, end));
        var mentions = new ArrayList<Mention>(tags(header));
        var names = new HashSet<>(Set.of(name));
        for (Annotation annotation : header.annotations()) {
            if (TITLES.contains(annotation.name())) {
                for (int at : strings(annotation)) {
                    names.add(code.string(at));
                    mentions.addAll(MentionReader.inTitle(code.string(at), code.span(at)));
                }
            }
        }
        if (isQuoted) {
            mentions.addAll(MentionReader.inTitle(name, code.span(nameAt)));
        } else {
            mentions.addAll(MentionReader.inIdentifier(name, code.span(nameAt)));
        }
        mentions.addAll(code.mentions(comments));
        mentions.addAll(scope.mentions);
        return new SourceTest(
                new TestId(scope.suite, name),
                new SourceTest.Reported(SourceTest.Naming.JVM, Set.of(scope.suite), names),
                feature(Stream.concat(comments.stream(), scope.comments.stream())),
                file,
                code.span(nameAt),
                mentions,
                code.body(start, end));
    }

    private static Optional<String> feature(Stream<Token> comments) {
        return comments.flatMap(comment -> MentionReader.feature(comment.text()).stream())
                .findFirst();
    }

    private List<Mention> tags(JvmHeader header) {
        return header.annotations().stream()
                .filter(annotation -> TAGS.contains(annotation.name()))
                .flatMap(annotation -> strings(annotation).stream())
                .flatMap(at -> MentionReader.inTag(code.string(at), code.span(at)).stream())
                .toList();
    }

    /// Where the strings among an annotation's arguments begin.
    private List<Integer> strings(Annotation annotation) {
        var found = new ArrayList<Integer>();
        int i = annotation.from();
        while (i < annotation.to()) {
            if (code.isString(i)) {
                found.add(i);
                i = code.afterString(i);
            } else {
                i++;
            }
        }
        return found;
    }
}
