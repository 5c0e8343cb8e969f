package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.spec.rest.Condition.Break;
import kiro.spec.rest.Condition.BrokenField;

/// Reads that a value is none of those that the spec lists: "neither A nor B", "anything other than A or B", "something
/// else". Where some are named, all have to be.
final class ListedSlots {
    private static final Set<String> WORDS =
            Set.of(
                    "filler",
                    "people",
                    "sender",
                    "field",
                    "noun",
                    "value",
                    "input",
                    "given",
                    "neg",
                    "or",
                    "listed-value",
                    "differing",
                    "unlisted",
                    "listed",
                    "counted",
                    "there");

    /// "A `kind` that does not exist" is none of the kinds.
    private static final Set<String> EXISTING = Set.of("exist", "exists", "existing", "known");

    private final Field field;
    private final Slots slots;

    ListedSlots(Field field, Slots slots) {
        this.field = field;
        this.slots = slots;
    }

    /// The one condition that the words are for; empty where they are about something else.
    Optional<Condition> read() {
        Set<String> listed = lower(values(field));
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        Slots marked = marked(listed);
        Set<String> named = new TreeSet<>(marked.keys("listed-value"));
        boolean isOther = slots.has("differing") || slots.has("unlisted");
        boolean isThere = slots.keys("there").stream().anyMatch(EXISTING::contains);
        boolean isDenied = isOther ? slots.denials() == 0 : slots.denials() == 1;
        boolean isWhole = named.isEmpty() ? isOther || isThere : named.equals(listed);
        boolean isCounted =
                slots.keys("counted").stream()
                        .allMatch(count -> Numbers.ofWord(count) == listed.size());
        if (!isDenied || !isWhole || !isCounted || marked.stranger(WORDS).isPresent()) {
            return Optional.empty();
        }
        Break how = field.type() == FieldType.Plain.BOOLEAN ? Break.WRONG_TYPE : Break.NOT_ALLOWED;
        return Optional.of(
                new Condition.InvalidFields(
                        List.of(new BrokenField(field.name(), Optional.of(how)))));
    }

    /// The slots, with those that are one of the values known as such and as nothing else.
    private Slots marked(Set<String> listed) {
        var marked = new ArrayList<Slots.Slot>();
        for (Slots.Slot slot : slots.all()) {
            marked.add(
                    listed.contains(slot.text().toLowerCase(Locale.ROOT))
                            ? new Slots.Slot(
                                    slot.text().toLowerCase(Locale.ROOT),
                                    slot.text(),
                                    Set.of("listed-value"),
                                    Optional.empty())
                            : slot);
        }
        return new Slots(marked, slots.text());
    }

    private static List<String> values(Field field) {
        return field.type() == FieldType.Plain.BOOLEAN
                ? List.of("true", "false")
                : field.rules().stream()
                        .filter(FieldRule.OneOf.class::isInstance)
                        .map(rule -> ((FieldRule.OneOf) rule).values())
                        .findFirst()
                        .orElse(List.of());
    }

    private static Set<String> lower(List<String> values) {
        return values.stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
