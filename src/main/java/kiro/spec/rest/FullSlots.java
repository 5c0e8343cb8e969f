package kiro.spec.rest;

import java.util.Set;
import java.util.regex.Pattern;

/// Reads that there is no room for one more: "the tournament is full", where the spec says how many there may be.
final class FullSlots {
    private static final Set<String> KNOWN =
            Set.of(
                    "filler",
                    "people",
                    "role",
                    "sender",
                    "party",
                    "foreign",
                    "noun",
                    "acting",
                    "still",
                    "again",
                    "referred",
                    "in-state");

    private final EndpointDraft endpoint;
    private final Slots slots;

    FullSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    boolean areMeant() {
        return slots.all().stream().anyMatch(FullSlots::isFull) && isCounted(endpoint);
    }

    private static boolean isCounted(EndpointDraft endpoint) {
        return endpoint.behaviours().stream()
                .anyMatch(one ->
                        one instanceof Behaviour.HoldsUpTo || one instanceof Behaviour.HoldsAtMost);
    }

    /// "The tournament is full" is no state where the spec says how many there may be.
    static boolean isMeant(EndpointDraft endpoint, String words, String state) {
        return state.equals("full")
                && isCounted(endpoint)
                && endpoint.parentNouns().stream()
                        .anyMatch(noun ->
                                words.matches(
                                        "(?i)(.* )?(the|that|this|a) "
                                                + Pattern.quote(noun)
                                                + " (that )?(is|was|has been) (already )?full"));
    }

    private static boolean isFull(Slots.Slot slot) {
        return slot.key().equals("full");
    }

    SlotReading read(int status) {
        var stranger =
                slots.all().stream()
                        .filter(slot ->
                                !isFull(slot) && slot.kinds().stream().noneMatch(KNOWN::contains))
                        .map(Slots.Slot::text)
                        .findFirst();
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        boolean isUsual = new EndpointStates(endpoint).areAllowed(slots.keys("in-state"));
        return isUsual && slots.denials() == 0
                ? SlotReading.of(new Condition.Full())
                : SlotReading.open(slots, status);
    }
}
