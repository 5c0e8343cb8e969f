package kiro.infer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// The routes of Spring and JAX-RS.
final class JavaRoutes {
    private static final Map<String, String> SPRING =
            Map.of(
                    "GetMapping", "GET",
                    "PostMapping", "POST",
                    "PutMapping", "PUT",
                    "PatchMapping", "PATCH",
                    "DeleteMapping", "DELETE",
                    "RequestMapping", "ANY");
    private static final Set<String> JAX_RS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final RouteSink sink;
    private final Map<String, String> prefixes = new HashMap<>();

    JavaRoutes(RouteSink sink) {
        this.sink = sink;
    }

    void read(List<Symbol> symbols) {
        for (Symbol symbol : symbols) {
            List<Decorator> decorators = Decorator.of(symbol.decorators());
            if (symbol.kind() == Symbol.Kind.METHOD) {
                decorators.forEach(each -> add(symbol, each, decorators));
            } else {
                decorators.stream()
                        .filter(each ->
                                each.name().equals("RequestMapping") || each.name().equals("Path"))
                        .findFirst()
                        .ifPresent(each -> prefixes.put(symbol.qualifiedName(), path(each)));
            }
        }
    }

    private void add(Symbol method, Decorator decorator, List<Decorator> all) {
        if (SPRING.containsKey(decorator.name())) {
            for (String verb : springMethods(decorator)) {
                for (String path : paths(decorator)) {
                    add(Framework.SPRING, verb, path, method, decorator, all);
                }
            }
        } else if (JAX_RS.contains(decorator.name())) {
            String own =
                    all.stream()
                            .filter(each -> each.name().equals("Path"))
                            .findFirst()
                            .map(this::path)
                            .orElse("");
            add(Framework.JAX_RS, decorator.name(), own, method, decorator, all);
        }
    }

    private List<String> springMethods(Decorator decorator) {
        return decorator
                .named("method")
                .map(sink.texts()::all)
                .orElse(List.of(SPRING.getOrDefault(decorator.name(), "ANY")));
    }

    private List<String> paths(Decorator decorator) {
        Optional<SyntaxNode> value = decorator.value("value", "path");
        if (value.isEmpty()) {
            return List.of("");
        }
        List<SyntaxNode> parts =
                value.get().is("element_value_array_initializer")
                        ? value.get().named()
                        : List.of(value.get());
        List<String> paths = parts.stream().map(sink.texts()::path).toList();
        return paths.isEmpty() ? List.of("") : paths;
    }

    private String path(Decorator decorator) {
        return paths(decorator).getFirst();
    }

    private void add(
            Framework framework,
            String verb,
            String path,
            Symbol method,
            Decorator decorator,
            List<Decorator> all) {
        String prefix = RoutePath.normal(prefixes.getOrDefault(method.owner(), ""));
        sink.add(
                new Route(
                        framework,
                        verb,
                        RoutePath.join(prefix, RoutePath.normal(path)),
                        "",
                        method.qualifiedName(),
                        success(method, all),
                        types(method),
                        sink.place(decorator.node())));
    }

    private static int success(Symbol method, List<Decorator> all) {
        for (Decorator each : all) {
            if (each.name().equals("ResponseStatus")) {
                OptionalInt status =
                        each.value("value", "code")
                                .map(SyntaxNode::text)
                                .map(Statuses::of)
                                .orElse(OptionalInt.empty());
                if (status.isPresent()) {
                    return status.getAsInt();
                }
            }
        }
        boolean isVoidResource =
                all.stream().anyMatch(each -> JAX_RS.contains(each.name()))
                        && method.node()
                                .child("type")
                                .filter(type -> type.is("void_type"))
                                .isPresent();
        return isVoidResource ? 204 : 0;
    }

    /// The types of the parameters that are validated; a method that takes the errors itself refuses nothing by them.
    private static List<String> types(Symbol method) {
        List<SyntaxNode> parameters =
                method.node().child("parameters").map(SyntaxNode::named).orElse(List.of());
        boolean takesErrors =
                parameters.stream()
                        .flatMap(each -> each.child("type").stream())
                        .anyMatch(type -> type.text().matches("BindingResult|Errors"));
        if (takesErrors) {
            return List.of();
        }
        return parameters.stream()
                .filter(JavaRoutes::isValidated)
                .flatMap(parameter -> parameter.child("type").stream())
                .map(SyntaxNode::flatText)
                .toList();
    }

    private static boolean isValidated(SyntaxNode parameter) {
        return Decorator.of(parameter.first("modifiers").map(SyntaxNode::named).orElse(List.of()))
                .stream()
                .anyMatch(each -> each.name().equals("Valid") || each.name().equals("Validated"));
    }
}
