package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells that a situation says no more than that somebody who may do it does it: "the translator hands it in", "the user who
/// created the term deletes it".
final class DoneByCaller {
    private static final Set<String> PEOPLE =
            Set.of("people", "party", "person", "sender", "owning", "agent");
    private static final Set<String> BESIDE =
            Set.of("in", "out", "back", "up", "over", "off", "on");
    private static final Set<String> QUIET =
            Set.of("a", "an", "the", "its", "their", "who", "that");

    private final EndpointDraft endpoint;
    private final Slots slots;

    DoneByCaller(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    /// People, what they do, and the thing, in this order; between the first and the second what made it theirs.
    boolean isTold() {
        List<Slots.Slot> told =
                slots.all().stream()
                        .filter(slot -> !QUIET.contains(slot.key()) && !isAllowedState(slot))
                        .toList();
        int last = told.size() - 1;
        if (last > 1 && BESIDE.contains(told.get(last).key())) {
            last--;
        }
        boolean isDeed =
                last >= 2
                        && isThing(told.get(last))
                        && isDeed(told.get(last - 1))
                        && isCaller(told.getFirst());
        boolean isMaking =
                last == 4
                        && told.get(1).is("making")
                        && told.get(2).is("noun")
                        && !slots.has("foreign");
        return isDeed && slots.denials() == 0 && (last == 2 || isMaking);
    }

    /// Those with a role of whom the spec says that they may, and all of whom it says nothing.
    private boolean isCaller(Slots.Slot slot) {
        var kinds = new HashSet<>(slot.kinds());
        if (kinds.contains("role")) {
            return roles().stream().anyMatch(slot.key()::equalsIgnoreCase);
        }
        return kinds.stream().anyMatch(PEOPLE::contains);
    }

    /// "A submitted talk" where it can be done with those.
    private boolean isAllowedState(Slots.Slot slot) {
        var states = new EndpointStates(endpoint);
        return slot.is("in-state")
                && states.named(slot.key()).filter(states::isAllowed).isPresent();
    }

    private List<String> roles() {
        return switch (endpoint.permission()) {
            case Permission.Roles(List<String> roles) -> roles;
            case Permission.OwnerOrRoles _, Permission.Owner _, Permission.Anyone _ -> List.of();
        };
    }

    private static boolean isDeed(Slots.Slot slot) {
        return slot.is("acting")
                || (slot.kinds().isEmpty() && slot.key().matches("[a-z]{3,}[^s]s"));
    }

    private static boolean isThing(Slots.Slot slot) {
        return slot.is("noun") || slot.key().matches("it|one");
    }
}
