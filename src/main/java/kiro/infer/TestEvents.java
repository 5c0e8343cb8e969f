package kiro.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Call;
import kiro.code.SourceFile;
import kiro.code.SyntaxNode;

/// Finds the requests that a test sends and the statuses that it expects.
final class TestEvents {
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options", "del");
    private static final Set<String> NUMBERS =
            Set.of(
                    "decimal_integer_literal",
                    "number",
                    "integer",
                    "int_literal",
                    "integer_literal");
    private static final Set<String> NAMES =
            Set.of(
                    "field_access",
                    "member_expression",
                    "attribute",
                    "selector_expression",
                    "scoped_identifier",
                    "identifier");
    private static final Pattern ABOUT_STATUS =
            Pattern.compile("(?is).*(?:status|\\bcode\\b|\\.expect\\().*");
    private static final int FAR = 6;

    private final List<TestEvent> events = new ArrayList<>();
    private String verb = "GET";

    private TestEvents() {}

    static List<TestEvent> of(SyntaxNode test) {
        var reader = new TestEvents();
        List<Call> calls = new ArrayList<>(SourceFile.calls(test));
        calls.sort(Comparator.comparingInt(call -> call.node().end()));
        calls.forEach(reader::addCall);
        test.below(NUMBERS, reader::addNumber);
        test.below(NAMES, reader::addName);
        reader.events.sort(Comparator.comparingInt(TestEvent::position));
        return reader.events;
    }

    private void addCall(Call call) {
        List<SyntaxNode> arguments = call.arguments();
        String name = call.name().toLowerCase(Locale.ROOT);
        if (name.startsWith("newrequest") && arguments.size() >= 2) {
            int first = name.endsWith("withcontext") ? 1 : 0;
            add(call, method(arguments.get(first)), Paths.of(arguments.get(first + 1)));
        } else if (VERBS.contains(name)) {
            addVerb(call, name);
        } else if (name.equals("uri") && !arguments.isEmpty()) {
            add(call, verb, Paths.of(arguments.getFirst()));
        } else if (call.callee().equals("URI.create") && !arguments.isEmpty()) {
            add(call, "GET", Paths.of(arguments.getFirst()));
        } else if (name.equals("method") && !arguments.isEmpty()) {
            setMethod(method(arguments.getFirst()));
        } else if (name.equals("inject") || name.equals("fetch") || name.equals("request")) {
            addDescribed(call);
        } else if (call.name().startsWith("is") && arguments.isEmpty()) {
            Statuses.ofName(call.name())
                    .ifPresent(status ->
                            events.add(new TestEvent.Asserted(call.node().end(), status)));
        }
    }

    private void addVerb(Call call, String name) {
        String method = name.equals("del") ? "DELETE" : name.toUpperCase(Locale.ROOT);
        Optional<String> path =
                call.arguments().stream()
                        .limit(2)
                        .flatMap(each -> Paths.of(each).stream())
                        .findFirst();
        if (path.isPresent()) {
            add(call, method, path);
        } else {
            verb = method;
            setMethod(method);
        }
    }

    /// The method of a request whose path was said before.
    private void setMethod(String method) {
        if (!events.isEmpty() && events.getLast() instanceof TestEvent.Asked asked) {
            events.set(
                    events.size() - 1, new TestEvent.Asked(asked.position(), method, asked.path()));
        }
    }

    private void addDescribed(Call call) {
        Optional<SyntaxNode> object =
                call.arguments().stream().filter(each -> each.is("object")).findFirst();
        Optional<String> method =
                object.flatMap(each -> ObjectLiteral.value(each, "method")).map(TestEvents::method);
        Optional<String> path =
                call.arguments().stream()
                        .flatMap(each -> Paths.of(each).stream())
                        .findFirst()
                        .or(() ->
                                object.flatMap(each ->
                                                ObjectLiteral.value(each, "url")
                                                        .or(() ->
                                                                ObjectLiteral.value(each, "path")))
                                        .flatMap(Paths::of));
        add(call, method.orElse("GET"), path);
    }

    private static String method(SyntaxNode node) {
        return SourceFile.literal(node)
                .orElse(node.text().replaceFirst("^.*[.:]", "").replaceFirst("^Method", ""))
                .toUpperCase(Locale.ROOT);
    }

    private void add(Call call, String method, Optional<String> path) {
        path.ifPresent(known -> events.add(new TestEvent.Asked(call.node().end(), method, known)));
    }

    private void addNumber(SyntaxNode number) {
        if (number.text().matches("[2-5]\\d\\d") && isAboutStatus(number)) {
            events.add(new TestEvent.Asserted(number.end(), Integer.parseInt(number.text())));
        }
    }

    private void addName(SyntaxNode name) {
        String text = name.text();
        boolean isStatus =
                text.matches(
                                "(?:\\w+\\.)*HttpStatus\\.\\w+|http\\.Status\\w+|(?:\\w+::)*StatusCode::\\w+|status\\.HTTP_\\w+|(?:\\w+\\.)*Status\\.[A-Z_]+|HTTPStatus\\.\\w+")
                        || isInMacro(name);
        OptionalInt status = isStatus ? Statuses.of(text) : OptionalInt.empty();
        status.ifPresent(known -> events.add(new TestEvent.Asserted(name.end(), known)));
    }

    /// Rust's macros hold tokens, not expressions.
    private static boolean isInMacro(SyntaxNode name) {
        return name.is("identifier")
                && name.previous()
                        .filter(colons -> colons.is("::"))
                        .flatMap(SyntaxNode::previous)
                        .filter(type -> type.text().equals("StatusCode"))
                        .isPresent();
    }

    private static boolean isAboutStatus(SyntaxNode number) {
        Optional<SyntaxNode> at = number.parent();
        for (int i = 0; i < FAR && at.isPresent(); i++) {
            String text = at.get().text();
            if (text.length() > 600) {
                return false;
            }
            if (ABOUT_STATUS.matcher(text).matches()) {
                return true;
            }
            at = at.get().parent();
        }
        return false;
    }
}
