package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;

/// A state of something else, in which it forbids what is asked for; or those in which alone it allows it.
///
/// @param words the spec's words for these states
record OtherState(
        String noun, Linked linked, List<StateOf> states, List<String> words, boolean isForbidden) {
    OtherState {
        states = List.copyOf(states);
        words = List.copyOf(words);
    }

    /// All that a spec tells and the project knows, where what is allowed counts before what is forbidden.
    static List<OtherState> all(SpringProject project, Place place, Wants wants) {
        var all = new ArrayList<OtherState>();
        for (Behaviour.OtherOnlyIn only : wants.behaviours(Behaviour.OtherOnlyIn.class)) {
            of(project, place, wants, only.noun(), only.states(), false).ifPresent(all::add);
        }
        wants.conditions()
                .filter(Condition.OtherInState.class::isInstance)
                .map(Condition.OtherInState.class::cast)
                .flatMap(one -> of(project, place, wants, one).stream())
                .filter(one -> !all.contains(one))
                .forEach(all::add);
        return all;
    }

    static Optional<OtherState> of(
            SpringProject project, Place place, Wants wants, Condition.OtherInState condition) {
        return of(
                project,
                place,
                wants,
                condition.noun(),
                List.of(condition.state()),
                condition.isIn());
    }

    private static Optional<OtherState> of(
            SpringProject project,
            Place place,
            Wants wants,
            String noun,
            List<String> words,
            boolean isForbidden) {
        return Linked.of(project, place, wants, noun)
                .flatMap(linked -> {
                    List<StateOf> states =
                            words.stream()
                                    .flatMap(word -> state(project, linked, word).stream())
                                    .toList();
                    return states.size() == words.size()
                            ? Optional.of(new OtherState(noun, linked, states, words, isForbidden))
                            : Optional.empty();
                });
    }

    static Optional<StateOf> state(SpringProject project, Linked linked, String word) {
        var states = new States(project.sources());
        return states.of(linked.place().resource(), word)
                .or(() -> states.of(linked.place().resource(), "in " + word));
    }

    /// Why what a criterion says cannot be built; empty where it can.
    static Optional<String> obstacle(
            SpringProject project, Place place, Wants wants, Condition.OtherInState condition) {
        return obstacle(project, place, wants, condition.noun(), List.of(condition.state()));
    }

    /// Why what the requirements say cannot be built.
    static List<String> obstacles(SpringProject project, Place place, Wants wants) {
        return wants.behaviours(Behaviour.OtherOnlyIn.class).stream()
                .flatMap(one -> obstacle(project, place, wants, one.noun(), one.states()).stream())
                .toList();
    }

    static Optional<String> obstacle(
            SpringProject project, Place place, Wants wants, String noun, List<String> words) {
        Optional<Linked> linked = Linked.of(project, place, wants, noun);
        if (linked.isEmpty()) {
            return Optional.of(
                    "which %s is meant is not evident: neither the body nor %s says it in a way that %s can follow"
                            .formatted(
                                    noun, place.resource().name(), place.holder().type().name()));
        }
        return words.stream()
                .filter(word -> state(project, linked.get(), word).isEmpty())
                .findFirst()
                .map(word -> StateGuards.unknown(linked.get().place(), word));
    }

    /// The expression that is true where the thing forbids it.
    String forbids(String object) {
        String any =
                states.stream()
                        .map(state -> state.testOf(object))
                        .collect(Collectors.joining(" || "));
        if (isForbidden) {
            return any;
        }
        return states.size() == 1 ? StateGuards.negated(any) : "!(" + any + ")";
    }

    /// The status of a refusal: that of the criterion, or of any that speaks of the thing.
    int status(Wants wants) {
        int ofThing =
                wants.status(
                        one ->
                                one instanceof Condition.OtherInState other
                                        && other.noun().equals(noun),
                        409);
        return wants.status(this::isOf, ofThing);
    }

    boolean isOf(Condition condition) {
        return condition instanceof Condition.OtherInState other
                && other.noun().equals(noun)
                && words.contains(other.state())
                && other.isIn() == isForbidden;
    }

    String said() {
        String states =
                words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" or "));
        return (isForbidden ? "" : "not ") + states;
    }
}
