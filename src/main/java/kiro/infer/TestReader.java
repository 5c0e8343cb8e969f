package kiro.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// Reads what the tests of a file assert about requests.
final class TestReader {
    private static final Set<String> TITLED = Set.of("it", "test", "it.only", "test.only");
    private static final Set<String> SUITES = Set.of("describe", "describe.only", "suite");

    private final SourceFile file;
    private final List<TestFact> found = new ArrayList<>();

    TestReader(SourceFile file) {
        this.file = file;
    }

    List<TestFact> read(List<Symbol> symbols, List<Call> calls) {
        symbols.stream()
                .filter(symbol -> symbol.kind().isFunction() && isTest(symbol))
                .forEach(symbol -> add(symbol.qualifiedName(), symbol.node()));
        if (file.language().isScript()) {
            calls.stream()
                    .filter(call -> TITLED.contains(call.callee()) && call.arguments().size() >= 2)
                    .forEach(this::addTitled);
        }
        return found;
    }

    private boolean isTest(Symbol symbol) {
        return switch (file.language()) {
            case JAVA ->
                    Decorator.of(symbol.decorators()).stream()
                            .anyMatch(each -> each.simpleName().endsWith("Test"));
            case PYTHON -> symbol.name().startsWith("test");
            case GO -> symbol.name().startsWith("Test");
            case RUST ->
                    Decorator.of(symbol.decorators()).stream()
                            .anyMatch(each -> each.name().matches("(?:.*::)?test"));
            case JAVASCRIPT, TYPESCRIPT, TSX -> false;
        };
    }

    private void addTitled(Call call) {
        Optional<String> title = SourceFile.literal(call.arguments().getFirst());
        title.ifPresent(own -> add(suites(call.node()) + own, call.node()));
    }

    private static String suites(SyntaxNode node) {
        var titles = new StringBuilder();
        Optional<SyntaxNode> at = node.above(Set.of("call_expression"));
        while (at.isPresent()) {
            SyntaxNode call = at.get();
            boolean isSuite =
                    call.child("function").filter(name -> SUITES.contains(name.text())).isPresent();
            Optional<String> title =
                    call.child("arguments")
                            .flatMap(list -> list.named().stream().findFirst())
                            .flatMap(SourceFile::literal);
            if (isSuite && title.isPresent()) {
                titles.insert(0, title.get() + " > ");
            }
            at = call.above(Set.of("call_expression"));
        }
        return titles.toString();
    }

    private void add(String name, SyntaxNode test) {
        List<TestEvent> events = TestEvents.of(test);
        Place place = Place.of(file.path(), test);
        boolean hasRequest = false;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof TestEvent.Asked asked) {
                hasRequest = true;
                int status = 0;
                for (int next = i + 1; next < events.size(); next++) {
                    if (events.get(next) instanceof TestEvent.Asserted asserted) {
                        status = asserted.status();
                        break;
                    }
                    if (events.get(next) instanceof TestEvent.Asked) {
                        break;
                    }
                }
                found.add(new TestFact(name, asked.method(), asked.path(), status, place));
            }
        }
        if (!hasRequest) {
            found.add(new TestFact(name, "", "", 0, place));
        }
    }
}
