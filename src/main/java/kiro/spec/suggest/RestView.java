package kiro.spec.suggest;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.HttpMethod;
import kiro.text.SourceSpan;

/// One endpoint of a spec, with all that the spec says about it.
record RestView(SpecText text, EndpointReading reading, EndpointSpec endpoint) {
    private static final Pattern ROUTE =
            Pattern.compile("\\b(get|head|post|put|patch|delete)\\b\\s+(/[^\\s,;:|)]*)");

    HttpMethod method() {
        return endpoint.route().method();
    }

    String route() {
        return endpoint.route().toString();
    }

    boolean hasPathParameter() {
        return !endpoint.route().path().parameters().isEmpty();
    }

    /// Whether the path ends in a parameter: it names one thing.
    boolean namesOne() {
        List<String> segments = endpoint.route().path().segments();
        return !segments.isEmpty() && segments.getLast().startsWith("{");
    }

    /// What the endpoint is about, as its path calls it: `order` for `/orders/{id}`.
    String noun() {
        List<String> segments = endpoint.route().path().segments();
        for (String segment : segments.reversed()) {
            if (!segment.startsWith("{") && segment.chars().anyMatch(Character::isLetter)) {
                return singular(segment.replaceAll("[-_]+", " "));
            }
        }
        return "resource";
    }

    /// What an id in the path is the id of: `user` for `/users/{id}/profile`.
    String owner() {
        List<String> segments = endpoint.route().path().segments();
        for (int i = segments.size() - 1; i > 0; i--) {
            if (segments.get(i).startsWith("{") && !segments.get(i - 1).startsWith("{")) {
                return singular(segments.get(i - 1).replaceAll("[-_]+", " "));
            }
        }
        return noun();
    }

    /// The first sentence with a clue that is about this endpoint, or about none in particular.
    Optional<Statement> says(Clue clue) {
        return clue.first(text.statements().stream().filter(this::isAboutThis).toList());
    }

    /// The sentence at a place.
    Optional<Statement> at(SourceSpan place) {
        return text.statements().stream()
                .filter(statement -> statement.span().line() <= place.line())
                .filter(statement -> place.line() <= statement.span().endLine())
                .findFirst();
    }

    /// The sentence that introduces the endpoint.
    Optional<Statement> introduction() {
        return text.statements().stream().filter(this::namesThis).findFirst();
    }

    boolean isCovered(Clue clue) {
        return text.statements().stream()
                .filter(Statement::isCriterion)
                .filter(this::isAboutThis)
                .anyMatch(clue::isIn);
    }

    boolean isCovered(Clue clue, Predicate<Condition> condition) {
        return isCovered(clue)
                || outcomes().stream().map(CriterionOutcome::condition).anyMatch(condition);
    }

    List<CriterionOutcome> outcomes() {
        return reading.outcomes().stream()
                .filter(outcome -> outcome.route().equals(endpoint.route()))
                .toList();
    }

    boolean isOnly() {
        return reading.endpoints().size() == 1;
    }

    private boolean isAboutThis(Statement statement) {
        Matcher route = ROUTE.matcher(statement.lower());
        boolean isAny = false;
        while (route.find()) {
            if (isThis(route)) {
                return true;
            }
            isAny = true;
        }
        return !isAny;
    }

    private boolean namesThis(Statement statement) {
        Matcher route = ROUTE.matcher(statement.lower());
        while (route.find()) {
            if (isThis(route)) {
                return true;
            }
        }
        return endpointsInTable(statement);
    }

    /// A route in a table has its method in a cell of its own.
    private boolean endpointsInTable(Statement statement) {
        String path = endpoint.route().path().value().toLowerCase(java.util.Locale.ROOT);
        return statement.lower().startsWith("|")
                && statement.lower().contains(path)
                && statement.lower().contains(method().name().toLowerCase(java.util.Locale.ROOT));
    }

    private boolean isThis(Matcher route) {
        return route.group(1).equalsIgnoreCase(method().name())
                && shape(route.group(2)).equals(shape(endpoint.route().path().value()));
    }

    /// A path with the names of its parameters taken out, however they are marked.
    private static String shape(String path) {
        return path.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("\\?.*$", "")
                .replaceAll("\\{[^}/]*\\}|:[^/]+|<[^>/]*>|(?<=/)\\d+(?=/|$)", "{}")
                .replaceAll("[/.]+$", "");
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(?:ss|x|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        boolean isPlural =
                word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us")
                        && !word.endsWith("is");
        return isPlural && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }
}
