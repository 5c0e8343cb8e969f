package kiro.infer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The facts of a workspace, seen from a scope.
final class ScopedFacts {
    private final Scope scope;
    private final List<FileFacts> all;

    ScopedFacts(Scope scope, List<FileFacts> all) {
        this.scope = scope;
        this.all = all;
    }

    Inference inference(Inference.Reading reading) {
        List<Endpoint> endpoints =
                new EndpointLinker(all).link().stream().filter(this::isAsked).toList();
        return new Inference(
                scope.toString(),
                reading,
                endpoints,
                inScope()
                        .flatMap(file -> file.interfaces().stream())
                        .filter(this::isAsked)
                        .toList(),
                inScope()
                        .flatMap(file ->
                                file.facts().stream().filter(fact -> isWithin(file, fact.place())))
                        .sorted(
                                Comparator.comparing(Fact::kind)
                                        .thenComparing(Fact::place)
                                        .thenComparing(Fact::text))
                        .toList(),
                endpoints.isEmpty() ? thrown() : List.of(),
                tests());
    }

    private Stream<FileFacts> inScope() {
        return all.stream().filter(file -> scope.holds(file.path()));
    }

    private boolean isAsked(Endpoint endpoint) {
        return scope.holds(endpoint.place().file())
                && (scope.symbol().isEmpty() || isNamed(endpoint.handler()));
    }

    private boolean isAsked(Interface each) {
        return scope.symbol().isEmpty() || isNamed(each.name());
    }

    /// Whether a name is that of the symbol, or of something in it.
    private boolean isNamed(String name) {
        return name.equals(scope.symbol())
                || name.startsWith(scope.symbol() + ".")
                || name.endsWith("." + scope.symbol());
    }

    /// Facts belong to the function that they stand in: the last one that begins before them.
    private boolean isWithin(FileFacts file, Place place) {
        if (scope.symbol().isEmpty()) {
            return true;
        }
        Predicate<FunctionFacts> isBefore = each -> each.place().line() <= place.line();
        return file.functions().stream()
                .filter(isBefore)
                .max(Comparator.comparingInt(each -> each.place().line()))
                .filter(each -> isNamed(each.key()))
                .isPresent();
    }

    private List<Inference.Thrown> thrown() {
        return inScope()
                .flatMap(file -> file.functions().stream())
                .filter(function -> !function.key().startsWith("@"))
                .filter(function -> scope.symbol().isEmpty() || isNamed(function.key()))
                .flatMap(function ->
                        function.answers().stream()
                                .filter(answer -> !answer.cause().isEmpty())
                                .map(answer ->
                                        new Inference.Thrown(
                                                function.key(),
                                                answer.cause(),
                                                answer.condition(),
                                                answer.message(),
                                                answer.place())))
                .distinct()
                .toList();
    }

    /// The tests in the scope, and those of files that are named after one of it.
    private List<TestFact> tests() {
        List<String> subjects =
                inScope().filter(file -> !file.isTest()).map(file -> subject(file.path())).toList();
        return all.stream()
                .filter(file ->
                        scope.path().isEmpty()
                                || scope.holds(file.path())
                                || subjects.contains(subject(file.path())))
                .flatMap(file -> file.tests().stream())
                .toList();
    }

    /// `UserService` for `UserServiceTest.java`, `users` for `test_users.py` and `users.test.ts`.
    private static String subject(String path) {
        return path.replaceFirst("^.*/", "")
                .replaceFirst("\\..*$", "")
                .replaceFirst("^test_|_test$|(?:Tests?|IT|Spec)$", "")
                .toLowerCase(Locale.ROOT);
    }
}
