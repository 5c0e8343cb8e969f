package kiro.infer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// The routes of axum and actix.
final class RustRoutes {
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private final RouteSink sink;

    RustRoutes(RouteSink sink) {
        this.sink = sink;
    }

    void read(List<Symbol> symbols) {
        for (Symbol symbol : symbols) {
            Decorator.of(symbol.decorators()).stream()
                    .filter(each -> VERBS.contains(each.simpleName().replaceFirst("^.*::", "")))
                    .forEach(each -> addAttribute(symbol, each));
        }
        for (Call call : sink.file().calls()) {
            switch (call.name()) {
                case "route" -> addRoute(call);
                case "nest", "nest_service" -> addNest(call, true);
                case "merge" -> addNest(call, false);
                case "service", "configure" -> addService(call);
                default -> {}
            }
        }
    }

    /// `#[get("/x")]` on a function.
    private void addAttribute(Symbol symbol, Decorator attribute) {
        attribute.arguments().stream()
                .flatMap(each -> SourceFile.literal(each).stream())
                .findFirst()
                .ifPresent(path ->
                        sink.add(
                                new Route(
                                        Framework.ACTIX,
                                        attribute
                                                .simpleName()
                                                .replaceFirst("^.*::", "")
                                                .toUpperCase(Locale.ROOT),
                                        RoutePath.normal(path),
                                        symbol.name(),
                                        symbol.name(),
                                        0,
                                        types(symbol.node()),
                                        sink.place(attribute.node()))));
    }

    /// `.route("/x", get(a).post(b))` of axum, `.route("/x", web::get().to(a))` of actix.
    private void addRoute(Call call) {
        List<SyntaxNode> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return;
        }
        Optional<String> path =
                arguments.size() == 2
                        ? sink.texts().of(arguments.getFirst())
                        : chainRoot(call, "resource").flatMap(each -> sink.texts().of(each));
        if (path.isEmpty()) {
            return;
        }
        for (Call verb : SourceFile.calls(arguments.getLast())) {
            String name = verb.name();
            if (VERBS.contains(name) && verb.arguments().size() == 1) {
                add(Framework.AXUM, name, path.get(), verb.arguments().getFirst(), call);
            } else if (name.equals("to") && verb.arguments().size() == 1) {
                SourceFile.calls(verb.node()).stream()
                        .filter(each -> each.callee().startsWith("web::"))
                        .filter(each -> VERBS.contains(each.name()))
                        .findFirst()
                        .ifPresent(web ->
                                add(
                                        Framework.ACTIX,
                                        web.name(),
                                        path.get(),
                                        verb.arguments().getFirst(),
                                        call));
            }
        }
    }

    private void add(Framework framework, String verb, String path, SyntaxNode handler, Call call) {
        String prefix = chainRoot(call, "scope").flatMap(each -> sink.texts().of(each)).orElse("");
        String key = handler.is("closure_expression") ? sink.inline(handler) : handler.flatText();
        sink.add(
                new Route(
                        framework,
                        verb.toUpperCase(Locale.ROOT),
                        RoutePath.join(RoutePath.normal(prefix), RoutePath.normal(path)),
                        enclosing(call.node()),
                        key,
                        0,
                        List.of(),
                        sink.place(call.arguments().getFirst())));
    }

    private void addNest(Call call, boolean hasPath) {
        if (call.arguments().size() != (hasPath ? 2 : 1)) {
            return;
        }
        String prefix = hasPath ? sink.texts().of(call.arguments().getFirst()).orElse("") : "";
        sink.mount(enclosing(call.node()), prefix, target(call.arguments().getLast()));
    }

    /// `web::scope("/x").service(a)` and `.configure(users::config)`.
    private void addService(Call call) {
        if (call.arguments().size() != 1) {
            return;
        }
        SyntaxNode target = call.arguments().getFirst();
        if (target.is("call_expression")) {
            return;
        }
        String prefix = chainRoot(call, "scope").flatMap(each -> sink.texts().of(each)).orElse("");
        sink.mount(enclosing(call.node()), prefix, target(target));
    }

    /// The path of the `scope` or `resource` that a chain of calls begins with.
    private static Optional<SyntaxNode> chainRoot(Call call, String name) {
        Optional<SyntaxNode> at = Optional.of(call.node());
        while (at.isPresent()) {
            Optional<SyntaxNode> function = at.get().child("function");
            boolean isRoot =
                    function.filter(each ->
                                    each.is("scoped_identifier")
                                            && each.text().endsWith("::" + name))
                            .isPresent();
            if (isRoot) {
                return at.get()
                        .child("arguments")
                        .flatMap(list -> list.named().stream().findFirst());
            }
            at = function.flatMap(each -> each.child("value"));
        }
        return Optional.empty();
    }

    private static String target(SyntaxNode node) {
        return node.child("function").orElse(node).flatText();
    }

    private static String enclosing(SyntaxNode node) {
        return node.above(Set.of("function_item"))
                .flatMap(function -> function.child("name"))
                .map(SyntaxNode::text)
                .orElse("");
    }

    private static List<String> types(SyntaxNode function) {
        return function
                .child("parameters")
                .map(parameters -> parameters.below(Set.of("type_identifier")))
                .orElse(List.of())
                .stream()
                .map(SyntaxNode::text)
                .toList();
    }
}
