package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Makes one situation of things that are said together: "a practitioner who reads the schedule of another practitioner"
/// speaks of what is someone else's, and of nobody's role.
final class OneSituation {
    /// Why a sentence is not read that speaks of more than one.
    static final String SEVERAL = "it speaks of several situations at once";

    private final EndpointDraft endpoint;
    private final OptionalInt status;

    OneSituation(EndpointDraft endpoint, OptionalInt status) {
        this.endpoint = endpoint;
        this.status = status;
    }

    void settle(Set<Condition> conditions) {
        callers(conditions);
        limits(conditions);
        things(conditions);
        conditions.removeIf(this::isOwner);
        conditions.remove(new Condition.Valid());
    }

    private void callers(Set<Condition> conditions) {
        boolean isForeign = conditions.contains(new Condition.ForeignResource());
        if (conditions.size() > 1) {
            conditions.removeIf(this::isOwner);
        }
        conditions.removeIf(this::isAdmitted);
        if (conditions.size() > 1 && isListOfOwn()) {
            conditions.removeIf(Condition.WithRole.class::isInstance);
        }
        boolean hasRole = conditions.stream().anyMatch(Condition.WithRole.class::isInstance);
        if (isForeign && hasRole) {
            conditions.remove(new Condition.ForeignResource());
        }
        if (isForeign) {
            conditions.removeIf(Condition.WithoutRole.class::isInstance);
        }
    }

    private static void limits(Set<Condition> conditions) {
        if (conditions.contains(new Condition.LimitRenewed())) {
            conditions.removeIf(Condition.OverLimit.class::isInstance);
            conditions.remove(new Condition.Repeated());
        }
        if (conditions.stream().filter(Condition.OverLimit.class::isInstance).count() > 1) {
            conditions.remove(new Condition.OverLimit(OptionalInt.empty()));
        }
    }

    private void things(Set<Condition> conditions) {
        if (conditions.stream().filter(Condition.MissingResource.class::isInstance).count() > 1) {
            conditions.remove(new Condition.MissingResource(Optional.empty()));
        }
        boolean isNothing =
                conditions.stream()
                        .anyMatch(one ->
                                one instanceof Condition.NothingThere
                                        || one instanceof Condition.NothingMatches);
        if (isNothing) {
            conditions.removeIf(endpoint::isOfTheQuery);
            conditions.removeIf(one ->
                    one instanceof Condition.WithRole(List<String> roles)
                            && endpoint.sentNamed(roles.getFirst()).isPresent());
        }
    }

    /// Whoever may ask for a list of their own is who is spoken of: "all trips of the driver".
    private boolean isListOfOwn() {
        return status.orElse(200) < 400
                && endpoint.permission() instanceof Permission.Anyone
                && endpoint.behaviours().contains(new Behaviour.ListsOnlyOwn());
    }

    /// Whether the role is the one that all have who may do it at all.
    private boolean isAdmitted(Condition condition) {
        return status.orElse(200) < 400
                && condition instanceof Condition.WithRole(List<String> roles)
                && endpoint.permission() instanceof Permission.Roles(List<String> admitted)
                && roles.size() == 1
                && admitted.stream().anyMatch(roles.getFirst()::equalsIgnoreCase)
                && admitted.size() == 1;
    }

    /// Whether the role is the spec's word for the one to whom the resource belongs.
    private boolean isOwner(Condition condition) {
        return condition instanceof Condition.WithRole(List<String> roles)
                && roles.size() == 1
                && endpoint.behaviours().stream()
                        .anyMatch(one ->
                                one instanceof Behaviour.BelongsTo(String word)
                                        && word.equalsIgnoreCase(roles.getFirst()));
    }
}
