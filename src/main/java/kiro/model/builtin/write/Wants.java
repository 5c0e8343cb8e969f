package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Permission;

/// What an endpoint is asked to do, with the criteria that speak of it.
record Wants(EndpointSpec endpoint, List<CriterionOutcome> outcomes) {
    Wants {
        outcomes = List.copyOf(outcomes);
    }

    boolean ownerOnly() {
        return endpoint.permission() instanceof Permission.Owner
                || outcomes.stream()
                        .anyMatch(one -> one.condition() instanceof Condition.ForeignResource);
    }

    boolean authentication() {
        return endpoint.authentication() == Authentication.REQUIRED
                || outcomes.stream()
                        .anyMatch(one -> one.condition() instanceof Condition.Unauthenticated);
    }

    /// The roles that may do it although they do not own it, or that alone may do it.
    List<String> roles() {
        return switch (endpoint.permission()) {
            case Permission.Roles roles -> roles.roles();
            case Permission.OwnerOrRoles roles -> roles.roles();
            case Permission.Anyone _, Permission.Owner _ -> List.of();
        };
    }

    <B extends Behaviour> Optional<B> behaviour(Class<B> kind) {
        return endpoint.behaviours().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    <B extends Behaviour> List<B> behaviours(Class<B> kind) {
        return endpoint.behaviours().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
