package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.spec.rest.Condition.Overlap;

/// Reads how the time of a thing lies to that of others: "the slot overlaps another slot of the room", "it starts when another
/// one ends".
final class OverlapSlots {
    private static final Set<String> KNOWN =
            Set.of(
                    "filler",
                    "people",
                    "sender",
                    "noun",
                    "acting",
                    "field",
                    "neg",
                    "overlapping",
                    "touching",
                    "foreign",
                    "all-others",
                    "again",
                    "there",
                    "kept",
                    "still",
                    "referred",
                    "value",
                    "given",
                    "making",
                    "in-state",
                    "literal",
                    "so-far",
                    "exactly",
                    "best-late",
                    "alike");
    private static final Set<String> STARTING = Set.of("start", "starts", "begin", "begins");
    private static final Set<String> ENDING = Set.of("end", "ends", "ended");
    private static final Set<String> SPAN =
            Set.of("time", "times", "period", "span", "dates", "moment");
    private static final Set<String> OCCUPIED =
            Set.of("booked", "reserved", "occupied", "taken", "busy");
    private static final Set<String> WORDS = Set.of("would", "only", "just", "merely", "exactly");

    private final EndpointDraft endpoint;
    private final Slots slots;
    private final int status;

    OverlapSlots(EndpointDraft endpoint, Slots slots, int status) {
        this.endpoint = endpoint;
        this.slots = slots;
        this.status = status;
    }

    /// What the spec says of overlaps; empty where it does not.
    static Optional<Behaviour.NoOverlap> rule(EndpointDraft endpoint) {
        return endpoint.behaviours().stream()
                .filter(Behaviour.NoOverlap.class::isInstance)
                .map(Behaviour.NoOverlap.class::cast)
                .findFirst();
    }

    boolean areMeant() {
        Optional<Behaviour.Span> span = Spans.of(endpoint.fields(Place.BODY));
        // What the field with the key of the parent is called can be the parent: "another stay of
        // the berth".
        List<String> fields = slots.fields().stream().filter(name -> !refers(name)).toList();
        boolean isOfSpan = span.filter(one -> fields.stream().allMatch(one::has)).isPresent();
        return isOfSpan && (slots.has("overlapping") || isTouching() || isOccupied());
    }

    private boolean refers(String field) {
        return References.of(endpoint).stream()
                .anyMatch(one ->
                        one.field().equals(field)
                                && (one.noun().equals(field)
                                        || !field.equals(References.noun(field))));
    }

    /// "It starts in the moment another one ends."
    private boolean isTouching() {
        boolean areEnds = has(STARTING) && has(ENDING);
        boolean areFields = slots.fields().size() == 2 && slots.has("alike");
        boolean isOfOther =
                slots.has("foreign") || slots.has("all-others") || slots.has("best-late");
        return slots.has("touching") || ((areEnds || areFields) && isOfOther);
    }

    /// "The room is booked already at that time."
    private boolean isOccupied() {
        return has(OCCUPIED) && has(SPAN) && !parents().isEmpty();
    }

    private boolean has(Set<String> words) {
        return slots.all().stream().map(Slots.Slot::key).anyMatch(words::contains);
    }

    private static boolean isKnown(Slots.Slot slot) {
        return slot.kinds().stream().anyMatch(KNOWN::contains)
                || Stream.of(STARTING, ENDING, SPAN, OCCUPIED, WORDS)
                        .anyMatch(words -> words.contains(slot.key()));
    }

    SlotReading read() {
        List<String> states = states();
        Optional<String> stranger =
                slots.all().stream()
                        .filter(slot -> !isKnown(slot) && !isState(slot))
                        .map(Slots.Slot::text)
                        .findFirst();
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        if (slots.denials() > 0 || states.size() > 1 || parents().size() > 1) {
            return isFree()
                    ? SlotReading.of(new Condition.Valid())
                    : SlotReading.open(slots, status);
        }
        boolean isRefused = status >= 400;
        if (isOfOtherParent()) {
            return isRefused
                    ? SlotReading.open(slots, status)
                    : condition(Overlap.ELSEWHERE, parents().stream().findFirst());
        }
        if (!states.isEmpty()) {
            return isRefused
                    ? SlotReading.open(slots, status)
                    : condition(Overlap.UNCOUNTED, Optional.of(states.getFirst()));
        }
        if (isTouching() && !slots.has("overlapping")) {
            return condition(Overlap.TOUCHES, Optional.empty());
        }
        return isRefused ? overlap() : SlotReading.open(slots, status);
    }

    private static SlotReading condition(Overlap how, Optional<String> word) {
        return SlotReading.of(new Condition.Overlaps(how, word));
    }

    /// "When it overlaps no other slot" is what is usual.
    private boolean isFree() {
        return status < 400
                && slots.denials() == 1
                && slots.has("overlapping")
                && states().isEmpty()
                && parents().size() <= 1;
    }

    private SlotReading overlap() {
        Optional<String> parent = parents().stream().findFirst();
        Optional<Behaviour.NoOverlap> rule = rule(endpoint);
        boolean isOther =
                parent.isPresent()
                        && rule.flatMap(Behaviour.NoOverlap::parent)
                                .filter(said -> !said.equals(parent.get()))
                                .isPresent();
        if (isOther) {
            return SlotReading.open(slots, status);
        }
        if (isOfCaller()) {
            return ofCaller(rule);
        }
        if (rule.isEmpty() && parent.isEmpty() && !isClear()) {
            return new SlotReading.Refused(
                    "of what those are that it must not overlap is not said");
        }
        return condition(Overlap.OVERLAPS, parent);
    }

    private boolean isOfCaller() {
        return slots.text().matches("(?i).*\\bof the (caller|user|sender)\\b.*");
    }

    /// "Another absence of the caller": of the one whose a new one is.
    private SlotReading ofCaller(Optional<Behaviour.NoOverlap> rule) {
        Optional<String> caller =
                endpoint.behaviours().stream()
                        .filter(Behaviour.SetsField.class::isInstance)
                        .map(Behaviour.SetsField.class::cast)
                        .filter(set -> set.source() == Behaviour.Source.CALLER)
                        .map(set -> References.noun(set.name()))
                        .findFirst();
        boolean isOther =
                rule.flatMap(Behaviour.NoOverlap::parent)
                        .filter(said -> !Optional.of(said).equals(caller))
                        .isPresent();
        return caller.isEmpty() || isOther
                ? new SlotReading.Refused("whose those are that it must not overlap is not said")
                : condition(Overlap.OVERLAPS, caller);
    }

    /// Whether the path says to what they belong, or they belong to nothing.
    private boolean isClear() {
        boolean isNested =
                endpoint.parentNouns().stream()
                        .anyMatch(noun -> !SiblingFields.isOf(endpoint, noun));
        return isNested
                || (endpoint.route().path().parameters().isEmpty()
                        && References.of(endpoint).isEmpty());
    }

    /// What others belong to, as the words have it.
    private Set<String> parents() {
        var named = new HashSet<String>();
        for (Slots.Slot slot : slots.all()) {
            String noun = Words.singular(slot.key());
            boolean isParent =
                    (slot.is("noun") || slot.is("referred"))
                            && !SiblingFields.isOf(endpoint, noun)
                            && (endpoint.parentNouns().contains(noun) || slot.is("referred"));
            if (isParent) {
                named.add(noun);
            }
            // "Of the same interviewer" of `interviewerId`.
            slot.field()
                    .filter(field -> !isParent && refers(field))
                    .map(References::noun)
                    .ifPresent(named::add);
        }
        return named;
    }

    private boolean isOfOtherParent() {
        Set<String> parents = parents();
        List<Slots.Slot> all = slots.all();
        return IntStream.range(1, all.size())
                .filter(i -> parents.contains(Words.singular(all.get(i).key())))
                .anyMatch(i -> all.get(i - 1).is("foreign"));
    }

    /// "A cancelled slot": what is known of nothing else and says what was done with it.
    private List<String> states() {
        return slots.all().stream().filter(this::isState).map(Slots.Slot::key).distinct().toList();
    }

    private boolean isState(Slots.Slot slot) {
        boolean isOpen = slot.kinds().isEmpty() && !isKnown(slot) && Words.isDone(slot.key());
        return isOpen || slot.is("in-state") || slot.is("literal");
    }
}
