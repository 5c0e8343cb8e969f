package kiro.spec.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a spec says outside of its criteria, collected as it is read.
final class Facts {
    final Set<Route> routes = new LinkedHashSet<>();
    final List<Behaviour> behaviours = new ArrayList<>();
    final List<Field> body = new ArrayList<>();
    final List<Field> query = new ArrayList<>();
    final List<Field> answer = new ArrayList<>();
    Authentication authentication = Authentication.NOT_STATED;
    Permission permission = new Permission.Anyone();
    Optional<RateLimit> rateLimit = Optional.empty();

    /// The only route there is; empty where there are none or several.
    Optional<Route> onlyRoute() {
        return routes.size() == 1 ? Optional.of(routes.iterator().next()) : Optional.empty();
    }

    /// The route that a request means, parameters filled in or not.
    Optional<Route> route(Route request) {
        return routes.stream()
                .filter(route -> route.method() == request.method())
                .filter(route -> route.path().covers(request.path()))
                .findFirst();
    }

    boolean hasField(String name) {
        return body.stream().anyMatch(field -> field.name().equals(name));
    }

    /// Whether a word names what the routes are about: a part of a path, in the singular or plural.
    boolean isNoun(String words) {
        String word = words.toLowerCase(Locale.ROOT).replace(' ', '-');
        return word.matches("resource|entity|object")
                || routes.stream()
                        .flatMap(route -> route.path().segments().stream())
                        .map(segment -> segment.toLowerCase(Locale.ROOT))
                        .anyMatch(
                                segment -> segment.equals(word) || singular(segment).equals(word));
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(?:s|x|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
