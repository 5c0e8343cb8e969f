package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.Import;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// Reads all that one source file tells.
final class FileReader {
    private static final Pattern TEST =
            Pattern.compile(
                    "(?:^|.*/)(?:tests?|__tests__|e2e|spec|testdata|it)/.*|.*src/(?:test|it|integrationTest)/.*"
                            + "|.*_test\\.(?:go|py)|(?:^|.*/)test_[^/]*\\.py|(?:^|.*/)conftest\\.py|.*\\.(?:test|spec|e2e-spec)\\.[cm]?[jt]sx?|.*(?:Test|Tests|IT|TestCase)\\.java");

    private final SourceFile file;

    FileReader(SourceFile file) {
        this.file = file;
    }

    static boolean isTest(String path) {
        return TEST.matcher(path).matches();
    }

    FileFacts read() {
        boolean isTest = isTest(file.path());
        var texts = new Texts(file);
        var variables = new VariableTypes(file);
        List<Symbol> symbols = file.symbols();
        List<Import> imports = file.imports();
        List<Call> calls = file.calls();
        var sink = new RouteSink(file, texts);
        var errors = new ErrorReader(file);
        List<TestFact> tests =
                isTest || hasInnerTests() ? new TestReader(file).read(symbols, calls) : List.of();
        if (!isTest) {
            readRoutes(sink, symbols, imports);
            errors.read(symbols);
        }
        return new FileFacts(
                file.path(),
                file.language(),
                file.tree().lineCount(),
                file.tree().firstErrorLine(),
                isTest,
                isTest ? List.of() : interfaces(symbols),
                sink.routes(),
                sink.mounts(),
                sink.prefixes(),
                isTest ? List.of() : functions(symbols, sink, variables),
                isTest ? List.of() : new RuleReader(file, texts).read(),
                isTest ? List.of() : new FactReader(file, texts, variables).read(symbols, calls),
                tests,
                imported(imports),
                errors.statuses(),
                errors.supertypes(),
                sink.methods(),
                isTest ? Map.of() : texts.paths());
    }

    /// Rust keeps the tests of a module in it.
    private boolean hasInnerTests() {
        return file.path().endsWith(".rs");
    }

    private void readRoutes(RouteSink sink, List<Symbol> symbols, List<Import> imports) {
        Set<String> modules =
                Set.copyOf(imports.stream().map(Import::module).map(FileReader::root).toList());
        switch (file.language()) {
            case JAVA -> new JavaRoutes(sink).read(symbols);
            case JAVASCRIPT, TYPESCRIPT, TSX -> {
                new ScriptRoutes(sink, modules.contains("fastify")).read();
                new NestRoutes(sink).read(symbols);
            }
            case PYTHON -> new PythonRoutes(sink, modules.contains("flask")).read(symbols);
            case GO -> new GoRoutes(sink).read();
            case RUST -> new RustRoutes(sink).read(symbols);
        }
    }

    private static String root(String module) {
        int end = 0;
        while (end < module.length() && "./:".indexOf(module.charAt(end)) < 0) {
            end++;
        }
        return module.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private List<Interface> interfaces(List<Symbol> symbols) {
        return symbols.stream()
                .filter(Symbol::isExported)
                .map(symbol ->
                        new Interface(
                                symbol.kind().name().toLowerCase(Locale.ROOT),
                                symbol.qualifiedName(),
                                symbol.signature(),
                                Place.of(file.path(), symbol.node())))
                .toList();
    }

    private List<FunctionFacts> functions(
            List<Symbol> symbols, RouteSink sink, VariableTypes variables) {
        var reader = new FunctionReader(file, variables);
        var functions = new ArrayList<FunctionFacts>();
        for (Symbol symbol : symbols) {
            if (symbol.kind().isFunction()) {
                functions.add(reader.read(symbol.qualifiedName(), symbol.node()));
            }
        }
        for (Map.Entry<String, SyntaxNode> each : sink.inline().entrySet()) {
            functions.add(reader.read(each.getKey(), each.getValue()));
        }
        return functions;
    }

    /// For each local name the module and the name in it, parted by `#`.
    private static Map<String, String> imported(List<Import> imports) {
        var names = new HashMap<String, String>();
        for (Import each : imports) {
            each.names()
                    .forEach((local, name) -> names.putIfAbsent(local, each.module() + "#" + name));
        }
        return names;
    }
}
