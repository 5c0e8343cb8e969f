package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Route;

/// A controller and the routes that it answers.
///
/// @param base the path of the class; `/` where it has none
public record Controller(ProjectType type, String base, List<Mapping> mappings) {
    public Controller {
        mappings = List.copyOf(mappings);
    }

    /// The method that answers a route, whatever the parameters are called.
    public Optional<Mapping> mapping(Route route) {
        return mappings.stream()
                .filter(mapping -> mapping.route().method() == route.method())
                .filter(mapping ->
                        Paths.isSame(mapping.route().path().value(), route.path().value()))
                .findFirst();
    }
}
