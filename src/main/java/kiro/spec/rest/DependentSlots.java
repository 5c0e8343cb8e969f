package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads that something belongs to what the path names, or nothing does: "loans of the tool exist", "the zone has no
/// permits". What belongs to it is the one word of which nothing else is known, or two that stand together, as "work orders";
/// the project tells whether it keeps such things. "Open loans" are not all loans.
final class DependentSlots {
    private static final Set<String> KINDS =
            Set.of("filler", "noun", "owning", "there", "again", "still", "acting", "neg");
    private static final Set<String> ARTICLES = Set.of("a", "an", "any", "some", "one", "its");

    private final EndpointDraft endpoint;
    private final Slots slots;

    DependentSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    /// Something belongs to it.
    Optional<Condition> conflict() {
        return slots.denials() == 0 ? nouns().map(Condition.HasDependents::new) : Optional.empty();
    }

    /// Nothing belongs to it of what the spec says that it must not have.
    boolean isWithout() {
        return slots.denials() == 1 && nouns().filter(this::areStated).isPresent();
    }

    private boolean areStated(String nouns) {
        return endpoint.behaviours().stream()
                .anyMatch(one ->
                        one instanceof Behaviour.NotWith(String stated)
                                && Words.singular(stated).equalsIgnoreCase(Words.singular(nouns)));
    }

    /// The words for what belongs to it: in the plural, or behind an article.
    private Optional<String> nouns() {
        List<Integer> open =
                IntStream.range(0, slots.all().size())
                        .filter(i -> slots.all().get(i).kinds().stream().noneMatch(KINDS::contains))
                        .boxed()
                        .toList();
        boolean isOne =
                open.size() == 1 || (open.size() == 2 && open.getLast() == open.getFirst() + 1);
        if (!isOne || !isOfThing() || !open.stream().allMatch(i -> isThing(slots.all().get(i)))) {
            return Optional.empty();
        }
        int at = open.getFirst();
        String last = slots.all().get(open.getLast()).key();
        String before = open.size() == 1 ? "" : slots.all().get(at).key() + " ";
        boolean isPlural = !Words.singular(last).equals(last);
        if (at > 0 && slots.all().get(at - 1).is("acting")) {
            return Optional.empty();
        }
        boolean isLed = at > 0 && ARTICLES.contains(slots.all().get(at - 1).key());
        return isTold() && (isPlural || isLed)
                ? Optional.of(before + (isPlural ? last : Words.plural(last)))
                : Optional.empty();
    }

    private static boolean isThing(Slots.Slot slot) {
        return slot.kinds().isEmpty() && slot.key().matches("[a-z-]+") && !Words.isDone(slot.key());
    }

    private boolean isOfThing() {
        var nouns = new HashSet<String>();
        slots.keys("noun").stream().map(Words::singular).forEach(nouns::add);
        return endpoint.noun().isPresent()
                && (nouns.isEmpty()
                        ? slots.all().stream().anyMatch(slot -> slot.key().equals("it"))
                        : nouns.equals(Set.of(endpoint.noun().get())));
    }

    /// Whether it is said that they are there, or that it has them.
    private boolean isTold() {
        return slots.all().stream()
                .anyMatch(slot ->
                        slot.is("owning")
                                || slot.is("there")
                                || slot.key().matches("has|have|having|there|with|refers?"));
    }
}
