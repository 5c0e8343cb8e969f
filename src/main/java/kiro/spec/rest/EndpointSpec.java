package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// An HTTP endpoint, as far as its spec was understood.
public record EndpointSpec(
        Route route,
        Authentication authentication,
        Permission permission,
        Optional<RateLimit> rateLimit,
        Request request,
        Response response,
        List<Behaviour> behaviours) {
    public EndpointSpec {
        behaviours = List.copyOf(behaviours);
    }
}
