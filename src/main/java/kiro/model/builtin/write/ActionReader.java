package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Response;

/// Tells from a route what an endpoint does.
final class ActionReader {
    private final SpringProject project;

    ActionReader(SpringProject project) {
        this.project = project;
    }

    /// @param path the endpoint's path within the application
    Optional<Action> of(EndpointSpec endpoint, String path, Optional<Family> family) {
        return family.isPresent() ? of(endpoint, family.get()) : of(endpoint, path);
    }

    private Optional<Action> of(EndpointSpec endpoint, String path) {
        List<String> segments = Paths.segments(path);
        long parameters = segments.stream().filter(Paths::isParameter).count();
        boolean endsInId = !segments.isEmpty() && Paths.isParameter(segments.getLast());
        boolean isList = endpoint.response().shape() == Response.Shape.LIST;
        return switch (endpoint.route().method()) {
            case GET ->
                    parameters == 0
                            ? Optional.of(Action.LIST)
                            : parameters == 1 && (!isList || !endsInId)
                                    ? Optional.of(Action.READ)
                                    : Optional.empty();
            case POST ->
                    parameters == 0
                            ? Optional.of(Action.CREATE)
                            : isAct(segments) ? Optional.of(Action.ACT) : Optional.empty();
            case PUT ->
                    isAct(segments) && endpoint.request().body().isEmpty()
                            ? Optional.of(Action.ACT)
                            : parameters == 1 ? Optional.of(Action.REPLACE) : Optional.empty();
            case PATCH ->
                    isAct(segments) && endpoint.request().body().isEmpty()
                            ? Optional.of(Action.ACT)
                            : parameters == 1 ? Optional.of(Action.CHANGE) : Optional.empty();
            case DELETE ->
                    parameters == 1 && endsInId
                            ? Optional.of(isKept(endpoint) ? Action.ACT : Action.DELETE)
                            : Optional.empty();
            case HEAD -> Optional.empty();
        };
    }

    /// Whether what is deleted stays stored, in another state.
    static boolean isKept(EndpointSpec endpoint) {
        return endpoint.behaviours().stream()
                .anyMatch(one ->
                        one instanceof Behaviour.KeepsRecord
                                || one instanceof Behaviour.Brings
                                || (one instanceof Behaviour.SetsTo(String name, String _)
                                        && name.matches("(?i)status|state")));
    }

    /// What is done with a resource that belongs to another one.
    private static Optional<Action> of(EndpointSpec endpoint, Family family) {
        if (!family.hasId()) {
            return switch (endpoint.route().method()) {
                case GET -> Optional.of(Action.LIST);
                case POST -> Optional.of(Action.CREATE);
                case PUT, PATCH, DELETE, HEAD -> Optional.empty();
            };
        }
        boolean acts = family.act().isPresent();
        boolean isBare = endpoint.request().body().isEmpty();
        return switch (endpoint.route().method()) {
            case GET -> acts ? Optional.empty() : Optional.of(Action.READ);
            case POST -> acts ? Optional.of(Action.ACT) : Optional.empty();
            case PUT -> Optional.of(acts && isBare ? Action.ACT : Action.REPLACE);
            case PATCH -> Optional.of(acts && isBare ? Action.ACT : Action.CHANGE);
            case DELETE -> acts ? Optional.empty() : Optional.of(Action.DELETE);
            case HEAD -> Optional.empty();
        };
    }

    /// Whether the path ends in a word behind one id, and no resource is called so.
    private boolean isAct(List<String> segments) {
        int size = segments.size();
        boolean isBehindId =
                size > 1
                        && !Paths.isParameter(segments.get(size - 1))
                        && Paths.isParameter(segments.get(size - 2))
                        && segments.stream().filter(Paths::isParameter).count() == 1;
        String word = size == 0 ? "" : Names.singular(Names.camel(segments.getLast()));
        return isBehindId
                && project.storages().stream()
                        .noneMatch(storage -> Placer.isNamed(storage.resource().name(), word));
    }
}
