package kiro.infer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// The routes of Nest.
final class NestRoutes {
    private static final Map<String, String> VERBS =
            Map.of(
                    "Get", "GET",
                    "Post", "POST",
                    "Put", "PUT",
                    "Patch", "PATCH",
                    "Delete", "DELETE",
                    "Head", "HEAD",
                    "Options", "OPTIONS",
                    "All", "ANY");

    private final RouteSink sink;

    NestRoutes(RouteSink sink) {
        this.sink = sink;
    }

    void read(List<Symbol> symbols) {
        var prefixes = new HashMap<String, String>();
        for (Symbol symbol : symbols) {
            List<Decorator> decorators = Decorator.of(symbol.decorators());
            if (symbol.kind() == Symbol.Kind.CLASS) {
                decorators.stream()
                        .filter(each -> each.name().equals("Controller"))
                        .findFirst()
                        .ifPresent(each -> prefixes.put(symbol.name(), prefix(each)));
            } else if (prefixes.containsKey(symbol.owner())) {
                decorators.stream()
                        .filter(each -> VERBS.containsKey(each.name()))
                        .forEach(each ->
                                add(
                                        symbol,
                                        each,
                                        decorators,
                                        prefixes.getOrDefault(symbol.owner(), "")));
            }
        }
    }

    private String prefix(Decorator controller) {
        return controller
                .value()
                .flatMap(value ->
                        value.is("object")
                                ? ObjectLiteral.value(value, "path").map(sink.texts()::path)
                                : Optional.of(sink.texts().path(value)))
                .orElse("");
    }

    private void add(Symbol method, Decorator verb, List<Decorator> decorators, String prefix) {
        String path = verb.value().map(sink.texts()::path).orElse("");
        sink.add(
                new Route(
                        Framework.NEST,
                        VERBS.getOrDefault(verb.name(), "ANY"),
                        RoutePath.join(RoutePath.normal(prefix), RoutePath.normal(path)),
                        "*nest",
                        method.qualifiedName(),
                        success(decorators),
                        types(method),
                        sink.place(verb.node())));
    }

    private static int success(List<Decorator> decorators) {
        for (Decorator each : decorators) {
            if (each.name().equals("HttpCode")) {
                OptionalInt status =
                        each.value()
                                .map(SyntaxNode::text)
                                .map(Statuses::of)
                                .orElse(OptionalInt.empty());
                return status.orElse(0);
            }
        }
        return 0;
    }

    private static List<String> types(Symbol method) {
        return method
                .node()
                .child("parameters")
                .map(parameters -> parameters.below(Set.of("type_identifier")))
                .orElse(List.of())
                .stream()
                .map(SyntaxNode::text)
                .toList();
    }
}
