package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads situations in which something is not there that a field of the body refers to: "no courier has the `courierId`".
final class ReferenceSlots {
    private static final Set<String> KNOWN =
            Set.of(
                    "filler",
                    "people",
                    "neg",
                    "unknown",
                    "there",
                    "id",
                    "referred",
                    "field",
                    "value",
                    "naming",
                    "noun",
                    "acting");
    private static final Set<Integer> STATUSES = Set.of(400, 404, 409, 422);

    private final EndpointDraft endpoint;
    private final Slots slots;

    ReferenceSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    /// The one field whose other thing is spoken of as there or not; empty where none is, or the words are about the field.
    Optional<References.Reference> meant() {
        List<References.Reference> named =
                References.of(endpoint).stream().filter(this::isNamed).toList();
        boolean isOfField =
                (slots.has("gone") && !slots.has("referred"))
                        || slots.fields().size() > 1
                        || slots.has("null");
        if (deniesOwn()) {
            return Optional.empty();
        }
        boolean isOfThing =
                slots.has("referred")
                        || slots.has("there")
                        || slots.has("unknown")
                        || slots.has("naming");
        return named.size() == 1 && isOfThing && !isOfField
                ? Optional.of(named.getFirst())
                : Optional.empty();
    }

    /// "No application with that id" is not there itself, whoever sends the request.
    private boolean deniesOwn() {
        List<Slots.Slot> told =
                slots.all().stream()
                        .filter(slot -> !Set.of("a", "an", "the", "such").contains(slot.key()))
                        .toList();
        for (int at = 1; at < told.size(); at++) {
            boolean isDenied = told.get(at - 1).is("neg") && told.get(at).is("noun");
            if (isDenied && !told.get(at).is("referred")) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(References.Reference one) {
        if (slots.fields().contains(one.field())) {
            return true;
        }
        // What the path leads to is called so as well.
        return slots.fields().isEmpty()
                && slots.all().stream()
                        .filter(slot -> slot.is("referred") && !slot.is("noun"))
                        .anyMatch(slot -> Words.singular(slot.key()).equalsIgnoreCase(one.noun()));
    }

    SlotReading read(int status) {
        References.Reference reference = meant().orElseThrow();
        var stranger = slots.stranger(KNOWN);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        boolean isDenied = slots.denials() + slots.count("unknown") == 1;
        return isDenied && STATUSES.contains(status)
                ? SlotReading.of(
                        new Condition.MissingReference(reference.field(), reference.noun()))
                : SlotReading.open(slots, status);
    }
}
