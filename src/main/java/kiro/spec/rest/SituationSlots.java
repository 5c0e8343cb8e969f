package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a situation by its status and the facts that the spec states of the endpoint: where exactly one of them explains
/// the status, and each word of the situation goes with it, that is what is meant.
final class SituationSlots {
    private static final Set<String> SUCCESS =
            Set.of(
                    "filler",
                    "people",
                    "sender",
                    "noun",
                    "owning",
                    "acting",
                    "fine",
                    "signed",
                    "role",
                    "in-state");

    /// "Still" and the like go with a state.
    private static final Set<String> SUCCESS_IN_STATE =
            Stream.concat(SUCCESS.stream(), Stream.of("still", "agent", "state", "or"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OWN_VALUE =
            Set.of("filler", "noun", "owning", "field", "fine", "still", "value", "repeated");

    private static final Set<String> ROLE_ON_FOREIGN =
            Set.of("filler", "people", "role", "foreign", "owning", "noun", "acting");

    private static final Set<String> ROLE_NO_OWNER =
            Set.of("filler", "people", "role", "neg", "owning", "noun", "acting", "signed");

    private static final Set<String> ROLE_ON_ALL =
            Set.of("filler", "people", "role", "noun", "acting", "sender", "showing", "signed");

    private final EndpointDraft endpoint;
    private final SlotNames names;

    SituationSlots(EndpointDraft endpoint, Lexicon lexicon) {
        this.endpoint = endpoint;
        this.names = new SlotNames(endpoint, lexicon);
    }

    /// The slots of the words, as this endpoint's spec has them.
    Slots slots(List<Token> tokens) {
        return Slots.of(tokens, names);
    }

    SlotReading read(Slots slots, int status) {
        var siblings = new SiblingSlots(endpoint, slots, status);
        boolean canBeCompared = status < 300 || Set.of(400, 409, 422).contains(status);
        if (canBeCompared && siblings.areMeant()) {
            return siblings.read();
        }
        var overlaps = new OverlapSlots(endpoint, slots, status);
        if (canBeCompared && overlaps.areMeant()) {
            return overlaps.read();
        }
        var full = new FullSlots(endpoint, slots);
        if (Set.of(400, 403, 409, 422).contains(status) && full.areMeant()) {
            return full.read(status);
        }
        var passed = new PassedSlots(endpoint, slots);
        if (Set.of(400, 403, 409, 410, 422).contains(status) && passed.areMeant()) {
            return passed.read(status);
        }
        var others = new OtherStateSlots(endpoint, slots);
        if (Set.of(400, 403, 409, 422).contains(status) && others.areMeant()) {
            return others.read(status);
        }
        var references = new ReferenceSlots(endpoint, slots);
        if (status >= 400 && status < 429 && references.meant().isPresent()) {
            return references.read(status);
        }
        return switch (status) {
            case 200, 201, 202, 204 -> success(slots, status);
            case 400, 422 -> new InputSlots(endpoint, slots, status).read();
            case 401 -> new CallerSlots(endpoint, slots).unknown();
            case 403 -> new CallerSlots(endpoint, slots).forbidden();
            case 404 -> new ThingSlots(endpoint, slots).missing();
            case 409 -> new ThingSlots(endpoint, slots).conflict();
            case 429 -> new LimitSlots(endpoint, slots).read();
            default ->
                    new SlotReading.Refused(
                            "situations for %d are only read in whole sentences".formatted(status));
        };
    }

    /// The role that lets a caller do it with what is another's: "an EDITOR closes the ticket of another agent".
    private Optional<String> roleOnForeign(Slots slots) {
        List<String> roles = slots.keys("role").stream().distinct().toList();
        boolean isForeign =
                roles.size() == 1
                        && (slots.has("foreign") || namesOwner(slots))
                        && slots.has("noun")
                        && slots.denials() == 0
                        && slots.stranger(ROLE_ON_FOREIGN).isEmpty();
        boolean isOfOthers =
                roles.size() == 1
                        && slots.denials() == 1
                        && (slots.has("owning") || slots.keys("filler").contains("owner"))
                        && slots.stranger(ROLE_NO_OWNER).isEmpty();
        return (isForeign || isOfOthers)
                        && endpoint.permission() instanceof Permission.OwnerOrRoles(var known)
                ? known.stream().filter(roles.getFirst()::equalsIgnoreCase).findFirst()
                : Optional.empty();
    }

    /// "`title` is its own": what has to be unique is what the thing has itself.
    private boolean isOwnValue(List<String> fields, Slots slots) {
        return fields.size() == 1
                && new ThingSlots(endpoint, slots).unique().containsAll(fields)
                && slots.keys("owning").equals(List.of("own"))
                && slots.denials() == 0
                && slots.stranger(OWN_VALUE).isEmpty();
    }

    /// "`startsOn` is today", which is as good as any other day, or the last one that is.
    private boolean isToday(List<String> fields, Slots slots) {
        return fields.size() == 1
                && slots.has("today")
                && slots.denials() == 0
                && endpoint.sent(fields.getFirst())
                        .filter(field -> field.type() == FieldType.Plain.DATE)
                        .isPresent()
                && slots.stranger(Set.of("filler", "people", "field", "today")).isEmpty();
    }

    /// Several parameters that select, sent together: "when `from` and `to` are given".
    private boolean areFilters(List<String> fields, Slots slots) {
        List<String> filters =
                endpoint.fields(Place.QUERY).stream()
                        .filter(field ->
                                field.rules().stream()
                                        .anyMatch(FieldRule.Selects.class::isInstance))
                        .map(Field::name)
                        .toList();
        return fields.size() > 1
                && filters.containsAll(fields)
                && slots.has("given")
                && slots.denials() == 0
                && slots.stranger(Set.of("filler", "people", "field", "given")).isEmpty();
    }

    /// The role that lets a caller see all of a list of which others see their own: "when an ADMIN asks".
    private Optional<String> roleOnAll(Slots slots) {
        List<String> roles = slots.keys("role").stream().distinct().toList();
        boolean isAsking =
                roles.size() == 1
                        && endpoint.behaviours().contains(new Behaviour.ListsOnlyOwn())
                        && slots.denials() == 0
                        && slots.stranger(ROLE_ON_ALL).isEmpty();
        return isAsking && endpoint.permission() instanceof Permission.OwnerOrRoles(var known)
                ? known.stream().filter(roles.getFirst()::equalsIgnoreCase).findFirst()
                : Optional.empty();
    }

    /// "For the borrower": whoever has the role does it for the one whose the resource is.
    private static boolean namesOwner(Slots slots) {
        return slots.all().stream()
                .anyMatch(slot -> slot.is("owning") && slot.is("people") && !slot.is("role"));
    }

    /// Nothing is wrong, and every word says so.
    private SlotReading success(Slots slots, int status) {
        Optional<String> role = roleOnForeign(slots).or(() -> roleOnAll(slots));
        if (role.isPresent()) {
            return SlotReading.of(new Condition.WithRole(List.of(role.get())));
        }
        if (new DependentSlots(endpoint, slots).isWithout()
                || new DoneByCaller(endpoint, slots).isTold()) {
            return SlotReading.of(new Condition.Valid());
        }
        var compared = new ComparedSlots(endpoint, slots, status);
        if (compared.areMeant()) {
            return compared.read();
        }
        List<String> fields = slots.fields();
        if (isToday(fields, slots)) {
            return SlotReading.of(new Condition.ValueIs(fields.getFirst(), "today"));
        }
        if (areFilters(fields, slots)) {
            return SlotReading.of(new Condition.FiltersCombined(fields));
        }
        if (isOwnValue(fields, slots)) {
            return SlotReading.of(new Condition.OwnValue(fields.getFirst()));
        }
        var stranger = slots.stranger(slots.has("in-state") ? SUCCESS_IN_STATE : SUCCESS);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        boolean isAnyState = new EndpointStates(endpoint).areAllowed(slots.keys("in-state"));
        boolean isOfRole =
                slots.has("role") && !(endpoint.permission() instanceof Permission.Roles);
        boolean isOpen = slots.denials() > 0 || !isAnyState || isOfRole;
        return isOpen ? SlotReading.open(slots, status) : new SlotReading.Read(inStates(slots));
    }

    /// Each state that is named is a situation of its own; the first one of the spec is how things usually are.
    private List<Condition> inStates(Slots slots) {
        var states = new EndpointStates(endpoint);
        List<Condition> situations =
                slots.keys("in-state").stream()
                        .map(states::named)
                        .flatMap(Optional::stream)
                        .distinct()
                        .<Condition>map(state ->
                                state.equals(states.allowed().getFirst())
                                        ? new Condition.Valid()
                                        : new Condition.InState(slots.text(), state))
                        .toList();
        return situations.isEmpty() ? List.of(new Condition.Valid()) : situations;
    }
}
