package kiro.spec.rest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.rest.Condition.Against;
import kiro.spec.rest.Condition.Relation;

/// Reads how the values of two fields lie to each other: "`endDate` is before `startDate`", "is not after", "are the same".
final class ComparedSlots {
    private static final Set<String> KNOWN =
            Set.of(
                    "filler", "people", "sender", "noun", "acting", "field", "value", "neg", "or",
                    "earlier", "later", "alike", "kept", "alone", "given", "still");

    private final EndpointDraft endpoint;
    private final Slots slots;
    private final int status;

    ComparedSlots(EndpointDraft endpoint, Slots slots, int status) {
        this.endpoint = endpoint;
        this.slots = slots;
        this.status = status;
    }

    /// Whether two fields are compared.
    boolean areMeant() {
        return slots.fields().size() == 2
                && (slots.has("earlier") || slots.has("later") || slots.has("alike"));
    }

    SlotReading read() {
        var stranger = slots.stranger(KNOWN);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        EnumSet<Relation> relations = relations();
        String field = slots.fields().getFirst();
        String other = slots.fields().getLast();
        boolean isOfStored = slots.has("kept") || slots.has("alone");
        if (relations.isEmpty() || relations.size() > 2 || (isOfStored && !keepsOther(other))) {
            return SlotReading.open(slots, status);
        }
        Optional<FieldRule.Order> order = ComparedFields.order(sent(), field, other);
        if (order.isEmpty()) {
            return unruled(field, other, relations, isOfStored);
        }
        boolean isRefused = status >= 400;
        for (Relation relation : relations) {
            if (order.get().allows(relation) == isRefused) {
                return new SlotReading.Refused(
                        isRefused
                                ? "the spec has no rule for '%s' and '%s' that this breaks"
                                        .formatted(field, other)
                                : "the rule for '%s' and '%s' does not let this be"
                                        .formatted(field, other));
            }
        }
        return new SlotReading.Read(cases(field, other, relations, isOfStored));
    }

    /// What a criterion alone says to be refused is a rule; what it says to be served is none.
    private SlotReading unruled(
            String field, String other, EnumSet<Relation> relations, boolean isOfStored) {
        Optional<Field> one = sent(field);
        Optional<Field> two = sent(other);
        boolean canBeRule =
                status >= 400
                        && one.isPresent()
                        && two.isPresent()
                        && ComparedFields.areComparable(one.get().type(), two.get().type());
        return canBeRule
                ? new SlotReading.Read(cases(field, other, relations, isOfStored))
                : new SlotReading.Refused(
                        "the spec has no rule that compares '%s' with '%s'"
                                .formatted(field, other));
    }

    /// The fields of the body, or the parameters of the query of what has none.
    private List<Field> sent() {
        List<Field> body = endpoint.fields(Place.BODY);
        return body.isEmpty() ? endpoint.fields(Place.QUERY) : body;
    }

    private Optional<Field> sent(String name) {
        return sent().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static List<Condition> cases(
            String field, String other, EnumSet<Relation> relations, boolean isOfStored) {
        Against against = isOfStored ? Against.STORED : Against.SENT;
        return relations.stream()
                .<Condition>map(one -> new Condition.Compares(field, one, other, against))
                .toList();
    }

    /// Whether the stored value of the second field is meant: it is what is kept, or the first one alone is sent.
    private boolean keepsOther(String other) {
        boolean isOfBody = !endpoint.fields(Place.BODY).isEmpty();
        if (!isOfBody || endpoint.route().path().parameters().isEmpty()) {
            return false;
        }
        List<Slots.Slot> all = slots.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).is("kept") && !all.get(i).is("given")) {
                boolean isOfOther =
                        i + 1 < all.size()
                                && all.get(i + 1).field().filter(other::equals).isPresent();
                if (!isOfOther) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The ways of lying that the words allow: "not before" is the same or after.
    private EnumSet<Relation> relations() {
        var said = EnumSet.noneOf(Relation.class);
        if (slots.has("earlier")) {
            said.add(Relation.LESS);
        }
        if (slots.has("later")) {
            said.add(Relation.MORE);
        }
        if (slots.has("alike")) {
            said.add(Relation.SAME);
        }
        boolean isJoined = said.size() == 1 || slots.has("or");
        if (!isJoined || slots.denials() > 1 || !isBetween()) {
            return EnumSet.noneOf(Relation.class);
        }
        return slots.denials() == 1 ? EnumSet.complementOf(said) : said;
    }

    /// Whether the comparison stands between the fields; that both are the same may be said behind them.
    private boolean isBetween() {
        List<Slots.Slot> all = slots.all();
        var named = new ArrayList<Integer>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).field().isPresent()) {
                named.add(i);
            }
        }
        boolean isOrdered = slots.has("earlier") || slots.has("later");
        for (int i = 0; i < all.size(); i++) {
            Slots.Slot slot = all.get(i);
            boolean isComparing = slot.is("earlier") || slot.is("later");
            if (isComparing && (i < named.getFirst() || i > named.getLast())) {
                return false;
            }
        }
        return isOrdered || slots.has("alike");
    }
}
