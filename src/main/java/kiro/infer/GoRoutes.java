package kiro.infer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// The routes of net/http and of routers with its shape, and of gin and those with its shape.
final class GoRoutes {
    private static final Set<String> VERBS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "Any");
    private static final Set<String> CHI =
            Set.of("Get", "Post", "Put", "Patch", "Delete", "Head", "Options");
    private static final Set<String> HANDLE = Set.of("HandleFunc", "Handle", "HandlerFunc");
    private static final Pattern METHOD_AND_PATH = Pattern.compile("([A-Z]+)\\s+\\S*?(/.*)");
    private static final Set<String> FUNCTIONS =
            Set.of("function_declaration", "method_declaration", "func_literal");

    private final RouteSink sink;

    GoRoutes(RouteSink sink) {
        this.sink = sink;
    }

    void read() {
        List<Call> calls = sink.file().calls();
        readRoutes(calls);
        calls.forEach(this::addHandedOn);
    }

    /// `books.Register(api.Group("/books"))` and `books.Register(api)`.
    private void addHandedOn(Call call) {
        for (SyntaxNode argument : call.arguments()) {
            Optional<Call> group =
                    argument.is("call_expression")
                            ? SourceFile.calls(argument).stream().findFirst()
                            : Optional.empty();
            if (group.filter(each -> each.name().equals("Group")).isPresent()) {
                group.get().arguments().stream()
                        .findFirst()
                        .flatMap(sink.texts()::of)
                        .ifPresent(prefix ->
                                sink.mount(
                                        router(owner(group.get()), call.node()),
                                        prefix,
                                        call.callee()));
            } else if (argument.is("identifier") && isGroup(argument.text())) {
                sink.mount(router(argument.text(), call.node()), "", call.callee());
            }
        }
    }

    private boolean isGroup(String variable) {
        return sink.mounts().stream().anyMatch(mount -> mount.target().equals(variable));
    }

    private void readRoutes(List<Call> calls) {
        for (Call call : calls) {
            List<SyntaxNode> arguments = call.arguments();
            Optional<String> path =
                    arguments.isEmpty() ? Optional.empty() : sink.texts().of(arguments.getFirst());
            if (path.isEmpty()) {
                continue;
            }
            if (call.name().equals("Group")) {
                addGroup(call, path.get());
            } else if ((call.name().equals("Mount") || call.name().equals("Route"))
                    && arguments.size() == 2) {
                addMount(call, path.get());
            } else if (arguments.size() >= 2) {
                addRoute(call, path.get());
            }
        }
    }

    private void addRoute(Call call, String written) {
        boolean isGin = VERBS.contains(call.name());
        boolean isChi = CHI.contains(call.name());
        if (!isGin && !isChi && !HANDLE.contains(call.name())) {
            return;
        }
        Matcher both = METHOD_AND_PATH.matcher(written);
        boolean hasMethod = both.matches();
        String path = hasMethod ? both.group(2) : written;
        if (!path.isEmpty() && !path.startsWith("/")) {
            return;
        }
        List<String> verbs =
                hasMethod
                        ? List.of(both.group(1))
                        : isGin || isChi
                                ? List.of(call.name().toUpperCase(Locale.ROOT))
                                : methodsBehind(call);
        for (String verb : verbs) {
            sink.add(
                    new Route(
                            isGin ? Framework.GIN : Framework.NET_HTTP,
                            verb,
                            RoutePath.normal(path.replace("{$}", "")),
                            router(owner(call), call.node()),
                            handler(call.arguments().getLast()),
                            0,
                            guards(call),
                            sink.place(call.node())));
        }
    }

    /// `.Methods("GET", "POST")` behind the call, as gorilla/mux has it.
    private List<String> methodsBehind(Call call) {
        return call.node()
                .parent()
                .filter(selector ->
                        selector.child("field")
                                .filter(name -> name.text().equals("Methods"))
                                .isPresent())
                .flatMap(SyntaxNode::parent)
                .flatMap(outer -> outer.child("arguments"))
                .map(list ->
                        list.named().stream()
                                .map(each ->
                                        sink.texts()
                                                .of(each)
                                                .orElse(
                                                        each.text()
                                                                .replaceFirst("^http\\.Method", "")
                                                                .toUpperCase(Locale.ROOT)))
                                .toList())
                .orElse(List.of("ANY"));
    }

    private String handler(SyntaxNode node) {
        return switch (node.kind()) {
            case "func_literal" -> sink.inline(node);
            case "call_expression" -> {
                List<SyntaxNode> arguments =
                        node.child("arguments").map(SyntaxNode::named).orElse(List.of());
                yield arguments.isEmpty()
                        ? node.child("function").map(SyntaxNode::flatText).orElse("")
                        : handler(arguments.getLast());
            }
            default -> node.flatText();
        };
    }

    /// The functions that stand before the handler or around it.
    private static List<String> guards(Call call) {
        return call.arguments().stream()
                .skip(1)
                .filter(each -> !each.is("func_literal"))
                .flatMap(each ->
                        each.is("call_expression")
                                ? SourceFile.calls(each).stream().map(Call::callee)
                                : Stream.of(each.flatText()))
                .toList();
    }

    /// `api := r.Group("/api")`.
    private void addGroup(Call call, String prefix) {
        Optional<SyntaxNode> variable =
                call.node()
                        .above(Set.of("short_var_declaration", "assignment_statement", "var_spec"))
                        .flatMap(statement ->
                                statement.child("left").or(() -> statement.child("name")));
        variable.ifPresent(
                name -> sink.mount(router(owner(call), call.node()), prefix, name.text()));
    }

    /// `r.Mount("/x", users.Routes())` and `r.Route("/x", func(r chi.Router) { ... })`.
    private void addMount(Call call, String prefix) {
        SyntaxNode target = call.arguments().get(1);
        String name =
                target.is("func_literal")
                        ? key(target)
                        : target.is("call_expression")
                                ? SourceFile.calls(target).getFirst().callee()
                                : target.flatText();
        sink.mount(router(owner(call), call.node()), prefix, name);
    }

    /// A router that is a parameter is what the function around it is mounted as.
    private static String router(String variable, SyntaxNode node) {
        Optional<SyntaxNode> function = node.above(FUNCTIONS);
        while (function.isPresent()) {
            boolean isParameter =
                    function.get()
                            .child("parameters")
                            .filter(each ->
                                    each.text()
                                            .matches(
                                                    "(?s).*\\b"
                                                            + Pattern.quote(variable)
                                                            + "\\b.*"))
                            .isPresent();
            if (isParameter && !variable.isEmpty()) {
                return key(function.get());
            }
            function = function.get().above(FUNCTIONS);
        }
        return variable;
    }

    private static String key(SyntaxNode function) {
        return function.child("name").map(SyntaxNode::text).orElse("@" + function.start());
    }

    private static String owner(Call call) {
        int dot = call.callee().lastIndexOf('.');
        return dot < 0 ? "" : call.callee().substring(0, dot);
    }
}
