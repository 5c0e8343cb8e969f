package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads in which state a thing is that forbids what is asked for. The word for the state is one of the spec's, or the
/// only word of which nothing else is known and that says what has been done with the thing, or how it is: the project
/// tells then whether it knows a state of this name.
final class StateSlots {
    private static final Set<String> STATE =
            Set.of(
                    "filler",
                    "agent",
                    "people",
                    "role",
                    "party",
                    "neg",
                    "in-state",
                    "state",
                    "still",
                    "noun",
                    "acting",
                    "or");
    private static final Set<String> OTHER_STATE =
            Set.of("filler", "state", "wrong-state", "noun", "in-state", "still");

    /// What stands before a word that says how a thing is.
    private static final Set<String> BEING = Set.of("is", "was", "are", "were", "be", "been");

    private static final Set<String> JOINING = Set.of("or", "nor");

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
        return slots.has("in-state") || slots.has("state") || !unnamed().isEmpty();
    }

    SlotReading conflict() {
        List<Integer> unnamed = unnamed();
        if (unnamed.size() == 1 && !slots.has("in-state")) {
            return unnamed(slots.all().get(unnamed.getFirst()).key());
        }
        List<String> named =
                IntStream.range(0, slots.all().size())
                        .filter(i -> unnamed.contains(i) || slots.all().get(i).is("in-state"))
                        .mapToObj(i -> slots.all().get(i).key())
                        .map(word -> states.named(word).orElse(word))
                        .distinct()
                        .toList();
        boolean isOther = slots.has("wrong-state") && slots.denials() == 0;
        if (isOther && slots.stranger(OTHER_STATE).isEmpty() && slots.has("state")) {
            return other(named);
        }
        var stranger = unnamed.isEmpty() ? slots.stranger(STATE) : Optional.<String>empty();
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), 409);
        }
        boolean isList = (named.size() > 1 && slots.has("or")) || slots.keys("neg").contains("nor");
        if (slots.denials() > 1 || (named.size() != 1 && !isList)) {
            return SlotReading.open(slots, 409);
        }
        return slots.denials() == 1 ? outOf(named) : in(named, unnamed.isEmpty());
    }

    /// "Neither OPEN nor WAITING", "not OPEN": in none of the states in which it can be done.
    private SlotReading outOf(List<String> named) {
        return Set.copyOf(states.allowed()).equals(Set.copyOf(named)) && !named.isEmpty()
                ? SlotReading.of(
                        new Condition.OutOfState(slots.text(), states.allowed().getFirst()))
                : SlotReading.open(slots, 409);
    }

    /// "Cancelled or completed" are two situations. Of words that the spec has nowhere else the project says what they are;
    /// where the spec names no state in which it can be done, a criterion says in which it cannot.
    private SlotReading in(List<String> named, boolean isAllNamed) {
        boolean isForbidden =
                named.stream()
                        .allMatch(state ->
                                states.isForbidden(state)
                                        || states.allowed().isEmpty()
                                        || (!isAllNamed && states.named(state).isEmpty()));
        return isForbidden
                ? new SlotReading.Read(
                        named.stream()
                                .<Condition>map(
                                        state -> new Condition.Conflict(slots.text(), state))
                                .toList())
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

    /// The places of the words that the spec has not, and that say in which state the thing of the path is: one, or several
    /// with "or" between them.
    private List<Integer> unnamed() {
        if (slots.has("state") || !isOfThing()) {
            return List.of();
        }
        List<Integer> open = places(StateSlots::isOpen);
        List<Integer> strange = places(slot -> slot.kinds().stream().noneMatch(STATE::contains));
        boolean isAlone = open.size() == 1 && !slots.has("in-state");
        boolean isAll = strange.isEmpty() || open.containsAll(strange);
        return isAll
                        && (isAlone
                                ? isToldOfThing(open.getFirst())
                                : open.stream().allMatch(this::isListed))
                ? open
                : List.of();
    }

    private List<Integer> places(Predicate<Slots.Slot> kind) {
        return IntStream.range(0, slots.all().size())
                .filter(i -> kind.test(slots.all().get(i)))
                .boxed()
                .toList();
    }

    /// A word for a state in a list of such: the first one is told of the thing, the others stand behind it.
    private boolean isListed(int at) {
        if (!slots.has("or") && !slots.keys("neg").contains("nor")) {
            return false;
        }
        boolean isJoined = at > 0 && JOINING.contains(slots.all().get(at - 1).key());
        int before = isJoined ? at - 2 : at - 1;
        boolean isBehind =
                before >= 0
                        && isStateWord(slots.all().get(before))
                        && (isJoined || isBehindComma(before, at));
        return isBehind || isToldOfThing(at);
    }

    private boolean isBehindComma(int before, int at) {
        String pair = slots.all().get(before).text() + ", " + slots.all().get(at).text();
        return slots.text().contains(pair);
    }

    private static boolean isStateWord(Slots.Slot slot) {
        return slot.is("in-state") || isOpen(slot);
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
                        ? slots.has("party")
                                || slots.all().stream().anyMatch(slot -> slot.key().equals("it"))
                        : nouns.size() == 1
                                && (endpoint.noun().get().equals(nouns.getFirst())
                                        || endpoint.noun().get().endsWith(" " + nouns.getFirst())));
    }

    /// "Was waived", "is not yet approved", "the speaker has withdrawn it"; a word for how it is stands behind "is" alone.
    private boolean isToldOfThing(int at) {
        String word = slots.all().get(at).key();
        List<String> before =
                slots.all().subList(0, at).reversed().stream()
                        .filter(slot -> !slot.is("still") && !slot.is("neg"))
                        .map(Slots.Slot::key)
                        .dropWhile(key -> key.equals("a") || key.equals("an"))
                        .toList();
        boolean isBeing = !before.isEmpty() && BEING.contains(before.getFirst());
        boolean isBeforeNoun =
                Words.isDone(word)
                        && at + 1 < slots.all().size()
                        && slots.all().get(at + 1).is("noun")
                        && (before.isEmpty()
                                || Set.of("a", "an", "the", "for", "any")
                                        .contains(before.getFirst()));
        boolean isOfAgent = Stream.of("agent", "people", "role", "party").anyMatch(slots::has);
        boolean isDoing =
                isOfAgent && !before.isEmpty() && before.getFirst().matches("has|have|had");
        return isBeing || isBeforeNoun || (isDoing && Words.isDone(word));
    }
}
