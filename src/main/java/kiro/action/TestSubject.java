package kiro.action;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.code.Symbol;

/// What a new source has that a test can run.
///
/// @param path from the workspace's root
/// @param type the class that its functions belong to; empty for functions of a module
/// @param functions their names, in the order of the source
record TestSubject(String path, String type, List<String> functions) {
    private static final int MOST = 20;
    private static final Set<String> OF_EVERYTHING =
            Set.of("equals", "hashCode", "toString", "compareTo", "main", "String");

    TestSubject {
        functions = List.copyOf(functions);
    }

    /// The public functions of the first type that has some, else those of the module.
    static TestSubject of(String path, List<Symbol> symbols) {
        List<Symbol> types =
                symbols.stream()
                        .filter(each -> !each.kind().isFunction() && each.owner().isEmpty())
                        .filter(each -> each.kind() != Symbol.Kind.INTERFACE)
                        .toList();
        String stem = Words.stem(path);
        List<Symbol> ordered =
                Stream.concat(
                                types.stream().filter(each -> each.name().equals(stem)),
                                types.stream().filter(each -> !each.name().equals(stem)))
                        .toList();
        for (Symbol type : ordered) {
            List<String> methods = functions(symbols, type.name());
            if (!methods.isEmpty()) {
                return new TestSubject(path, type.name(), methods);
            }
        }
        return new TestSubject(path, "", functions(symbols, ""));
    }

    private static List<String> functions(List<Symbol> symbols, String owner) {
        return symbols.stream()
                .filter(each -> each.owner().equals(owner) && isCalledFromOutside(each))
                .map(Symbol::name)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean isCalledFromOutside(Symbol symbol) {
        return (symbol.kind() == Symbol.Kind.METHOD || symbol.kind() == Symbol.Kind.FUNCTION)
                && !symbol.signature().startsWith("private ")
                && !symbol.name().startsWith("_")
                && !symbol.name().startsWith("#")
                && (symbol.isExported() || symbol.node().tree().language() == Grammar.JAVA)
                && !OF_EVERYTHING.contains(symbol.name());
    }
}
