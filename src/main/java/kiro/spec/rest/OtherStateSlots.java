package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads in which state something else is that forbids what is asked for: "the room is closed", "an application for an animal
/// that is reserved". It is what a field of the body names by its key, or what the answer has the key of.
final class OtherStateSlots {
    private static final Set<String> KNOWN =
            Set.of(
                    "filler",
                    "people",
                    "role",
                    "party",
                    "agent",
                    "sender",
                    "neg",
                    "state",
                    "still",
                    "noun",
                    "acting",
                    "in-state",
                    "referred",
                    "linked");

    /// Words on whether there is such a thing.
    private static final Set<String> OF_KEYS = Set.of("there", "unknown", "naming", "gone", "null");

    private static final Set<String> BEING =
            Set.of("is", "was", "are", "were", "be", "been", "in", "under");

    /// What can stand between a thing and the word for its state.
    private static final Set<String> BETWEEN =
            Set.of("filler", "neg", "still", "people", "referred", "linked");

    /// Words that say how many there are, or what may be.
    private static final Set<String> NO_STATES =
            Set.of(
                    "full",
                    "empty",
                    "allowed",
                    "needed",
                    "required",
                    "involved",
                    "supposed",
                    "unknown",
                    "missing",
                    "same",
                    "other",
                    "different",
                    "own",
                    "new",
                    "existing");

    private final EndpointDraft endpoint;
    private final Slots slots;

    OtherStateSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    boolean areMeant() {
        boolean isOfKey = OF_KEYS.stream().anyMatch(slots::has);
        return !isOfKey && other().isPresent() && state().isPresent() && ofThing();
    }

    /// Fields are named by no more than the word for the thing: "the room" of `roomId`.
    private boolean ofThing() {
        return slots.all().stream().allMatch(slot -> slot.field().isEmpty() || isOther(slot));
    }

    SlotReading read(int status) {
        int state = state().orElseThrow();
        Optional<String> stranger =
                IntStream.range(0, slots.all().size())
                        .filter(at -> at != state)
                        .mapToObj(slots.all()::get)
                        .filter(slot -> slot.kinds().stream().noneMatch(KNOWN::contains))
                        .map(Slots.Slot::text)
                        .findFirst();
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        boolean isUsual =
                IntStream.range(0, slots.all().size())
                        .filter(at -> at != state)
                        .filter(at -> slots.all().get(at).is("in-state"))
                        .allMatch(this::isOwnUsual);
        if (!isUsual || slots.denials() > 1) {
            return SlotReading.open(slots, status);
        }
        Slots.Slot word = slots.all().get(state);
        return SlotReading.of(
                new Condition.OtherInState(
                        other().orElseThrow(),
                        slots.text(),
                        named(word.key()),
                        slots.denials() == 0));
    }

    /// "A submitted application": the state in which the thing of the path usually is.
    private boolean isOwnUsual(int at) {
        var states = new EndpointStates(endpoint);
        return states.named(slots.all().get(at).key()).filter(states::isAllowed).isPresent();
    }

    private String named(String word) {
        return new EndpointStates(endpoint).named(word).orElse(word);
    }

    /// The one other thing that is named.
    private Optional<String> other() {
        List<String> named =
                slots.all().stream()
                        .filter(OtherStateSlots::isOther)
                        .map(slot -> Words.singular(slot.key()))
                        .distinct()
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static boolean isOther(Slots.Slot slot) {
        return (slot.is("referred") || slot.is("linked")) && !slot.is("noun");
    }

    /// Where the word for its state stands: right before it, or behind it with nothing but "is" and the like between.
    private Optional<Integer> state() {
        List<Slots.Slot> all = slots.all();
        int other =
                IntStream.range(0, all.size())
                        .filter(at -> isOther(all.get(at)))
                        .reduce((_, last) -> last)
                        .orElse(-1);
        if (other < 0) {
            return Optional.empty();
        }
        for (int at = other + 1; at < all.size(); at++) {
            if (isState(at)) {
                return Optional.of(at);
            }
            // "The animal of the application is reserved" is about the animal, "that" is about what
            // stands before it.
            boolean isOfOwn = all.get(at).is("noun") && !isSingledOut(at);
            if (!isOfOwn && all.get(at).kinds().stream().noneMatch(BETWEEN::contains)) {
                break;
            }
        }
        return other > 0 && isState(other - 1) && !BEING.contains(all.get(other - 1).key())
                ? Optional.of(other - 1)
                : Optional.empty();
    }

    private boolean isSingledOut(int noun) {
        return noun + 1 < slots.all().size()
                && Set.of("that", "which", "who").contains(slots.all().get(noun + 1).key());
    }

    private boolean isState(int at) {
        Slots.Slot slot = slots.all().get(at);
        if (slot.is("in-state") || slot.is("literal")) {
            return true;
        }
        boolean isOpen =
                slot.kinds().stream().allMatch(kind -> kind.equals("acting"))
                        && slot.key().matches("[a-z]+(?:[- ][a-z]+)?")
                        && !NO_STATES.contains(slot.key());
        return isOpen && (Words.isDone(slot.key()) || isBehindBeing(at) || isBeforeOther(at));
    }

    private boolean isBehindBeing(int at) {
        return IntStream.range(0, at)
                .mapToObj(before -> slots.all().get(at - 1 - before))
                .dropWhile(slot -> slot.is("still") || slot.is("neg"))
                .findFirst()
                .filter(slot -> BEING.contains(slot.key()))
                .isPresent();
    }

    private boolean isBeforeOther(int at) {
        return at + 1 < slots.all().size()
                && isOther(slots.all().get(at + 1))
                && slots.all().get(at).kinds().isEmpty();
    }
}
