package kiro.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;

/// Reads which status each type of error is answered with.
final class ErrorReader {
    private static final Set<String> MAPPERS =
            Set.of("into_response", "status_code", "error_response", "from");
    private static final Pattern MAPPED =
            Pattern.compile(".*ExceptionMapper<(\\w+)>.*", Pattern.DOTALL);
    private static final Pattern STATUS_FIELD =
            Pattern.compile("(?:status_?[cC]ode|status|code|http_status)");

    private final SourceFile file;
    private final SequencedMap<String, Integer> statuses = new LinkedHashMap<>();
    private final SequencedMap<String, String> supertypes = new LinkedHashMap<>();

    ErrorReader(SourceFile file) {
        this.file = file;
    }

    Map<String, Integer> statuses() {
        return statuses;
    }

    Map<String, String> supertypes() {
        return supertypes;
    }

    void read(List<Symbol> symbols) {
        for (Symbol symbol : symbols) {
            if (symbol.kind() == Symbol.Kind.CLASS) {
                addClass(symbol);
            } else if (symbol.kind().isFunction()) {
                addHandler(symbol);
            }
        }
        file.root().below(Set.of("decorated_definition"), this::addLocalHandler);
    }

    /// A handler within the function that makes the application.
    private void addLocalHandler(SyntaxNode decorated) {
        for (Decorator each : Decorator.of(decorated.all("decorator"))) {
            if (isHandler(each)) {
                each.value()
                        .map(type -> type.text().replaceFirst("^.*\\.", ""))
                        .ifPresent(type -> put(type, statusIn(decorated)));
            }
        }
    }

    private static boolean isHandler(Decorator decorator) {
        return decorator.name().equals("ExceptionHandler")
                || decorator.simpleName().equals("exception_handler")
                || decorator.simpleName().equals("errorhandler");
    }

    private void addClass(Symbol type) {
        supertype(type.node()).ifPresent(above -> supertypes.put(type.name(), above));
        Decorator.of(type.decorators()).stream()
                .filter(each -> each.name().equals("ResponseStatus"))
                .flatMap(each -> each.value("value", "code").stream())
                .forEach(each -> put(type.name(), Statuses.of(each.text())));
        Matcher mapped = MAPPED.matcher(type.signature());
        if (mapped.matches()) {
            put(mapped.group(1), statusIn(type.node()));
        } else if (isError(type.name()) || isError(supertypes.getOrDefault(type.name(), ""))) {
            addOwnStatus(type);
        }
    }

    private static boolean isError(String type) {
        return type.endsWith("Error") || type.endsWith("Exception");
    }

    private static Optional<String> supertype(SyntaxNode node) {
        return node.child("superclass")
                .or(() -> node.child("superclasses"))
                .or(() -> node.first("class_heritage"))
                .map(SyntaxNode::flatText)
                .map(text ->
                        text.replaceFirst("^\\(|extends ", "").replaceAll("[(<,).].*$", "").strip())
                .filter(text -> text.matches("\\w+"));
    }

    /// `super(message, 404)`, `this.status = 404`, `status_code = 404`.
    private void addOwnStatus(Symbol type) {
        for (Call call : SourceFile.calls(type.node())) {
            if (call.callee().equals("super") || call.callee().equals("super().__init__")) {
                put(type.name(), Answers.statusAmong(call.arguments()));
            }
        }
        type.node()
                .below(
                        Set.of("explicit_constructor_invocation"),
                        call ->
                                put(
                                        type.name(),
                                        Answers.statusAmong(
                                                call.child("arguments")
                                                        .map(SyntaxNode::named)
                                                        .orElse(List.of()))));
        type.node()
                .below(
                        Set.of(
                                "assignment",
                                "assignment_expression",
                                "public_field_definition",
                                "field_definition"),
                        each -> {
                            String name =
                                    each.child("left")
                                            .or(() -> each.child("name"))
                                            .or(() -> each.child("property"))
                                            .map(SyntaxNode::text)
                                            .orElse("")
                                            .replaceFirst("^(?:this|self)\\.", "");
                            if (STATUS_FIELD.matcher(name).matches()) {
                                each.child("right")
                                        .or(() -> each.child("value"))
                                        .ifPresent(value ->
                                                put(type.name(), Statuses.of(value.text())));
                            }
                        });
    }

    private void addHandler(Symbol function) {
        for (Decorator each : Decorator.of(function.decorators())) {
            if (isHandler(each)) {
                errors(function, each).forEach(error -> put(error, handlerStatus(function)));
            }
        }
        if (function.name().equals("handleMethodArgumentNotValid")) {
            put("MethodArgumentNotValidException", statusIn(function.node()));
        }
        if (file.path().endsWith(".rs") && MAPPERS.contains(function.name())) {
            addArms(function);
        }
        if (file.language().isScript()) {
            addChecks(function.node());
        }
    }

    private static List<String> errors(Symbol function, Decorator decorator) {
        List<String> named =
                decorator
                        .value("value", "exception")
                        .map(value ->
                                value.is("element_value_array_initializer")
                                        ? value.named()
                                        : List.of(value))
                        .orElse(List.of())
                        .stream()
                        .map(value ->
                                value.text()
                                        .replaceFirst("\\.class$", "")
                                        .replaceFirst("^.*\\.", ""))
                        .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return function
                .node()
                .child("parameters")
                .map(parameters -> parameters.below(Set.of("type_identifier")))
                .orElse(List.of())
                .stream()
                .map(SyntaxNode::text)
                .filter(type -> type.endsWith("Exception"))
                .limit(1)
                .toList();
    }

    private static OptionalInt handlerStatus(Symbol function) {
        for (Decorator each : Decorator.of(function.decorators())) {
            if (each.name().equals("ResponseStatus")) {
                return each.value("value", "code")
                        .map(value -> Statuses.of(value.text()))
                        .orElse(OptionalInt.empty());
            }
        }
        return statusIn(function.node());
    }

    private static OptionalInt statusIn(SyntaxNode node) {
        for (Call call : SourceFile.calls(node)) {
            OptionalInt status = Answers.statusAmong(call.arguments());
            if (status.isPresent()) {
                return status;
            }
            boolean isBuilder =
                    call.callee().startsWith("ResponseEntity.")
                            || call.callee().startsWith("Response.")
                            || call.callee().startsWith("ProblemDetail.");
            if (isBuilder && Statuses.ofName(call.name()).isPresent()) {
                return Statuses.ofName(call.name());
            }
        }
        var returned = new ArrayList<SyntaxNode>();
        node.below(
                Set.of("expression_list", "tuple"),
                list -> {
                    if (list.named().size() >= 2) {
                        returned.add(list.named().get(1));
                    }
                });
        return Answers.statusAmong(returned);
    }

    /// `AppError::NotFound => StatusCode::NOT_FOUND`.
    private void addArms(Symbol function) {
        function.node()
                .below(
                        Set.of("match_arm"),
                        arm -> {
                            Optional<String> pattern = arm.child("pattern").map(SyntaxNode::text);
                            Optional<SyntaxNode> value = arm.child("value");
                            if (pattern.isEmpty() || value.isEmpty()) {
                                return;
                            }
                            OptionalInt status = rustStatus(value.get());
                            for (String each : pattern.get().split("\\|")) {
                                String type =
                                        each.strip()
                                                .replaceFirst("[({ ].*$", "")
                                                .replaceFirst("^Self::", function.owner() + "::");
                                put(type, status);
                            }
                        });
    }

    private static OptionalInt rustStatus(SyntaxNode value) {
        List<SyntaxNode> paths = new ArrayList<>(value.below(Set.of("scoped_identifier")));
        if (value.is("scoped_identifier")) {
            paths.addFirst(value);
        }
        for (SyntaxNode path : paths) {
            if (path.text().matches("(?:\\w+::)*(?:StatusCode|HttpResponse)::\\w+")) {
                return Statuses.of(path.text());
            }
        }
        return OptionalInt.empty();
    }

    /// `if (err instanceof NotFoundError) res.status(404)`.
    private void addChecks(SyntaxNode function) {
        function.below(
                Set.of("if_statement"),
                check -> {
                    Matcher type =
                            Pattern.compile("\\(\\s*\\w+ instanceof (?:\\w+\\.)?(\\w+)\\s*\\)")
                                    .matcher(
                                            check.child("condition")
                                                    .map(SyntaxNode::text)
                                                    .orElse(""));
                    Optional<SyntaxNode> then = check.child("consequence");
                    if (type.matches() && then.isPresent()) {
                        put(type.group(1), statusIn(then.get()));
                    }
                });
    }

    private void put(String error, OptionalInt status) {
        status.ifPresent(known -> statuses.putIfAbsent(error, known));
    }
}
