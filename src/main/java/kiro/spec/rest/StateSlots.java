package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads in which state a thing is that forbids what is asked for. The word for the state is one of the spec's, or the
/// only word of which nothing else is known and that says what has been done with the thing, or how it is: the project
/// tells then whether it knows a state of this name.
final class StateSlots {
    private static final Set<String> STATE =
            Set.of(
                    "filler",
                    "agent",
                    "people",
                    "neg",
                    "in-state",
                    "state",
                    "still",
                    "noun",
                    "acting");
    private static final Set<String> OTHER_STATE =
            Set.of("filler", "state", "wrong-state", "noun", "in-state", "still");

    /// What stands before a word that says how a thing is.
    private static final Set<String> BEING = Set.of("is", "was", "are", "were", "be", "been");

    /// Words that say nothing of how a thing is, wherever they stand.
    private static final Set<String> OF_ANY =
            Set.of("full", "empty", "allowed", "needed", "required", "involved", "supposed");

    private final EndpointDraft endpoint;
    private final Slots slots;
    private final EndpointStates states;

    StateSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
        this.states = new EndpointStates(endpoint);
    }

    boolean areMeant() {
        return slots.has("in-state") || slots.has("state") || unnamed().isPresent();
    }

    SlotReading conflict() {
        Optional<String> unnamed = unnamed();
        if (unnamed.isPresent()) {
            return unnamed(unnamed.get());
        }
        List<String> named =
                slots.keys("in-state").stream()
                        .map(word -> states.named(word).orElse(word))
                        .distinct()
                        .toList();
        boolean isOther = slots.has("wrong-state") && slots.denials() == 0;
        if (isOther && slots.stranger(OTHER_STATE).isEmpty() && slots.has("state")) {
            return other(named);
        }
        var stranger = slots.stranger(STATE);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), 409);
        }
        if (named.size() != 1 || slots.denials() > 1) {
            return SlotReading.open(slots, 409);
        }
        String state = named.getFirst();
        if (slots.denials() == 1) {
            return states.allowed().equals(List.of(state))
                    ? SlotReading.of(new Condition.OutOfState(slots.text(), state))
                    : SlotReading.open(slots, 409);
        }
        return states.isForbidden(state)
                ? SlotReading.of(new Condition.Conflict(slots.text(), state))
                : SlotReading.open(slots, 409);
    }

    /// "In any other state than OPEN" is where it is not open.
    private SlotReading other(List<String> named) {
        List<String> allowed = states.allowed();
        boolean isClear = allowed.size() == 1 && (named.isEmpty() || named.equals(allowed));
        return isClear
                ? SlotReading.of(new Condition.OutOfState(slots.text(), allowed.getFirst()))
                : SlotReading.open(slots, 409);
    }

    /// What the thing is not yet, where the spec names no other state in which it can be done.
    private SlotReading unnamed(String word) {
        boolean isStated = !states.allowed().isEmpty() || !states.forbidden().isEmpty();
        if (slots.denials() == 0) {
            return SlotReading.of(new Condition.Conflict(slots.text(), word));
        }
        return slots.denials() == 1 && !isStated
                ? SlotReading.of(new Condition.OutOfState(slots.text(), word))
                : SlotReading.open(slots, 409);
    }

    /// The one word that the spec has not, and that says in which state the thing of the path is.
    private Optional<String> unnamed() {
        if (slots.has("in-state") || slots.has("state") || !isOfThing()) {
            return Optional.empty();
        }
        List<Integer> open =
                IntStream.range(0, slots.all().size())
                        .filter(i -> isOpen(slots.all().get(i)))
                        .boxed()
                        .toList();
        List<Integer> strange =
                IntStream.range(0, slots.all().size())
                        .filter(i -> slots.all().get(i).kinds().stream().noneMatch(STATE::contains))
                        .boxed()
                        .toList();
        boolean isOnly = open.size() == 1 && (strange.isEmpty() || strange.equals(open));
        return isOnly && isToldOfThing(open.getFirst())
                ? Optional.of(slots.all().get(open.getFirst()).key())
                : Optional.empty();
    }

    /// A word of which nothing is known but that it may be what the path does: "closed" of `close`.
    private static boolean isOpen(Slots.Slot slot) {
        Set<String> kinds = new HashSet<>(slot.kinds());
        kinds.remove("acting");
        return kinds.isEmpty()
                && slot.key().matches("[a-z]+(?:[- ][a-z]+)?")
                && !OF_ANY.contains(slot.key())
                && (slot.kinds().isEmpty() || Words.isDone(slot.key()));
    }

    /// The thing is what the path names, or is not named again.
    private boolean isOfThing() {
        List<String> nouns = slots.keys("noun").stream().map(Words::singular).distinct().toList();
        return endpoint.noun().isPresent()
                && (nouns.isEmpty()
                        ? slots.all().stream().anyMatch(slot -> slot.key().equals("it"))
                        : nouns.equals(List.of(endpoint.noun().get())));
    }

    /// "Was waived", "is not yet approved", "the speaker has withdrawn it"; a word for how it is stands behind "is" alone.
    private boolean isToldOfThing(int at) {
        String word = slots.all().get(at).key();
        List<String> before =
                slots.all().subList(0, at).reversed().stream()
                        .filter(slot -> !slot.is("still") && !slot.is("neg"))
                        .map(Slots.Slot::key)
                        .toList();
        boolean isBeing = !before.isEmpty() && BEING.contains(before.getFirst());
        boolean isOfAgent = slots.has("agent") || slots.has("people");
        boolean isDoing =
                isOfAgent && !before.isEmpty() && before.getFirst().matches("has|have|had");
        return isBeing || (isDoing && Words.isDone(word));
    }
}
