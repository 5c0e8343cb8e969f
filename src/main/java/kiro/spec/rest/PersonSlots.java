package kiro.spec.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kiro.spec.rest.Slots.Slot;

/// Knows who is spoken of by the place of the word: "the hiker sends no token" begins with a word that no list has, between
/// an article and what somebody does.
final class PersonSlots {
    /// What a word for somebody can be beside: one of those to whom things refer.
    private static final Set<String> OPEN = Set.of("party", "referred", "linked", "field");

    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "any", "some");

    /// What those do who send requests, and things do not.
    private static final Set<String> SENDING =
            Set.of(
                    "sends",
                    "send",
                    "forgets",
                    "omits",
                    "leaves",
                    "gives",
                    "does",
                    "did",
                    "makes",
                    "calls",
                    "tries",
                    "provides",
                    "presents",
                    "shows",
                    "asks");

    private static final Set<String> BEING =
            Set.of(
                    "is", "was", "has", "goes", "carries", "exceeds", "who", "whose", "without",
                    "with", "used", "went");

    /// People who may do more than others: which, the spec has to say.
    private static final Set<String> PRIVILEGED =
            Set.of(
                    "admin",
                    "administrator",
                    "moderator",
                    "manager",
                    "supervisor",
                    "superuser",
                    "auditor",
                    "operator",
                    "editor");

    private PersonSlots() {}

    /// The slots, with the first unknown word as a person where it stands as one.
    static List<Slot> marked(List<Slot> slots) {
        return IntStream.range(0, slots.size()).mapToObj(i -> marked(slots, i)).toList();
    }

    /// "Deletes" and the like, which a person does with the thing.
    private static boolean isDoing(List<Slot> slots, int at) {
        Slot slot = slots.get(at);
        boolean isOfThing =
                at + 1 < slots.size()
                        && (ARTICLES.contains(slots.get(at + 1).key())
                                || Set.of("it", "one", "them").contains(slots.get(at + 1).key()));
        return slot.is("acting") && slot.key().endsWith("s") && (!slot.is("noun") || isOfThing);
    }

    private static Slot marked(List<Slot> slots, int at) {
        Slot slot = slots.get(at);
        if (isMaker(slots, at)) {
            var kinds = new HashSet<>(slot.kinds());
            kinds.addAll(Set.of("people", "owning"));
            return new Slot(slot.key(), slot.text(), kinds, slot.field());
        }
        if (isOther(slots, at)) {
            var kinds = new HashSet<>(slot.kinds());
            kinds.add("people");
            return new Slot(slot.key(), slot.text(), kinds, slot.field());
        }
        if (!isFirst(slots, at) || !mayBePerson(slots, at)) {
            return slot;
        }
        String next = slots.get(at + 1).key().split(" ")[0];
        var kinds = new HashSet<>(slot.kinds());
        if (SENDING.contains(next) || isDoing(slots, at + 1)) {
            kinds.addAll(Set.of("person", "sender"));
            kinds.removeAll(Set.of("referred", "field"));
            return new Slot(slot.key(), slot.text(), kinds, Optional.empty());
        }
        if (BEING.contains(next)) {
            kinds.add("person");
            boolean isDoneWith =
                    slots.stream().anyMatch(one -> one.is("noun") || one.key().equals("it"));
            if (next.equals("has") && isDoneWith) {
                kinds.add("agent");
            }
        }
        return new Slot(slot.key(), slot.text(), kinds, slot.field());
    }

    private static boolean isFirst(List<Slot> slots, int at) {
        return at > 0
                && at + 1 < slots.size()
                && ARTICLES.contains(slots.get(at - 1).key())
                && slots.subList(0, at - 1).stream().allMatch(one -> one.is("filler"));
    }

    /// Whether a word is for anybody, as far as is known: "a learner" who does something is none that the field `learnerId`
    /// names, and a courier that "does not exist" does nothing.
    private static boolean mayBePerson(List<Slot> slots, int at) {
        Slot slot = slots.get(at);
        boolean isPlain = slot.text().matches("[a-z-]+") && !PRIVILEGED.contains(slot.key());
        boolean isField = slot.is("field") && !slot.is("referred");
        boolean isThing =
                slot.is("referred")
                        && Set.of("does", "did").contains(slots.get(at + 1).key().split(" ")[0]);
        return isPlain && OPEN.containsAll(slot.kinds()) && !isField && !isThing;
    }

    /// "A ticket that an agent opened" is the agent's, where its owner is who opened it.
    private static boolean isMaker(List<Slot> slots, int at) {
        return at > 0
                && at + 1 < slots.size()
                && ARTICLES.contains(slots.get(at - 1).key())
                && isOpen(slots.get(at))
                && slots.get(at + 1).is("owning")
                && slots.get(at + 1).key().endsWith("ed");
    }

    /// "Another agent closes it".
    private static boolean isOther(List<Slot> slots, int at) {
        return at > 0
                && at + 1 < slots.size()
                && slots.get(at - 1).key().equals("another")
                && isOpen(slots.get(at))
                && (isDoing(slots, at + 1) || SENDING.contains(slots.get(at + 1).key()));
    }

    private static boolean isOpen(Slot slot) {
        boolean isUnknown = slot.kinds().isEmpty() || slot.kinds().equals(Set.of("party"));
        return isUnknown && slot.text().matches("[a-z-]+");
    }
}
