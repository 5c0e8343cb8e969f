package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Permission;

/// What an endpoint is asked to do, with the criteria that speak of it.
record Wants(EndpointSpec endpoint, List<CriterionOutcome> outcomes) {
    Wants {
        outcomes = List.copyOf(outcomes);
    }

    boolean ownerOnly() {
        return endpoint.permission() instanceof Permission.Owner
                || endpoint.permission() instanceof Permission.OwnerOrRoles
                || outcomes.stream()
                        .anyMatch(one ->
                                one.condition() instanceof Condition.ForeignResource
                                        && one.status().orElse(403) >= 400);
    }

    /// Whether nobody may do it with what is their own.
    boolean refusesOwner() {
        return outcomes.stream()
                .anyMatch(one ->
                        one.condition() instanceof Condition.OwnResource
                                && one.status().orElse(403) >= 400);
    }

    boolean authentication() {
        return endpoint.authentication() == Authentication.REQUIRED
                || outcomes.stream()
                        .anyMatch(one -> one.condition() instanceof Condition.Unauthenticated);
    }

    /// The roles that alone may do it; none where others may as well.
    List<String> onlyRoles() {
        return endpoint.permission() instanceof Permission.Roles roles ? roles.roles() : List.of();
    }

    /// The roles that may do it although they do not own the resource.
    List<String> exemptRoles() {
        var roles = new LinkedHashSet<String>();
        if (endpoint.permission() instanceof Permission.OwnerOrRoles exempt) {
            roles.addAll(exempt.roles());
        }
        behaviours(Behaviour.Exempts.class).forEach(one -> roles.addAll(one.roles()));
        if (ownerOnly()) {
            outcomes.stream()
                    .filter(one -> one.status().orElse(200) < 400)
                    .map(CriterionOutcome::condition)
                    .filter(Condition.WithRole.class::isInstance)
                    .forEach(one -> roles.addAll(((Condition.WithRole) one).roles()));
        }
        return List.copyOf(roles);
    }

    /// The roles that a criterion says are refused: "403 when an organizer sends it".
    List<String> refusedRoles() {
        return outcomes.stream()
                .filter(one -> one.status().orElse(200) >= 400)
                .map(CriterionOutcome::condition)
                .filter(Condition.WithRole.class::isInstance)
                .flatMap(one -> ((Condition.WithRole) one).roles().stream())
                .distinct()
                .toList();
    }

    /// All situations that the spec tells the outcome of, in criteria and elsewhere.
    Stream<Condition> conditions() {
        return Stream.concat(
                outcomes.stream().map(CriterionOutcome::condition),
                behaviours(Behaviour.Answers.class).stream().map(Behaviour.Answers::condition));
    }

    /// The code that the spec has for what is wrong in a situation; empty where it has none.
    Optional<String> errorCode(Predicate<Condition> situation) {
        return outcomes.stream()
                .filter(one -> situation.test(one.condition()))
                .flatMap(one -> one.expectations().stream())
                .filter(Expectation.HasErrorCode.class::isInstance)
                .map(one -> ((Expectation.HasErrorCode) one).code())
                .findFirst();
    }

    /// Whether a constant of the project is a spec's code: `Problem.SLOT_TAKEN` is `SLOT_TAKEN` or `slot-taken`.
    static boolean isCode(String constant, String code) {
        return constant.replaceFirst(".*\\.", "")
                .replaceAll("[_-]", "")
                .equalsIgnoreCase(code.replaceAll("[_-]", ""));
    }

    /// What is said to be so after a valid request.
    List<Expectation> whenValid() {
        return Stream.concat(
                        outcomes.stream()
                                .filter(one ->
                                        one.condition() instanceof Condition.Valid
                                                || isInAllowedState(one)
                                                || (one.condition() instanceof Condition.WithRole
                                                        && one.status().orElse(400) < 400))
                                .flatMap(one -> one.expectations().stream()),
                        behaviours(Behaviour.Answers.class).stream()
                                .filter(one -> one.condition() instanceof Condition.Valid)
                                .flatMap(one -> one.expectations().stream()))
                .toList();
    }

    /// Whether it is served in one of several states in which the spec lets it be done.
    private boolean isInAllowedState(CriterionOutcome outcome) {
        return outcome.condition() instanceof Condition.InState(String _, String state)
                && outcome.status().orElse(400) < 400
                && behaviours(Behaviour.OnlyIn.class).stream()
                        .flatMap(one -> one.states().stream())
                        .anyMatch(state::equalsIgnoreCase);
    }

    /// The status that the spec has for a situation.
    int status(Predicate<Condition> situation, int usual) {
        Stream<OptionalInt> told =
                Stream.concat(
                        outcomes.stream()
                                .filter(one -> situation.test(one.condition()))
                                .map(CriterionOutcome::status),
                        behaviours(Behaviour.Answers.class).stream()
                                .filter(one -> situation.test(one.condition()))
                                .map(one -> statusOf(one.expectations())));
        return told.filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .filter(status -> status >= 400)
                .findFirst()
                .orElse(usual);
    }

    private static OptionalInt statusOf(List<Expectation> expectations) {
        return expectations.stream()
                .filter(Expectation.Status.class::isInstance)
                .mapToInt(one -> ((Expectation.Status) one).code())
                .findFirst();
    }

    <B extends Behaviour> Optional<B> behaviour(Class<B> kind) {
        return endpoint.behaviours().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    <B extends Behaviour> List<B> behaviours(Class<B> kind) {
        return endpoint.behaviours().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
