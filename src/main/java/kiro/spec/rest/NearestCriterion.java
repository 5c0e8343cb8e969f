package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A criterion with a status, in the form that is read; or, where the spec does not state what the status needs, the line
/// that states it.
final class NearestCriterion {
    private final EndpointSpec endpoint;
    private final List<Token> tokens;

    /// @param tokens the words of the criterion that was not read
    NearestCriterion(EndpointSpec endpoint, List<Token> tokens) {
        this.endpoint = endpoint;
        this.tokens = List.copyOf(tokens);
    }

    String with(int status) {
        return switch (status) {
            case 400, 422 -> input(status);
            case 401 ->
                    endpoint.authentication() == Authentication.REQUIRED
                            ? criterion("401 when the request has no valid token")
                            : "- Authentication: bearer token";
            case 403 -> forbidden();
            case 404 -> criterion("404 when the %s does not exist".formatted(noun()));
            case 409 -> conflict();
            case 429 ->
                    endpoint.rateLimit().isPresent()
                            ? criterion("429 when the user is over the limit")
                            : "- Rate limit: 10 requests per minute per user";
            default ->
                    status < 300 && filter().isPresent()
                            ? filtered(status, filter().get())
                            : status < 300
                                    ? criterion(
                                            status
                                                    + (endpoint.route().method().takesBody()
                                                            ? " when the body is valid"
                                                            : " when the request is valid"))
                                    : criterion(status + " when ...");
        };
    }

    private String criterion(String rest) {
        return endpoint.route() + " returns " + rest;
    }

    /// The parameter of the query that the words name, or the first that there is where they speak of filters.
    private Optional<Field> filter() {
        List<Field> query = endpoint.request().query();
        boolean isOfFilters =
                tokens.stream().anyMatch(token -> token.key().matches("filters?|only|matching"));
        return query.stream()
                .filter(field ->
                        tokens.stream()
                                .anyMatch(token -> token.key().equalsIgnoreCase(field.name())))
                .findFirst()
                .or(() -> isOfFilters ? query.stream().findFirst() : Optional.empty());
    }

    private String filtered(int status, Field field) {
        String value =
                field.rules().stream()
                        .flatMap(rule ->
                                rule instanceof FieldRule.OneOf(List<String> values)
                                        ? values.stream().limit(1)
                                        : Stream.empty())
                        .findFirst()
                        .orElse(field.type() == FieldType.Plain.INTEGER ? "7" : "a");
        return criterion(
                "%d and only matching %s when `%s` is `%s`"
                        .formatted(status, last(), field.name(), value));
    }

    private String last() {
        return endpoint.route().path().segments().stream()
                .filter(segment -> !segment.startsWith("{"))
                .reduce((_, later) -> later)
                .orElse("resources")
                .replace('-', ' ');
    }

    private String forbidden() {
        return switch (endpoint.permission()) {
            case Permission.Anyone _ -> "- Access: owner, or - Access: role `ADMIN`";
            case Permission.Owner _ ->
                    criterion("403 when the %s belongs to another user".formatted(noun()));
            case Permission.Roles(List<String> roles) ->
                    criterion(
                            "403 when the caller does not have the role %s"
                                    .formatted(roles.getFirst()));
            case Permission.OwnerOrRoles(List<String> roles) ->
                    criterion(
                            "403 when the caller is neither the owner nor %s"
                                    .formatted(roles.getFirst()));
        };
    }

    private String conflict() {
        Optional<String> unique =
                endpoint.behaviours().stream()
                        .flatMap(one ->
                                one instanceof Behaviour.Unique(String name, Behaviour.Letters _)
                                        ? Stream.of(name)
                                        : Stream.empty())
                        .findFirst();
        Optional<String> state =
                endpoint.behaviours().stream()
                        .flatMap(one ->
                                one instanceof Behaviour.OnlyIn(List<String> states)
                                                && states.size() == 1
                                        ? states.stream()
                                        : Stream.empty())
                        .findFirst();
        return unique.map(name ->
                        criterion(
                                "409 when another %s has the same `%s` already"
                                        .formatted(noun(), name)))
                .or(() ->
                        state.map(one ->
                                criterion("409 when the %s is not `%s`".formatted(noun(), one))))
                .orElse("- Unique: `name`, or - State before: `OPEN`");
    }

    private String input(int status) {
        List<Field> fields =
                Stream.of(endpoint.request().body(), endpoint.request().query())
                        .flatMap(List::stream)
                        .toList();
        Optional<Field> named =
                fields.stream()
                        .filter(field ->
                                tokens.stream()
                                        .anyMatch(token ->
                                                token.key().equalsIgnoreCase(field.name())))
                        .findFirst();
        boolean isOfPath =
                named.isEmpty()
                        && endpoint.route().path().parameters().stream().anyMatch(this::isNamed);
        if (isOfPath) {
            return criterion("404 when the %s does not exist".formatted(noun()));
        }
        if (named.isEmpty() && endpoint.route().method().takesBody()) {
            return criterion(
                    status
                            + (status == 400
                                    ? " when the body is not JSON"
                                    : " when fields are invalid"));
        }
        return named.or(() -> fields.stream().findFirst())
                .map(field ->
                        criterion(
                                "%d when `%s` is %s"
                                        .formatted(status, field.name(), broken(field))))
                .orElse("| `name` | integer | no | 1 to 50 | in a table of query parameters");
    }

    /// Whether the words name a parameter of the path, be it in braces.
    private boolean isNamed(String parameter) {
        return tokens.stream()
                .filter(token -> !token.is(Token.Kind.PATH))
                .anyMatch(
                        token -> token.text().replaceAll("[{}`]", "").equalsIgnoreCase(parameter));
    }

    /// A way to break a rule that the field has.
    private static String broken(Field field) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Length(var _, var max) && max.isPresent()) {
                return "longer than %d characters".formatted(max.getAsInt());
            }
            if (rule instanceof FieldRule.Range(var _, Optional<FieldRule.Bound> max)
                    && max.isPresent()) {
                return "above " + max.get().value().toPlainString();
            }
            if (rule instanceof FieldRule.OneOf) {
                return "none of the listed values";
            }
        }
        return field.presence() == Field.Presence.OPTIONAL ? "invalid" : "missing";
    }

    /// What the last id in the path is the id of.
    private String noun() {
        List<String> segments = endpoint.route().path().segments();
        for (int i = segments.size() - 1; i > 0; i--) {
            if (segments.get(i).startsWith("{") && !segments.get(i - 1).startsWith("{")) {
                return String.join(" ", Words.nounsOfSegment(segments.get(i - 1)));
            }
        }
        return segments.isEmpty()
                ? "resource"
                : String.join(" ", Words.nounsOfSegment(segments.getLast()));
    }
}
