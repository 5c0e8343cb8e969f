package kiro.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Brings together what several files tell of each request: its whole path, its answers, its tests.
final class EndpointLinker {
    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::path)
                    .thenComparing(Endpoint::method)
                    .thenComparing(Endpoint::place);

    /// By these a type of a parameter takes its value from a request.
    private static final Set<String> EXTRACTORS = Set.of("from_request", "from_request_parts");

    /// The names that the REST framework has for what a view does on a method.
    private static final Map<String, List<String>> ACTIONS =
            Map.of(
                    "GET", List.of("list", "retrieve"),
                    "POST", List.of("create"),
                    "PUT", List.of("update"),
                    "PATCH", List.of("partial_update", "update"),
                    "DELETE", List.of("destroy"));

    private static final int MOST_REASONS = 2;

    private final List<FileFacts> files;
    private final OpenName names;
    private final Routers routers;
    private final Functions functions;
    private final ErrorStatuses errors;
    private final Map<String, List<String>> methods = new HashMap<>();
    private final List<TestFact> tests;

    EndpointLinker(List<FileFacts> files) {
        this.files = files;
        this.names = new OpenName(files);
        this.routers = new Routers(files, new Modules(files));
        this.functions = new Functions(files);
        this.errors = new ErrorStatuses(files);
        this.tests = files.stream().flatMap(file -> file.tests().stream()).toList();
        files.forEach(file -> methods.putAll(file.methods()));
    }

    List<Endpoint> link() {
        Map<String, Endpoint> found = new LinkedHashMap<>();
        for (FileFacts file : files) {
            for (Route route : file.routes()) {
                for (String prefix : routers.prefixes(file.path(), route.router())) {
                    Route whole = route.withPrefix(prefix).withPath(names::resolve);
                    for (String method : methods(route)) {
                        Endpoint endpoint = endpoint(whole, method);
                        found.putIfAbsent(method + " " + endpoint.path(), endpoint);
                    }
                }
            }
        }
        return found.values().stream().sorted(ORDER).toList();
    }

    private List<String> methods(Route route) {
        String view = simpleName(route.handler());
        return route.method().equals("ANY")
                ? methods.getOrDefault(view, List.of("ANY"))
                : List.of(route.method());
    }

    private Endpoint endpoint(Route route, String method) {
        Optional<FunctionFacts> handler = handler(route, method);
        List<Answer> answers = answers(route, method, handler);
        var outcomes = new LinkedHashMap<String, Endpoint.Outcome>();
        success(route, method, handler, answers)
                .forEach(each -> put(route, method, each, outcomes));
        new Refusals(files, errors)
                .of(route, handler, answers)
                .forEach(each -> put(route, method, each, outcomes));
        for (Answer answer : answers) {
            status(answer, route.framework())
                    .ifPresent(status -> {
                        if (status >= 400) {
                            put(route, method, answer.withStatus(status), outcomes);
                        }
                    });
        }
        addTested(route, method, outcomes);
        return new Endpoint(
                route.framework().title(),
                method,
                route.path().isEmpty() ? "/" : route.path(),
                handler.map(FunctionFacts::key).filter(key -> !key.startsWith("@")).orElse(""),
                route.place(),
                TestMatch.clear(outcomes.values()).stream()
                        .sorted(Comparator.comparingInt(Endpoint.Outcome::status))
                        .toList());
    }

    /// What the handler and those before it answer to a method.
    private List<Answer> answers(Route route, String method, Optional<FunctionFacts> handler) {
        var answers = new ArrayList<Answer>();
        handler.map(functions::answers).orElse(List.of()).stream()
                .filter(answer -> answer.method().isEmpty() || answer.method().equals(method))
                .forEach(answers::add);
        if (answers.stream().anyMatch(each -> each.isSuccess() && !each.method().isEmpty())) {
            answers.removeIf(each -> each.isSuccess() && each.method().isEmpty());
        }
        Stream.concat(
                        route.types().stream()
                                .flatMap(each ->
                                        functions.find(route.place().file(), each).stream()),
                        handler.map(FunctionFacts::inputs).orElse(Set.of()).stream()
                                .sorted()
                                .flatMap(each -> functions.owned(each, EXTRACTORS).stream()))
                .flatMap(guard -> refusals(guard, route.framework()).stream())
                .filter(answer -> !answers.contains(answer))
                .forEach(answers::add);
        return answers;
    }

    /// How something that stands before a handler refuses: in one answer for each status that it has many reasons for.
    private List<Answer> refusals(FunctionFacts guard, Framework framework) {
        var byStatus = new LinkedHashMap<Integer, List<Answer>>();
        functions.answers(guard).stream()
                .filter(answer -> !answer.isSuccess())
                .forEach(answer ->
                        status(answer, framework)
                                .ifPresent(status ->
                                        byStatus.computeIfAbsent(status, each -> new ArrayList<>())
                                                .add(answer.withStatus(status))));
        String name = EXTRACTORS.contains(guard.name()) ? guard.owner() : guard.key();
        var found = new ArrayList<Answer>();
        byStatus.forEach((status, reasons) -> {
            if (reasons.size() > MOST_REASONS && !name.startsWith("@")) {
                found.add(
                        Answer.of(
                                status,
                                Conditions.code(name) + " refuses the request",
                                guard.place()));
            } else {
                found.addAll(reasons);
            }
        });
        return found;
    }

    /// A view that is a class has a function for each method.
    private Optional<FunctionFacts> handler(Route route, String method) {
        String file = route.place().file();
        String view = simpleName(route.handler());
        if (!route.method().equals("ANY")) {
            return functions.find(file, route.handler());
        }
        return functions
                .owned(view, Set.of(method.toLowerCase(Locale.ROOT)))
                .or(() ->
                        ACTIONS.getOrDefault(method, List.of()).stream()
                                .flatMap(action -> functions.owned(view, Set.of(action)).stream())
                                .findFirst())
                .or(() -> functions.find(file, route.handler()));
    }

    private static String simpleName(String handler) {
        return handler.substring(handler.lastIndexOf('.') + 1);
    }

    private static List<Answer> success(
            Route route, String method, Optional<FunctionFacts> handler, List<Answer> answers) {
        List<Answer> told = answers.stream().filter(Answer::isSuccess).toList();
        if (!told.isEmpty() && route.success() == 0) {
            return told;
        }
        boolean mustSend =
                route.framework() == Framework.EXPRESS || route.framework() == Framework.NET_HTTP;
        if (route.success() == 0 && mustSend && handler.filter(FunctionFacts::sends).isEmpty()) {
            return List.of();
        }
        boolean isGeneric = route.framework() == Framework.DJANGO && handler.isEmpty();
        int usual = isGeneric ? generic(method) : route.framework().success(method);
        int status = route.success() > 0 ? route.success() : usual;
        return List.of(Answer.of(status, "", route.place()));
    }

    /// How a view of the REST framework answers that is all inherited.
    private static int generic(String method) {
        return switch (method) {
            case "POST" -> 201;
            case "DELETE" -> 204;
            default -> 200;
        };
    }

    private OptionalInt status(Answer answer, Framework framework) {
        return answer.status() > 0
                ? OptionalInt.of(answer.status())
                : errors.of(answer.cause(), framework);
    }

    private void put(
            Route route, String method, Answer answer, Map<String, Endpoint.Outcome> outcomes) {
        String condition = condition(answer, outcomes);
        outcomes.putIfAbsent(
                answer.status() + " " + condition,
                new Endpoint.Outcome(
                        answer.status(),
                        condition,
                        answer.message(),
                        answer.place(),
                        tests.stream()
                                .filter(test -> test.asserts(method, route.path(), answer.status()))
                                .toList()));
    }

    /// One answer may stand without a condition: more of them would contradict each other.
    private static String condition(Answer answer, Map<String, Endpoint.Outcome> outcomes) {
        boolean isFirst =
                answer.isSuccess()
                        && outcomes.values().stream()
                                .noneMatch(each ->
                                        each.condition().isEmpty()
                                                && each.status() != answer.status());
        if (!answer.condition().isEmpty() || isFirst) {
            return answer.condition();
        }
        if (!answer.cause().isEmpty()) {
            return Conditions.code(answer.cause()) + " occurs";
        }
        return answer.message().isEmpty()
                ? "the code at %s is reached".formatted(Conditions.code(answer.place().toString()))
                : "the case is " + Conditions.code(answer.message());
    }

    /// Statuses that only the tests tell of.
    private void addTested(Route route, String method, Map<String, Endpoint.Outcome> outcomes) {
        var known =
                new ArrayList<>(outcomes.values().stream().map(Endpoint.Outcome::status).toList());
        for (TestFact test : tests) {
            if (test.status() > 0
                    && !known.contains(test.status())
                    && test.asserts(method, route.path(), test.status())) {
                known.add(test.status());
                put(
                        route,
                        method,
                        Answer.of(
                                test.status(),
                                "the case is " + Conditions.code(TestName.words(test.name())),
                                test.place()),
                        outcomes);
            }
        }
    }
}
