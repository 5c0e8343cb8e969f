package kiro.spec.rest;

import java.util.List;
import java.util.Set;

/// Reads that a time of the thing itself lies in the past, which forbids what is asked for: "a planned lesson whose `startsAt`
/// is in the past". The time is none that the request has.
final class PassedSlots {
    private static final Set<String> KNOWN =
            Set.of(
                    "filler",
                    "people",
                    "role",
                    "sender",
                    "person",
                    "noun",
                    "acting",
                    "in-state",
                    "still",
                    "in-past",
                    "literal");
    private static final String TIME =
            "[a-z]\\w*(?:At|On|Date|Time|Deadline|Until|From|Day|Start|End|Due)|deadline|start|end|due";

    private final EndpointDraft endpoint;
    private final Slots slots;

    PassedSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    private List<String> times() {
        return slots.all().stream()
                .filter(slot -> slot.is("literal") && slot.field().isEmpty())
                .map(Slots.Slot::text)
                .filter(name -> name.matches(TIME))
                .distinct()
                .toList();
    }

    boolean areMeant() {
        return slots.has("in-past") && times().size() == 1 && slots.fields().isEmpty();
    }

    SlotReading read(int status) {
        var stranger = slots.stranger(KNOWN);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        boolean isUsual = new EndpointStates(endpoint).areAllowed(slots.keys("in-state"));
        return isUsual && slots.denials() == 0
                ? SlotReading.of(new Condition.TimePassed(times().getFirst()))
                : SlotReading.open(slots, status);
    }
}
