package kiro.infer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// The routes of Express and Fastify.
final class ScriptRoutes {
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options", "all", "del");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "arrow_function",
                    "function_expression",
                    "function_declaration",
                    "method_definition");
    private static final Set<String> INLINE = Set.of("arrow_function", "function_expression");

    private final RouteSink sink;
    private final Framework framework;

    ScriptRoutes(RouteSink sink, boolean isFastify) {
        this.sink = sink;
        this.framework = isFastify ? Framework.FASTIFY : Framework.EXPRESS;
    }

    void read() {
        for (Call call : sink.file().calls()) {
            if (VERBS.contains(call.name())) {
                addVerb(call);
            } else if (call.name().equals("use") || call.name().equals("register")) {
                addMount(call);
            } else if (call.name().equals("route")) {
                addDescribed(call);
            } else if (call.name().equals("setGlobalPrefix")) {
                call.arguments().stream()
                        .findFirst()
                        .map(sink.texts()::path)
                        .ifPresent(prefix -> sink.prefix("*nest", prefix));
            }
        }
    }

    private void addVerb(Call call) {
        Optional<SyntaxNode> receiver =
                call.node().child("function").flatMap(function -> function.child("object"));
        if (receiver.isEmpty() || call.arguments().isEmpty()) {
            return;
        }
        Optional<Call> chained = routeCall(receiver.get());
        if (chained.isPresent()) {
            chained.get().arguments().stream()
                    .findFirst()
                    .flatMap(sink.texts()::of)
                    .ifPresent(path ->
                            add(call, path, owner(chained.get().callee()), call.arguments()));
            return;
        }
        Optional<String> path = sink.texts().of(call.arguments().getFirst());
        boolean isRoute =
                path.isPresent()
                        && call.arguments().size() >= 2
                        && (path.get().isEmpty()
                                || path.get().startsWith("/")
                                || path.get().equals("*"))
                        && isHandler(call.arguments().getLast());
        if (isRoute) {
            add(
                    call,
                    path.get(),
                    owner(call.callee()),
                    call.arguments().subList(1, call.arguments().size()));
        }
    }

    /// The `route('/x')` that a chain of verbs begins with.
    private static Optional<Call> routeCall(SyntaxNode receiver) {
        SyntaxNode at = receiver;
        while (at.is("call_expression")) {
            Optional<SyntaxNode> function = at.child("function");
            Optional<SyntaxNode> object = function.flatMap(each -> each.child("object"));
            boolean isRoute =
                    function.flatMap(each -> each.child("property"))
                            .filter(property -> property.text().equals("route"))
                            .isPresent();
            if (isRoute) {
                return SourceFile.calls(at).stream().findFirst();
            }
            if (object.isEmpty()) {
                return Optional.empty();
            }
            at = object.get();
        }
        return Optional.empty();
    }

    private static boolean isHandler(SyntaxNode argument) {
        return argument.isAny(INLINE)
                || argument.is("identifier")
                || argument.is("member_expression")
                || argument.is("call_expression")
                || argument.is("array");
    }

    private void add(Call call, String path, String router, List<SyntaxNode> handlers) {
        String verb =
                switch (call.name()) {
                    case "all" -> "ANY";
                    case "del" -> "DELETE";
                    default -> call.name().toUpperCase(Locale.ROOT);
                };
        sink.add(
                new Route(
                        framework(router),
                        verb,
                        RoutePath.normal(path),
                        router(router, call.node()),
                        handler(handlers.getLast()),
                        0,
                        types(handlers),
                        sink.place(call.node())));
    }

    private Framework framework(String receiver) {
        return receiver.startsWith("fastify") ? Framework.FASTIFY : framework;
    }

    /// A router that is a parameter is what the function around it is mounted as.
    private static String router(String variable, SyntaxNode node) {
        Optional<SyntaxNode> function = node.above(FUNCTIONS);
        while (function.isPresent()) {
            boolean isParameter =
                    function.get()
                            .child("parameters")
                            .or(function.get()::previous)
                            .filter(each -> each.text().matches("(?s)\\W*" + variable + "\\b.*"))
                            .isPresent();
            if (isParameter) {
                return name(function.get());
            }
            function = function.get().above(FUNCTIONS);
        }
        return variable;
    }

    private static String name(SyntaxNode function) {
        return function.child("name")
                .or(() ->
                        function.parent()
                                .filter(above -> above.is("variable_declarator"))
                                .flatMap(above -> above.child("name")))
                .map(SyntaxNode::text)
                .orElse("*");
    }

    private String handler(SyntaxNode handler) {
        if (handler.isAny(INLINE)) {
            return sink.inline(handler);
        }
        if (handler.is("call_expression")) {
            List<SyntaxNode> arguments =
                    handler.child("arguments").map(SyntaxNode::named).orElse(List.of());
            return arguments.isEmpty() ? handler.flatText() : handler(arguments.getLast());
        }
        if (handler.is("array") && !handler.named().isEmpty()) {
            return handler(handler.named().getLast());
        }
        return handler.flatText().replaceFirst("\\.bind$", "");
    }

    /// The schemas that stand before the handler, such as `validate(createUser)`.
    private static List<String> types(List<SyntaxNode> handlers) {
        return handlers.stream()
                .filter(each -> !each.isAny(INLINE))
                .flatMap(each ->
                        each.is("identifier")
                                ? Stream.of(each)
                                : each.below(Set.of("identifier")).stream())
                .map(SyntaxNode::text)
                .distinct()
                .toList();
    }

    private void addMount(Call call) {
        List<SyntaxNode> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return;
        }
        boolean isRegister = call.name().equals("register");
        Optional<String> path = isRegister ? registered(arguments) : mountPath(arguments);
        int first = !isRegister && path.isPresent() ? 1 : 0;
        for (SyntaxNode target : arguments.subList(first, arguments.size())) {
            if (target.is("identifier")
                    || target.is("member_expression")
                    || target.is("call_expression")) {
                sink.mount(router(mountedOn(call), call.node()), path.orElse(""), target(target));
            }
        }
    }

    /// `use('/x', router)`, and `use(config.prefix, router)` by what it is called.
    private Optional<String> mountPath(List<SyntaxNode> arguments) {
        SyntaxNode first = arguments.getFirst();
        boolean isNamed =
                arguments.size() > 1
                        && first.text()
                                .matches(
                                        "(?s)`.*`|(?i)[\\w.]*(?:prefix|path|base|root|url|version)");
        return isNamed ? Optional.of(sink.texts().path(first)) : sink.texts().of(first);
    }

    /// What is mounted on: a variable, or the one that `Router().use(a).use(b)` is kept in.
    private static String mountedOn(Call call) {
        String owner = owner(call.callee());
        if (!owner.contains("(")) {
            return owner;
        }
        return call.node()
                .above(Set.of("variable_declarator"))
                .flatMap(variable -> variable.child("name"))
                .map(SyntaxNode::text)
                .orElse("default");
    }

    private Optional<String> registered(List<SyntaxNode> arguments) {
        return arguments.stream()
                .filter(each -> each.is("object"))
                .flatMap(each -> ObjectLiteral.value(each, "prefix").stream())
                .findFirst()
                .map(sink.texts()::path);
    }

    /// A router, or what a module or a function gives as one.
    private static String target(SyntaxNode node) {
        return node.is("call_expression")
                ? SourceFile.calls(node).stream()
                        .findFirst()
                        .map(call ->
                                call.callee().equals("require")
                                        ? call.arguments().stream()
                                                .findFirst()
                                                .flatMap(SourceFile::literal)
                                                .map(module -> "require:" + module)
                                                .orElse("")
                                        : call.callee())
                        .orElse("")
                : node.flatText();
    }

    /// `fastify.route({ method: 'GET', url: '/x', handler })`.
    private void addDescribed(Call call) {
        if (call.arguments().isEmpty() || !call.arguments().getFirst().is("object")) {
            return;
        }
        SyntaxNode object = call.arguments().getFirst();
        Optional<SyntaxNode> handler = ObjectLiteral.value(object, "handler");
        Optional<String> url =
                ObjectLiteral.value(object, "url")
                        .or(() -> ObjectLiteral.value(object, "path"))
                        .flatMap(sink.texts()::of);
        Optional<SyntaxNode> method = ObjectLiteral.value(object, "method");
        if (url.isEmpty() || method.isEmpty()) {
            return;
        }
        for (String verb : sink.texts().all(method.get())) {
            sink.add(
                    new Route(
                            framework(owner(call.callee())),
                            verb.toUpperCase(Locale.ROOT),
                            RoutePath.normal(url.get()),
                            router(owner(call.callee()), call.node()),
                            handler.map(this::handler).orElse("handler"),
                            0,
                            List.of(),
                            sink.place(call.node())));
        }
    }

    private static String owner(String callee) {
        int dot = callee.lastIndexOf('.');
        return dot < 0 ? "" : callee.substring(0, dot);
    }
}
