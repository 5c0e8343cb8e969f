package kiro.spec.rest;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kiro.spec.rest.Condition.Relation;

/// Reads how a value lies to those of others of the same parent: "another bid on the lot is as high as `amount`", "`amount`
/// is not higher than the highest bid".
final class SiblingSlots {
    private static final Set<String> KNOWN =
            Set.of(
                    "filler",
                    "people",
                    "sender",
                    "noun",
                    "acting",
                    "field",
                    "value",
                    "neg",
                    "or",
                    "earlier",
                    "later",
                    "less",
                    "more",
                    "or-less",
                    "or-more",
                    "alike",
                    "higher",
                    "lower",
                    "as-much",
                    "at-most",
                    "at-least",
                    "best-up",
                    "best-down",
                    "best-late",
                    "foreign",
                    "all-others",
                    "again",
                    "still",
                    "there",
                    "given",
                    "so-far",
                    "kept",
                    "making",
                    "once",
                    "owning",
                    "referred");
    private static final Set<String> UP = Set.of("later", "higher", "more", "or-more", "at-least");
    private static final Set<String> DOWN =
            Set.of("earlier", "lower", "less", "or-less", "at-most");
    private static final Set<String> TIMED =
            Set.of(
                    "before",
                    "after",
                    "earlier",
                    "later",
                    "earlier than",
                    "later than",
                    "newer",
                    "previously");
    private static final Set<String> BEST = Set.of("best-up", "best-down", "best-late");
    private static final Set<String> OTHERS =
            Set.of("best-up", "best-down", "best-late", "foreign", "all-others");

    private final EndpointDraft endpoint;
    private final Slots slots;
    private final int status;
    private final Optional<Behaviour.AmongSiblings> rule;

    SiblingSlots(EndpointDraft endpoint, Slots slots, int status) {
        this.endpoint = endpoint;
        this.slots = slots;
        this.status = status;
        List<Behaviour.AmongSiblings> rules = rules(endpoint);
        List<String> fields = slots.fields();
        this.rule =
                rules.stream()
                        .filter(one ->
                                fields.isEmpty()
                                        ? rules.size() == 1
                                        : fields.equals(List.of(one.name())))
                        .findFirst();
    }

    static List<Behaviour.AmongSiblings> rules(EndpointDraft endpoint) {
        return endpoint.behaviours().stream()
                .filter(Behaviour.AmongSiblings.class::isInstance)
                .map(Behaviour.AmongSiblings.class::cast)
                .toList();
    }

    /// Whether a value is compared with those of others.
    boolean areMeant() {
        boolean isNamed = !slots.fields().isEmpty();
        boolean isCompared =
                slots.all().stream()
                        .anyMatch(slot ->
                                isUp(slot)
                                        || isDown(slot)
                                        || (isSame(slot) && (isNamed || !slot.is("alike"))));
        return isCompared && areOthers() && field().isPresent() && !slots.has("number");
    }

    /// Others are spoken of by a word for the best of them, or as others of the kind that the path ends in.
    private boolean areOthers() {
        boolean isOfChild = indices(this::isChild).findAny().isPresent();
        return slots.all().stream().anyMatch(slot -> BEST.stream().anyMatch(slot::is))
                || (isOfChild
                        && (rule.isPresent() || slots.has("foreign") || slots.has("all-others")));
    }

    /// The field that is compared: the one of a rule, or the one that is named and whose values have an order.
    private Optional<String> field() {
        if (rule.isPresent()) {
            return rule.map(Behaviour.AmongSiblings::name);
        }
        List<String> fields = slots.fields();
        return fields.size() == 1 && endpoint.route().method() == HttpMethod.POST
                ? endpoint.fields(Place.BODY).stream()
                        .filter(one -> one.name().equals(fields.getFirst()))
                        .filter(one -> SiblingFields.isOrdered(one.type()))
                        .map(Field::name)
                        .findFirst()
                : Optional.empty();
    }

    SlotReading read() {
        var stranger = slots.stranger(KNOWN);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        EnumSet<Relation> relations = relations();
        if (relations.isEmpty()
                || isOfOtherKind()
                || relations.size() > 2
                || isOfOtherParent()
                || !areBest(relations)) {
            return SlotReading.open(slots, status);
        }
        boolean isRefused = status >= 400;
        String field = field().orElseThrow();
        if (rule.isEmpty()) {
            return isRefused
                    ? cases(field, relations)
                    : new SlotReading.Refused(
                            "the spec has no rule that compares '%s' with others".formatted(field));
        }
        for (Relation relation : relations) {
            if (rule.get().order().allows(relation) == isRefused) {
                return new SlotReading.Refused(
                        isRefused
                                ? "the spec has no rule for '%s' and others that this breaks"
                                        .formatted(field)
                                : "the rule for '%s' and others does not let this be"
                                        .formatted(field));
            }
        }
        return cases(field, relations);
    }

    private static SlotReading cases(String field, Set<Relation> relations) {
        return new SlotReading.Read(
                relations.stream()
                        .<Condition>map(one -> new Condition.AmongSiblings(field, one))
                        .toList());
    }

    /// Whether the word for the best one is that of the rule: what has to be higher is compared with the highest.
    private boolean areBest(Set<Relation> refused) {
        boolean isUpwards =
                rule.map(one -> one.order().isUpwards())
                        .orElseGet(() -> refused.contains(Relation.LESS));
        boolean isOther =
                isUpwards ? slots.has("best-down") : slots.has("best-up") || slots.has("best-late");
        return !isOther && (isTime() || !slots.has("best-late"));
    }

    /// "A later bid" says nothing of an `amount`.
    private boolean isOfOtherKind() {
        return !isTime() && slots.all().stream().anyMatch(slot -> TIMED.contains(slot.key()));
    }

    private boolean isTime() {
        return endpoint.fields(Place.BODY).stream()
                .filter(one -> one.name().equals(field().orElse("")))
                .anyMatch(one ->
                        one.type() == FieldType.Plain.DATE
                                || one.type() == FieldType.Plain.TIMESTAMP);
    }

    /// "Another lot": whether what belongs to that counts is not clear.
    private boolean isOfOtherParent() {
        List<Slots.Slot> all = slots.all();
        return indices(slot -> slot.is("noun") && !isChild(slot))
                .anyMatch(i -> i > 0 && all.get(i - 1).is("foreign"));
    }

    private boolean isChild(Slots.Slot slot) {
        return slot.is("noun") && SiblingFields.isOf(endpoint, Words.singular(slot.key()));
    }

    private static boolean isUp(Slots.Slot slot) {
        return UP.stream().anyMatch(slot::is);
    }

    private boolean isDown(Slots.Slot slot) {
        // "As high before" says when, not how they lie.
        boolean isWhen =
                slot.key().matches("previously|once")
                        || (slot.key().equals("before") && slot.equals(slots.all().getLast()));
        return DOWN.stream().anyMatch(slot::is) && !isWhen;
    }

    private static boolean isSame(Slots.Slot slot) {
        return slot.is("alike") || slot.is("as-much") || slot.is("at-most") || slot.is("at-least");
    }

    private IntStream indices(Predicate<Slots.Slot> kind) {
        return IntStream.range(0, slots.all().size()).filter(i -> kind.test(slots.all().get(i)));
    }

    /// How the value may lie to the best one of the others, by the words.
    private EnumSet<Relation> relations() {
        var said = EnumSet.noneOf(Relation.class);
        var kinds = new HashSet<String>();
        for (Slots.Slot slot : slots.all()) {
            kinds.addAll(slot.kinds());
            if (isUp(slot)) {
                said.add(Relation.MORE);
            }
            if (isDown(slot)) {
                said.add(Relation.LESS);
            }
            if (isSame(slot)) {
                said.add(Relation.SAME);
            }
        }
        boolean isJoined =
                said.size() == 1
                        || kinds.contains("or")
                        || kinds.contains("or-less")
                        || kinds.contains("or-more")
                        || kinds.contains("at-most")
                        || kinds.contains("at-least");
        boolean areBoth = said.contains(Relation.MORE) && said.contains(Relation.LESS);
        if (!isJoined || areBoth || slots.denials() > 1) {
            return EnumSet.noneOf(Relation.class);
        }
        EnumSet<Relation> meant = slots.denials() == 1 ? EnumSet.complementOf(said) : said;
        return isOfOthers() ? turned(meant) : meant;
    }

    private static EnumSet<Relation> turned(Set<Relation> relations) {
        var turned = EnumSet.noneOf(Relation.class);
        relations.forEach(one -> turned.add(one.turned()));
        return turned;
    }

    /// Whether it is said of the others how they lie to the value: "a higher bid exists".
    private boolean isOfOthers() {
        int at = indices(slot -> isUp(slot) || isDown(slot) || isSame(slot)).findFirst().orElse(0);
        Optional<Integer> named = first(slot -> slot.field().isPresent());
        if (named.isPresent()) {
            return named.get() > at;
        }
        boolean areBehind =
                indices(slot -> OTHERS.stream().anyMatch(slot::is)).anyMatch(i -> i > at);
        boolean areBefore =
                indices(slot -> OTHERS.stream().anyMatch(slot::is)).anyMatch(i -> i < at);
        boolean isSubject = indices(this::isChild).anyMatch(i -> i < at);
        boolean isObject = indices(this::isChild).anyMatch(i -> i > at);
        boolean isThan = slots.all().get(at).key().matches(".* (than|as|to)|above|below|exceeds");
        return areBefore || !(areBehind || (isSubject && isObject && isThan));
    }

    private Optional<Integer> first(Predicate<Slots.Slot> kind) {
        return indices(kind).boxed().findFirst();
    }
}
