package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds routes among tokens.
final class RouteWords {
    private RouteWords() {}

    /// Every method that is followed by a path.
    static List<Route> in(List<Token> tokens) {
        var routes = new ArrayList<Route>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            at(tokens, i).ifPresent(routes::add);
        }
        return routes;
    }

    /// The route that begins with this token.
    static Optional<Route> at(List<Token> tokens, int index) {
        if (index + 1 >= tokens.size()
                || !tokens.get(index).is(Token.Kind.METHOD)
                || !tokens.get(index + 1).is(Token.Kind.PATH)) {
            return Optional.empty();
        }
        return Optional.of(
                new Route(
                        HttpMethod.valueOf(tokens.get(index).text()),
                        path(tokens.get(index + 1).text())));
    }

    /// The path without its query.
    static PathTemplate path(String text) {
        int query = text.indexOf('?');
        return PathTemplate.of(query > 0 ? text.substring(0, query) : text);
    }
}
