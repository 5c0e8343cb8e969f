package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Sources;
import kiro.spec.Spec;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.UnreadSentence;

/// The criteria that speak of what a project does not know: a state that nothing in the resource tells, things that
/// nobody keeps. What no requirement says beside them keeps nothing else from being built.
///
/// @param wants what is asked for without them
/// @param all why each of them stays open
record Unknowns(Wants wants, List<Unknown> all) {
    Unknowns {
        all = List.copyOf(all);
    }

    record Unknown(CriterionOutcome outcome, String reason) {}

    static Unknowns of(Workshop workshop, Place place, Wants wants) {
        var unknown = new ArrayList<Unknown>();
        var known = new ArrayList<CriterionOutcome>();
        for (CriterionOutcome outcome : wants.outcomes()) {
            Optional<String> reason =
                    outcome.status().orElse(200) >= 400
                            ? reason(workshop, place, wants, outcome.condition())
                            : Optional.empty();
            reason.ifPresentOrElse(
                    why -> unknown.add(new Unknown(outcome, why)), () -> known.add(outcome));
        }
        return new Unknowns(new Wants(wants.endpoint(), known), unknown);
    }

    /// What the endpoint is written without, these included.
    List<Restriction.Open> with(Spec spec, List<Restriction.Open> open) {
        var with = new ArrayList<>(open);
        for (Unknown unknown : all) {
            spec.criterion(unknown.outcome().criterion())
                    .map(criterion ->
                            new UnreadSentence(
                                    criterion.text(),
                                    criterion.span(),
                                    "Acceptance Criteria",
                                    Optional.of(criterion.id()),
                                    unknown.reason(),
                                    Optional.empty()))
                    .map(sentence -> new Restriction.Open(sentence, Restriction.STATES))
                    .ifPresent(with::add);
        }
        return List.copyOf(with);
    }

    private static Optional<String> reason(
            Workshop workshop, Place place, Wants wants, Condition condition) {
        Sources sources = workshop.project().sources();
        return switch (condition) {
            case Condition.Conflict(String _, String state) -> state(sources, place, wants, state);
            case Condition.OutOfState(String _, String state) ->
                    state(sources, place, wants, state);
            case Condition.TimePassed(String name) ->
                    PassedTime.of(place, name).isPresent()
                            ? Optional.empty()
                            : Optional.of(PassedTime.unknown(place, name));
            case Condition.OtherInState other ->
                    OtherState.obstacle(workshop.project(), place, wants, other);
            case Condition.HasDependents(String nouns) ->
                    wants.behaviours(Behaviour.NotWith.class).stream()
                                    .anyMatch(one -> one.nouns().equalsIgnoreCase(nouns))
                            ? Optional.empty()
                            : new DependentsWriter(workshop).obstacle(place, nouns);
            default -> Optional.empty();
        };
    }

    /// Why a state is not known of which no requirement speaks.
    private static Optional<String> state(Sources sources, Place place, Wants wants, String state) {
        boolean isStated =
                wants.behaviours(Behaviour.OnlyIn.class).stream()
                                .flatMap(one -> one.states().stream())
                                .anyMatch(state::equalsIgnoreCase)
                        || wants.behaviours(Behaviour.NotIn.class).stream()
                                .flatMap(one -> one.states().stream())
                                .anyMatch(state::equalsIgnoreCase);
        var states = new States(sources);
        Place held = StateGuards.held(states, place, wants);
        return isStated || states.of(held.resource(), state).isPresent()
                ? Optional.empty()
                : Optional.of(StateGuards.unknown(held, state));
    }
}
