package kiro.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.Import;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;
import kiro.memory.Catalogue.Mark;
import kiro.memory.CodeUse.Use;

/// Looks at one source file for what it uses.
final class CodeLook {
    private static final Pattern TEST_PATH =
            Pattern.compile(
                    "(?i)(?:.*/)?(?:[a-z]*tests?|__tests__|e2e|spec|testdata|fixtures)/.*|(?:.*/)?[^/]*test_?(?:utils?|helpers?)[^/]*|.*(?:_test\\.(?:go|py)|\\.(?:test|spec)\\.[jt]sx?|Tests?\\.java|IT\\.java)|(?:.*/)?test_[^/]*\\.py|(?:.*/)?conftest\\.py");
    private static final Pattern OTHER_PATH =
            Pattern.compile(
                    "(?i)(?:examples?|samples?|docs?|contrib|bench(?:marks?)?|build)/.*|(?:.*/)?(?:vendor|third_party|node_modules|dist)/.*");
    private static final Pattern HOST =
            Pattern.compile(
                    "https?://([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(?:[:/?#].*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> THROWS = Set.of("throw_statement", "raise_statement");
    private static final Pattern ERROR = Pattern.compile("[A-Z]\\w*(?:Exception|Error|Failure)");
    private static final Pattern JAVA_TEST =
            Pattern.compile("@(?:Test|ParameterizedTest)\\b[^;{}]*?\\bvoid\\s+(\\w+)\\s*\\(");

    private final Catalogue catalogue;

    CodeLook(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static boolean isTest(String path) {
        return TEST_PATH.matcher(path).matches();
    }

    /// Whether a file is the project's own work, and no example or copy.
    static boolean isOwn(String path) {
        return !OTHER_PATH.matcher(path).matches();
    }

    CodeUse look(SourceFile file, String text) {
        List<String> lines = text.lines().toList();
        var uses = new ArrayList<Use>();
        List<Mark> marks =
                catalogue.marks().stream().filter(mark -> mark.isOf(file.language())).toList();
        for (Import each : file.imports()) {
            int nearest =
                    marks.stream().mapToInt(mark -> mark.nearness(each.module())).max().orElse(0);
            marks.stream()
                    .filter(mark -> nearest > 0 && mark.nearness(each.module()) == nearest)
                    .forEach(mark -> add(uses, mark, each.node(), lines));
        }
        List<Call> calls = file.calls();
        List<Mark> called = marks.stream().filter(mark -> !mark.calls().isEmpty()).toList();
        for (Call call : calls) {
            called.stream()
                    .filter(mark -> mark.calls().contains(call.callee()))
                    .forEach(mark -> add(uses, mark, call.node(), lines));
        }
        var hosts = new ArrayList<Use>();
        strings(file, marks, lines, uses, hosts);
        return new CodeUse(
                file.path(),
                file.language(),
                isTest(file.path()),
                uses,
                thrown(file),
                hosts,
                new CodeUse.Names(errorTypes(file), tests(text)));
    }

    private static void add(List<Use> uses, Mark mark, SyntaxNode node, List<String> lines) {
        boolean isKnown =
                uses.stream()
                        .anyMatch(use ->
                                use.topic().equals(mark.topic()) && use.name().equals(mark.name()));
        if (!isKnown) {
            uses.add(new Use(mark.topic(), mark.name(), node.line(), at(lines, node.line())));
        }
    }

    private static void strings(
            SourceFile file,
            List<Mark> marks,
            List<String> lines,
            List<Use> uses,
            List<Use> hosts) {
        List<Mark> texts = marks.stream().filter(mark -> !mark.texts().isEmpty()).toList();
        for (SyntaxNode node : file.strings()) {
            String literal = SourceFile.literal(node).orElse("");
            if (!literal.contains(":")) {
                continue;
            }
            texts.stream()
                    .filter(mark -> mark.texts().stream().anyMatch(literal::startsWith))
                    .filter(mark -> mark.texts().stream().noneMatch(literal::equals))
                    .forEach(mark -> add(uses, mark, node, lines));
            Matcher host = HOST.matcher(literal);
            if (host.matches()) {
                hosts.add(
                        new Use(
                                "host",
                                host.group(1).toLowerCase(java.util.Locale.ROOT),
                                node.line(),
                                at(lines, node.line())));
            }
        }
    }

    private static String at(List<String> lines, int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    private static List<String> thrown(SourceFile file) {
        var thrown = new ArrayList<String>();
        for (SyntaxNode node : file.root().below(THROWS)) {
            SourceFile.calls(node).stream()
                    .findFirst()
                    .map(call -> call.name())
                    .filter(name -> ERROR.matcher(name).matches())
                    .ifPresent(thrown::add);
        }
        return thrown;
    }

    private static Set<String> errorTypes(SourceFile file) {
        var names = new HashSet<String>();
        for (Symbol symbol : file.symbols()) {
            if (ERROR.matcher(symbol.name()).matches()) {
                names.add(symbol.name());
            }
        }
        return names;
    }

    private static List<String> tests(String text) {
        var names = new ArrayList<String>();
        Matcher test = JAVA_TEST.matcher(text);
        while (test.find()) {
            names.add(test.group(1));
        }
        return names;
    }
}
