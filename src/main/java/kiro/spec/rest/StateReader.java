package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads in which state a resource is that a sentence speaks of.
final class StateReader {
    private final EndpointDraft endpoint;
    private final OptionalInt status;
    private final boolean isServed;
    private final Objections objections;

    StateReader(
            EndpointDraft endpoint, OptionalInt status, boolean isServed, Objections objections) {
        this.endpoint = endpoint;
        this.status = status;
        this.isServed = isServed;
        this.objections = objections;
    }

    /// "Cancelled or done ones are refused" speaks of one state at a time.
    List<Condition> read(Meaning meaning) {
        List<Tree> states = states(meaning);
        if (states.size() < 2 || !status.equals(OptionalInt.of(409)) || isNegated(meaning)) {
            return List.of(one(meaning));
        }
        String words = meaning.words(meaning.tree());
        return states.stream()
                .<Condition>map(state -> new Condition.Conflict(words, meaning.words(state)))
                .toList();
    }

    private static List<Tree> states(Meaning meaning) {
        return List.of("ConflictState", "StateBefore", "NounState").stream()
                .flatMap(node -> meaning.tree().all(node).stream())
                .toList();
    }

    /// "On a published episode" says in passing in which state the episode is.
    Optional<Condition> inPassing(Meaning part) {
        List<Tree> children = part.tree().children();
        for (int i = 0; i + 1 < children.size(); i++) {
            boolean isOfThing =
                    children.get(i).is("DONE")
                            && children.get(i + 1).is("Noun")
                            && children.get(i + 1).start() == children.get(i).end();
            if (isOfThing && status.isPresent()) {
                String state = part.words(children.get(i));
                if (isResult(state)) {
                    continue;
                }
                return Optional.of(one(state, state, false));
            }
        }
        return Optional.empty();
    }

    /// Whether the word says what the request makes of the thing: "200 and the cancelled order" of `cancel`.
    private boolean isResult(String word) {
        return status.getAsInt() < 400 && new EndpointStates(endpoint).isResult(word);
    }

    private static boolean isNegated(Meaning meaning) {
        return meaning.tokens().subList(meaning.tree().start(), meaning.tree().end()).stream()
                .anyMatch(token -> token.key().equals("not"));
    }

    /// States are the project's own: only where the status says that one forbids the change is it taken for one.
    private Condition one(Meaning meaning) {
        List<Tree> states = states(meaning);
        String state = meaning.words(states.getFirst());
        if (isNegated(meaning) && states.size() > 1) {
            objections.add("in which of the states it is not said");
        }
        return one(
                meaning.words(meaning.tree()),
                states.getFirst().is("NounState") ? Words.singular(state) : state,
                isNegated(meaning));
    }

    private Condition one(String words, String state, boolean isNegated) {
        List<String> allowed = new EndpointStates(endpoint).allowed();
        boolean isAllowed = allowed.stream().anyMatch(state::equalsIgnoreCase);
        boolean isFirst = isAllowed && allowed.getFirst().equalsIgnoreCase(state);
        boolean isSuccess = isServed || (status.isPresent() && status.getAsInt() < 400);
        if (isNegated) {
            if (!isSuccess && !status.equals(OptionalInt.of(409)) && status.isPresent()) {
                objections.add("not understood: \"%s\"".formatted(words));
            }
            return new Condition.OutOfState(words, state);
        }
        // The first of the states is the one in which things usually are.
        boolean isUsual = isFirst || (!isAllowed && state.equalsIgnoreCase("open"));
        if (isSuccess && isUsual) {
            return new Condition.Valid();
        }
        boolean isForbidden =
                endpoint.behaviours().stream()
                        .anyMatch(behaviour ->
                                behaviour instanceof Behaviour.NotIn not
                                        && not.states().stream().anyMatch(state::equalsIgnoreCase));
        if (isSuccess && !isForbidden) {
            return new Condition.InState(words, state);
        }
        if (FullSlots.isMeant(endpoint, words, state)) {
            return new Condition.Full();
        }
        if (!status.equals(OptionalInt.of(409))) {
            objections.add("not understood: \"%s\"".formatted(words));
        }
        return new Condition.Conflict(words, state);
    }
}
