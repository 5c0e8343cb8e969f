package kiro.spec.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a route at the beginning of words: `PUT /users/{id}/profile replaces ...`.
final class RouteReader {
    private static final Pattern ROUTE =
            Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE)\\s+(/[^\\s,;]*)(.*)");

    private RouteReader() {}

    /// A route, and the words that follow it.
    record Routed(Route route, String rest) {}

    static Optional<Routed> read(String words) {
        Matcher matcher = ROUTE.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = matcher.group(2).replaceAll("[.:]+$", "");
        return Optional.of(
                new Routed(
                        new Route(HttpMethod.valueOf(matcher.group(1)), PathTemplate.of(path)),
                        matcher.group(3).strip()));
    }
}
