package kiro.spec.rest;

import java.util.List;
import java.util.OptionalInt;

/// Reads in which state a resource is that a sentence speaks of.
final class StateReader {
    private final EndpointDraft endpoint;
    private final OptionalInt status;
    private final Objections objections;

    StateReader(EndpointDraft endpoint, OptionalInt status, Objections objections) {
        this.endpoint = endpoint;
        this.status = status;
        this.objections = objections;
    }

    /// "Cancelled or done ones are refused" speaks of one state at a time.
    List<Condition> read(Meaning meaning) {
        List<Tree> states = meaning.tree().all("ConflictState");
        if (states.size() < 2 || !status.equals(OptionalInt.of(409)) || isNegated(meaning)) {
            return List.of(one(meaning));
        }
        String words = meaning.words(meaning.tree());
        return states.stream()
                .<Condition>map(state -> new Condition.Conflict(words, meaning.words(state)))
                .toList();
    }

    private static boolean isNegated(Meaning meaning) {
        return meaning.tokens().subList(meaning.tree().start(), meaning.tree().end()).stream()
                .anyMatch(token -> token.key().equals("not"));
    }

    /// States are the project's own: only where the status says that one forbids the change is it taken for one.
    private Condition one(Meaning meaning) {
        String state = meaning.words("ConflictState").orElseThrow();
        boolean isAllowed =
                endpoint.behaviours().stream()
                        .anyMatch(behaviour ->
                                behaviour instanceof Behaviour.OnlyIn only
                                        && only.states().stream()
                                                .anyMatch(state::equalsIgnoreCase));
        boolean isSuccess = status.isPresent() && status.getAsInt() < 400;
        if (isNegated(meaning)) {
            if (meaning.tree().all("ConflictState").size() > 1) {
                objections.add("in which of the states it is not said");
            }
            if (!isSuccess && !status.equals(OptionalInt.of(409)) && status.isPresent()) {
                objections.add("not understood: \"%s\"".formatted(meaning.words(meaning.tree())));
            }
            return new Condition.OutOfState(meaning.words(meaning.tree()), state);
        }
        if (isSuccess && (isAllowed || state.equalsIgnoreCase("open"))) {
            return new Condition.Valid();
        }
        boolean isForbidden =
                endpoint.behaviours().stream()
                        .anyMatch(behaviour ->
                                behaviour instanceof Behaviour.NotIn not
                                        && not.states().stream().anyMatch(state::equalsIgnoreCase));
        if (isSuccess && !isForbidden) {
            return new Condition.InState(meaning.words(meaning.tree()), state);
        }
        if (!status.equals(OptionalInt.of(409))) {
            objections.add("not understood: \"%s\"".formatted(meaning.words(meaning.tree())));
        }
        return new Condition.Conflict(meaning.words(meaning.tree()), state);
    }
}
