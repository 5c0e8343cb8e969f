package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads situations in which what is sent is wrong: a body, an id, or one field in one way.
final class InputSlots {
    private static final Set<String> BODY =
            Set.of(
                    "filler",
                    "people",
                    "sender",
                    "neg",
                    "input",
                    "unparsable",
                    "parsable",
                    "acting",
                    "noun");
    private static final Set<String> EMPTY =
            Set.of("filler", "people", "sender", "input", "blank", "noun", "acting", "still");
    private static final Set<String> ID =
            Set.of(
                    "filler",
                    "people",
                    "sender",
                    "id",
                    "parameter",
                    "noun",
                    "mistyped-id",
                    "acting");
    private static final Set<String> ANY =
            Set.of(
                    "filler", "people", "sender", "neg", "input", "wrong", "ruling", "noun",
                    "value", "acting", "or");

    private final EndpointDraft endpoint;
    private final Slots slots;
    private final int status;

    InputSlots(EndpointDraft endpoint, Slots slots, int status) {
        this.endpoint = endpoint;
        this.slots = slots;
        this.status = status;
    }

    SlotReading read() {
        List<String> fields = slots.fields();
        var compared = new ComparedSlots(endpoint, slots, status);
        if (compared.areMeant()) {
            return compared.read();
        }
        if (fields.size() > 1) {
            return areEach() ? each(fields) : SlotReading.open(slots, status);
        }
        return fields.isEmpty()
                ? whole()
                : endpoint.sent(fields.getFirst())
                        .map(field -> new FieldSlots(field, slots, status).read())
                        .orElseGet(() -> SlotReading.open(slots, status));
    }

    /// Fields of which the same is said one by one: "`title`, `pages` or `year` is missing".
    private boolean areEach() {
        List<Slots.Slot> all = slots.all();
        int first = 0;
        while (!all.get(first).is("field")) {
            first++;
        }
        int last = all.size() - 1;
        while (!all.get(last).is("field")) {
            last--;
        }
        List<Slots.Slot> list = all.subList(first, last + 1);
        boolean isAny =
                first > 1
                        && all.get(first - 1).key().equals("of")
                        && Set.of("any", "one", "either").contains(all.get(first - 2).key());
        return list.stream().anyMatch(slot -> slot.is("or") || isAny)
                && list.stream()
                        .allMatch(slot ->
                                slot.is("field")
                                        || slot.is("or")
                                        || (isAny && slot.key().equals("and")));
    }

    private SlotReading each(List<String> fields) {
        var conditions = new ArrayList<Condition>();
        for (String name : fields) {
            Optional<Field> field = endpoint.sent(name);
            if (field.isEmpty()) {
                return SlotReading.open(slots, status);
            }
            switch (new FieldSlots(field.get(), slots, status).read()) {
                case SlotReading.Read(List<Condition> read) -> conditions.addAll(read);
                case SlotReading.Refused refused -> {
                    return refused;
                }
            }
        }
        return new SlotReading.Read(conditions);
    }

    private SlotReading whole() {
        boolean hasBody = endpoint.route().method().takesBody();
        boolean isUnread =
                hasBody
                        && slots.has("input")
                        && slots.stranger(BODY).isEmpty()
                        && (slots.denials() == 0
                                ? slots.has("unparsable")
                                : slots.denials() == 1
                                        && !slots.has("unparsable")
                                        && slots.all().stream().anyMatch(InputSlots::isOfParsing));
        if (isUnread) {
            return SlotReading.of(new Condition.MalformedBody());
        }
        if (hasBody && isEmptyBody()) {
            return SlotReading.of(new Condition.EmptyObject());
        }
        boolean isOfId = slots.has("id") || slots.has("parameter");
        if (isOfId
                && slots.has("mistyped-id")
                && slots.stranger(ID).isEmpty()
                && endpoint.route().path().parameters().size() == 1) {
            return SlotReading.of(new Condition.MalformedId());
        }
        var stranger = slots.stranger(ANY);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        boolean isWrong =
                slots.has("wrong")
                        ? slots.denials() == 0
                        : slots.denials() == 1 && slots.has("ruling");
        boolean isOfInput = slots.has("input") || slots.has("value");
        return isWrong && isOfInput && hasBody
                ? SlotReading.of(new Condition.InvalidFields(List.of()))
                : SlotReading.open(slots, status);
    }

    private boolean isEmptyBody() {
        return slots.has("input")
                && slots.has("blank")
                && slots.denials() == 0
                && slots.stranger(EMPTY).isEmpty();
    }

    /// "No JSON", "cannot be read": what has to do with the form alone, unlike "not valid".
    private static boolean isOfParsing(Slots.Slot slot) {
        return slot.is("parsable") && !slot.key().equals("valid");
    }
}
