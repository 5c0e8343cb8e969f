package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// The routes of FastAPI, Flask and Django.
final class PythonRoutes {
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final Set<String> INJECTIONS = Set.of("Depends", "Security");
    private static final Set<String> URLS = Set.of("path", "re_path", "url");

    /// Parts of the names of the REST framework's views, in order.
    private static final SequencedMap<String, List<String>> GENERIC = new LinkedHashMap<>();

    static {
        GENERIC.put("List", List.of("GET"));
        GENERIC.put("Retrieve", List.of("GET"));
        GENERIC.put("Create", List.of("POST"));
        GENERIC.put("Update", List.of("PUT", "PATCH"));
        GENERIC.put("Destroy", List.of("DELETE"));
    }

    private final RouteSink sink;
    private final boolean isFlask;
    private final Map<String, List<String>> guards = new HashMap<>();

    PythonRoutes(RouteSink sink, boolean isFlask) {
        this.sink = sink;
        this.isFlask = isFlask;
    }

    void read(List<Symbol> symbols) {
        List<Call> calls = sink.file().calls();
        calls.stream().filter(call -> call.name().equals("APIRouter")).forEach(this::addGuards);
        for (Symbol symbol : symbols) {
            for (Decorator each : Decorator.of(symbol.decorators())) {
                add(symbol, symbol.qualifiedName(), each);
            }
            if (symbol.kind() == Symbol.Kind.CLASS) {
                addGeneric(symbol);
            }
            if (symbol.kind() == Symbol.Kind.METHOD && VERBS.contains(symbol.name())) {
                addViewMethod(symbol);
            }
        }
        readLocal(symbols);
        calls.forEach(this::addCall);
    }

    /// Routes within the function that makes the application.
    private void readLocal(List<Symbol> symbols) {
        Set<SyntaxNode> known = symbols.stream().map(Symbol::node).collect(Collectors.toSet());
        for (SyntaxNode decorated : sink.file().root().below(Set.of("decorated_definition"))) {
            Optional<SyntaxNode> function =
                    decorated.child("definition").filter(each -> each.is("function_definition"));
            if (function.isEmpty() || known.contains(function.get())) {
                continue;
            }
            List<SyntaxNode> nodes = decorated.all("decorator");
            var local =
                    new Symbol(
                            Symbol.Kind.FUNCTION,
                            function.get().child("name").map(SyntaxNode::text).orElse(""),
                            "",
                            "",
                            false,
                            nodes,
                            function.get());
            for (Decorator each : Decorator.of(nodes)) {
                if (each.name().contains(".")) {
                    add(local, sink.inline(function.get()), each);
                }
            }
        }
    }

    private void add(Symbol symbol, String key, Decorator decorator) {
        int dot = decorator.name().lastIndexOf('.');
        String name = decorator.simpleName();
        if (dot > 0 && (VERBS.contains(name) || name.equals("route") || name.equals("api_route"))) {
            addRoute(symbol, key, decorator, decorator.name().substring(0, dot));
        } else if (name.equals("api_view") || name.equals("require_http_methods")) {
            decorator
                    .value("http_method_names", "request_method_list")
                    .ifPresent(list -> sink.methods(symbol.name(), sink.texts().all(list)));
        } else if (name.matches("require_[A-Z]+")) {
            sink.methods(symbol.name(), List.of(name.substring("require_".length())));
        }
    }

    /// `APIRouter(dependencies=[Depends(user)])`: what stands before all routes of a router.
    private void addGuards(Call router) {
        variable(router)
                .ifPresent(name ->
                        guards.put(
                                name,
                                argument(router, "dependencies")
                                        .map(PythonRoutes::injected)
                                        .orElse(List.of())));
    }

    private static List<String> injected(SyntaxNode node) {
        return SourceFile.calls(node).stream()
                .filter(call -> INJECTIONS.contains(call.name()))
                .flatMap(call -> call.arguments().stream())
                .filter(each -> each.is("identifier") || each.is("attribute"))
                .map(each -> each.text().replaceFirst("^.*\\.", ""))
                .toList();
    }

    private void addRoute(Symbol symbol, String key, Decorator decorator, String router) {
        Optional<String> path = decorator.value("path", "rule").map(sink.texts()::path);
        if (path.isEmpty()) {
            return;
        }
        String name = decorator.simpleName();
        List<String> verbs =
                VERBS.contains(name)
                        ? List.of(name.toUpperCase(Locale.ROOT))
                        : decorator.named("methods").map(sink.texts()::all).orElse(List.of("GET"));
        OptionalInt success =
                decorator
                        .named("status_code")
                        .map(SyntaxNode::text)
                        .map(Statuses::of)
                        .orElse(OptionalInt.empty());
        var types = new ArrayList<>(types(symbol));
        types.addAll(guards.getOrDefault(router, List.of()));
        decorator.named("dependencies").map(PythonRoutes::injected).ifPresent(types::addAll);
        for (String verb : verbs) {
            sink.add(
                    new Route(
                            isFlask || name.equals("route") ? Framework.FLASK : Framework.FASTAPI,
                            verb,
                            RoutePath.normal(path.get()),
                            router,
                            key,
                            success.orElse(0),
                            types,
                            sink.place(decorator.node())));
        }
    }

    /// What the parameters are read into; of one that is injected, the function that gives it.
    private static List<String> types(Symbol symbol) {
        var types = new ArrayList<String>();
        for (SyntaxNode parameter :
                symbol.node().child("parameters").map(SyntaxNode::named).orElse(List.of())) {
            List<Call> injections =
                    SourceFile.calls(parameter).stream()
                            .filter(call -> INJECTIONS.contains(call.name()))
                            .toList();
            List<SyntaxNode> sources =
                    injections.isEmpty()
                            ? List.of(parameter)
                            : injections.stream().map(Call::node).toList();
            for (SyntaxNode source : sources) {
                source.below(Set.of("identifier"), each -> types.add(each.text()));
            }
        }
        return List.copyOf(types);
    }

    /// A class answers the methods that it has as functions.
    private void addViewMethod(Symbol method) {
        var answered = new ArrayList<>(sink.methods().getOrDefault(method.owner(), List.of()));
        String verb = method.name().toUpperCase(Locale.ROOT);
        if (!answered.contains(verb)) {
            answered.add(verb);
            sink.methods(method.owner(), answered);
        }
    }

    /// `ListCreateAPIView` and its like answer the methods that their names tell.
    private void addGeneric(Symbol type) {
        String above = type.node().child("superclasses").map(SyntaxNode::text).orElse("");
        var answered = new ArrayList<String>();
        if (above.contains("APIView")) {
            GENERIC.forEach((part, verbs) -> {
                if (above.matches("(?s).*\\w*" + part + "\\w*APIView.*")) {
                    verbs.stream().filter(verb -> !answered.contains(verb)).forEach(answered::add);
                }
            });
        }
        if (!answered.isEmpty()) {
            sink.methods(type.name(), answered);
        }
    }

    private void addCall(Call call) {
        switch (call.name()) {
            case "APIRouter" -> addPrefix(call, "prefix");
            case "Blueprint" -> addPrefix(call, "url_prefix");
            case "include_router" -> addMount(call, "prefix");
            case "register_blueprint" -> addMount(call, "url_prefix");
            default -> {
                if (URLS.contains(call.name()) && call.arguments().size() >= 2) {
                    addUrl(call);
                }
            }
        }
    }

    private void addPrefix(Call call, String argument) {
        Optional<String> variable = variable(call);
        Optional<String> prefix = named(call, argument);
        if (variable.isPresent() && prefix.isPresent()) {
            sink.prefix(variable.get(), prefix.get());
        }
    }

    private static Optional<String> variable(Call call) {
        return call.node()
                .parent()
                .filter(above -> above.is("assignment"))
                .flatMap(above -> above.child("left"))
                .map(SyntaxNode::text);
    }

    private void addMount(Call call, String argument) {
        if (call.arguments().isEmpty()) {
            return;
        }
        int dot = call.callee().lastIndexOf('.');
        sink.mount(
                dot < 0 ? "" : call.callee().substring(0, dot),
                named(call, argument).orElse(""),
                call.arguments().getFirst().flatText());
    }

    private Optional<String> named(Call call, String argument) {
        return argument(call, argument).map(sink.texts()::path);
    }

    private static Optional<SyntaxNode> argument(Call call, String argument) {
        return call.arguments().stream()
                .filter(each -> each.is("keyword_argument"))
                .filter(each ->
                        each.child("name").filter(name -> name.text().equals(argument)).isPresent())
                .findFirst()
                .flatMap(each -> each.child("value"));
    }

    /// `path("users/<int:id>/", views.detail)` and `path("api/", include("app.urls"))`.
    private void addUrl(Call call) {
        Optional<String> path = sink.texts().of(call.arguments().getFirst());
        if (path.isEmpty()) {
            return;
        }
        SyntaxNode target = call.arguments().get(1);
        String callee = target.child("function").map(SyntaxNode::flatText).orElse("");
        List<SyntaxNode> arguments =
                target.child("arguments").map(SyntaxNode::named).orElse(List.of());
        if (callee.equals("include")) {
            if (!arguments.isEmpty()) {
                sink.mount(
                        "urlpatterns",
                        path.get(),
                        sink.texts()
                                .of(arguments.getFirst())
                                .map(module -> "module:" + module)
                                .orElse(arguments.getFirst().flatText()));
            }
            return;
        }
        String handler =
                callee.endsWith(".as_view")
                        ? callee.replaceFirst("\\.as_view$", "")
                        : target.flatText();
        if (handler.matches("[\\w.]+") && !handler.startsWith("admin.site")) {
            sink.add(
                    new Route(
                            Framework.DJANGO,
                            "ANY",
                            RoutePath.normal(path.get()),
                            "urlpatterns",
                            handler,
                            0,
                            List.of(),
                            sink.place(call.node())));
        }
    }
}
