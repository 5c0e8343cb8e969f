package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.spec.rest.Condition.Break;
import kiro.spec.rest.Condition.BrokenField;

/// Reads in which way the one field is wrong that a situation names. A way that breaks no rule of the field is none, and a
/// number is one of the rule's own, or the value that is sent.
final class FieldSlots {
    private static final Map<String, Break> WAYS =
            Map.of(
                    "blank", Break.BLANK,
                    "too-long", Break.TOO_LONG,
                    "too-short", Break.TOO_SHORT,
                    "too-small", Break.TOO_SMALL,
                    "too-large", Break.TOO_LARGE,
                    "unlisted", Break.NOT_ALLOWED,
                    "unknown", Break.NOT_ALLOWED,
                    "misformed", Break.WRONG_FORM,
                    "mistyped", Break.WRONG_TYPE);
    private static final Set<String> ALWAYS =
            Set.of(
                    "filler", "people", "sender", "field", "noun", "value", "input", "acting",
                    "given", "or", "number", "literal");
    private static final Set<String> MISSING = Set.of("gone", "neg");
    private static final Set<String> COMPARED =
            Set.of("more", "less", "or-more", "or-less", "outside", "range", "characters");

    private final Field field;
    private final Slots slots;
    private final int status;

    FieldSlots(Field field, Slots slots, int status) {
        this.field = field;
        this.slots = slots;
        this.status = status;
    }

    SlotReading read() {
        Optional<Condition> unlisted = new ListedSlots(field, slots).read();
        if (unlisted.isPresent()) {
            return SlotReading.of(unlisted.get());
        }
        var form = new FormSlots(field, slots);
        List<Condition> broken = form.areMeant() ? form.read() : List.of();
        if (!broken.isEmpty()) {
            return new SlotReading.Read(broken);
        }
        return ruled();
    }

    /// In one of the ways in which rules are broken, or left out, or a value.
    private SlotReading ruled() {
        var ways = new ArrayList<Condition>();
        var kinds = new ArrayList<String>(ALWAYS);
        for (Map.Entry<String, Break> way : WAYS.entrySet()) {
            if (isTold(way.getKey())) {
                kinds.add(way.getKey());
                kinds.addAll(way.getKey().equals("unlisted") ? Set.of("listed") : Set.of());
                ways.add(said(way.getKey(), way.getValue()));
            }
        }
        for (String way : List.of("in-past", "in-future")) {
            if (slots.has(way)) {
                kinds.add(way);
                ways.addAll(timed(way));
            }
        }
        exact(ways, kinds);
        boolean isOfDecimals = slots.has("decimals");
        boolean isInclusive = slots.has("or-less") || slots.has("or-more");
        boolean isCompared =
                !isOfDecimals
                        && (isInclusive
                                || slots.has("more")
                                || slots.has("less")
                                || slots.has("outside"));
        if (isOfDecimals) {
            kinds.addAll(Set.of("decimals", "more", "too-many", "counted"));
            ways.addAll(decimals());
        } else if (isCompared) {
            kinds.addAll(COMPARED);
            ways.addAll(isInclusive ? inclusive() : compared());
        } else {
            plain(ways, kinds);
        }
        return settled(ways, Set.copyOf(kinds), isCompared);
    }

    /// What is "missing" is left out, not unknown.
    private boolean isTold(String way) {
        return slots.all().stream()
                .anyMatch(slot -> slot.is(way) && !(way.equals("unknown") && slot.is("gone")));
    }

    /// Left out, or a value, a length, wrong in any way.
    private void plain(List<Condition> ways, List<String> kinds) {
        if (ways.isEmpty()) {
            kinds.addAll(MISSING);
            ways.addAll(gone());
        } else if (slots.has("gone")) {
            kinds.add("gone");
            ways.addAll(gone());
        }
        boolean isAlso = slots.has("or") && slots.has("number");
        if (ways.isEmpty()) {
            kinds.addAll(Set.of("wrong", "ruling", "neg", "characters"));
            ways.addAll(exactly());
        } else if (isAlso) {
            // "0 or negative"
            ways.addAll(exactly());
        }
    }

    private SlotReading settled(List<Condition> ways, Set<String> kinds, boolean isCompared) {
        var stranger = slots.stranger(kinds);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), status);
        }
        boolean isOne = ways.size() == 1 || (ways.size() == 2 && (slots.has("or") || isCompared));
        if (!isOne) {
            return SlotReading.open(slots, status);
        }
        Optional<String> unruled = ways.stream().flatMap(way -> unruled(way).stream()).findFirst();
        return unruled.isPresent()
                ? new SlotReading.Refused(unruled.get())
                : new SlotReading.Read(ways);
    }

    /// A value that has a word of its own.
    private void exact(List<Condition> ways, List<String> kinds) {
        if (slots.has("today") && isDay()) {
            kinds.add("today");
            ways.add(new Condition.ValueIs(field.name(), "today"));
        }
        if (slots.has("null")) {
            kinds.add("null");
            ways.add(new Condition.ValueIs(field.name(), "null"));
        }
    }

    private boolean isDay() {
        return field.type() == FieldType.Plain.DATE && slots.denials() == 0;
    }

    /// A time that the field's rule does not let be.
    private List<Condition> timed(String way) {
        boolean isPast = way.equals("in-past");
        boolean isRuled =
                field.rules().stream()
                        .anyMatch(rule ->
                                isPast
                                        ? rule instanceof FieldRule.NotPast
                                                || rule instanceof FieldRule.Future
                                        : rule instanceof FieldRule.NotFuture
                                                || rule instanceof FieldRule.Past);
        return isRuled && slots.denials() == 0 ? List.of(broken(Break.NOT_ALLOWED)) : List.of();
    }

    private Condition said(String kind, Break how) {
        boolean isEmpty =
                slots.keys("blank").stream().anyMatch(word -> word.endsWith("empty"))
                        && min().filter(least -> least.signum() > 0).isPresent();
        if (kind.equals("blank") && isEmpty && texted()) {
            return new Condition.LengthIs(field.name(), 0);
        }
        boolean isNegative = kind.equals("too-small") && slots.keys(kind).contains("negative");
        return isNegative ? new Condition.ValueIs(field.name(), "-1") : broken(how);
    }

    private Condition broken(Break how) {
        return new Condition.InvalidFields(
                List.of(new BrokenField(field.name(), Optional.of(how))));
    }

    /// "`title` is missing", "without a `title`", "`title` is not sent".
    private List<Condition> gone() {
        boolean isOfRules = slots.has("wrong") || slots.has("ruling") || slots.has("number");
        boolean isGone =
                slots.has("gone") ? slots.denials() == 0 : slots.denials() == 1 && !isOfRules;
        return isGone && !slots.has("literal") ? List.of(broken(Break.MISSING)) : List.of();
    }

    /// A value, a length, or wrong in any way.
    private List<Condition> exactly() {
        List<String> values = Stream.concat(slots.keys("number").stream(), texts()).toList();
        boolean isPlain =
                slots.denials() == 0
                        && !slots.has("wrong")
                        && !slots.has("ruling")
                        && !slots.has("gone");
        if (isPlain && values.size() == 1) {
            return slots.has("characters")
                    ? Numbers.whole(values.getFirst()).isPresent()
                            ? List.of(
                                    new Condition.LengthIs(
                                            field.name(),
                                            Numbers.whole(values.getFirst()).getAsInt()))
                            : List.of()
                    : List.of(new Condition.ValueIs(field.name(), values.getFirst()));
        }
        boolean isWrong =
                slots.has("wrong")
                        ? slots.denials() == 0
                        : slots.denials() == 1 && slots.has("ruling");
        return isWrong && values.isEmpty()
                ? List.of(
                        new Condition.InvalidFields(
                                List.of(new BrokenField(field.name(), Optional.empty()))))
                : List.of();
    }

    private Stream<String> texts() {
        return slots.all().stream().filter(slot -> slot.is("literal")).map(Slots.Slot::text);
    }

    /// More digits after the point than the field's rule lets be: "three decimal places", "more than 2 decimals".
    private List<Condition> decimals() {
        Optional<Integer> most =
                field.rules().stream()
                        .filter(FieldRule.Decimals.class::isInstance)
                        .map(rule -> ((FieldRule.Decimals) rule).max())
                        .findFirst();
        List<String> counts =
                Stream.concat(slots.keys("number").stream(), slots.keys("counted").stream())
                        .toList();
        if (most.isEmpty() || slots.denials() > 0 || counts.size() > 1) {
            return List.of();
        }
        boolean isTooMany =
                counts.isEmpty()
                        ? slots.has("too-many")
                        : slots.has("more")
                                ? Numbers.ofWord(counts.getFirst()) == most.get()
                                : Numbers.ofWord(counts.getFirst()) > most.get();
        return isTooMany ? List.of(broken(Break.WRONG_FORM)) : List.of();
    }

    // --- bounds

    /// The bounds that are named must be those of the field's rules.
    private List<Condition> compared() {
        List<BigDecimal> said =
                slots.keys("number").stream()
                        .filter(Numbers::isNumber)
                        .map(BigDecimal::new)
                        .toList();
        boolean isText = texted();
        long denied = slots.keys("outside").stream().filter(word -> word.equals("not in")).count();
        if (slots.denials() > denied || (slots.has("characters") && !isText)) {
            return List.of();
        }
        Break most = isText ? Break.TOO_LONG : Break.TOO_LARGE;
        Break least = isText ? Break.TOO_SHORT : Break.TOO_SMALL;
        if (slots.has("outside")) {
            List<BigDecimal> both = Stream.concat(min().stream(), max().stream()).toList();
            return both.size() == 2 && (said.isEmpty() ? slots.has("range") : same(said, both))
                    ? List.of(broken(least), broken(most))
                    : List.of();
        }
        if (slots.has("more") && slots.has("less")) {
            return eachEnd(said, least, most);
        }
        if (!slots.has("more") && !slots.has("less")) {
            return List.of();
        }
        List<BigDecimal> bound = (slots.has("more") ? max() : min()).stream().toList();
        boolean isSame = said.isEmpty() ? slots.has("range") : same(said, bound);
        return isSame ? List.of(broken(slots.has("more") ? most : least)) : List.of();
    }

    /// "Fewer than 4 or more than 12 characters": both ends, in whichever order.
    private List<Condition> eachEnd(List<BigDecimal> said, Break least, Break most) {
        boolean isLessFirst =
                slots.all().stream()
                        .filter(slot -> slot.is("less") || slot.is("more"))
                        .findFirst()
                        .filter(slot -> slot.is("less"))
                        .isPresent();
        List<BigDecimal> both =
                Stream.of(isLessFirst ? min() : max(), isLessFirst ? max() : min())
                        .flatMap(Optional::stream)
                        .toList();
        boolean areBoth = slots.has("or") && both.size() == 2 && same(said, both);
        return areBoth ? List.of(broken(least), broken(most)) : List.of();
    }

    /// "0 or less", where the least is 1: the number itself, and the next one beyond it.
    private List<Condition> inclusive() {
        boolean isLess = slots.has("or-less");
        List<String> said = slots.keys("number");
        Optional<BigDecimal> bound = isLess ? min() : max();
        boolean isNext =
                isLess != slots.has("or-more")
                        && slots.denials() == 0
                        && !texted()
                        && said.size() == 1
                        && Numbers.isNumber(said.getFirst())
                        && bound.filter(end ->
                                        new BigDecimal(said.getFirst())
                                                        .add(BigDecimal.valueOf(isLess ? 1 : -1))
                                                        .compareTo(end)
                                                == 0)
                                .isPresent();
        if (!isNext) {
            return List.of();
        }
        BigDecimal beyond =
                new BigDecimal(said.getFirst()).add(BigDecimal.valueOf(isLess ? -1 : 1));
        return List.of(
                new Condition.ValueIs(field.name(), said.getFirst()),
                new Condition.ValueIs(field.name(), beyond.toPlainString()));
    }

    private static boolean same(List<BigDecimal> some, List<BigDecimal> others) {
        return some.size() == others.size()
                && Stream.iterate(0, i -> i < some.size(), i -> i + 1)
                        .allMatch(i -> some.get(i).compareTo(others.get(i)) == 0);
    }

    private boolean texted() {
        return field.type() == FieldType.Plain.STRING
                || field.rules().stream().anyMatch(FieldRule.Length.class::isInstance);
    }

    private Optional<BigDecimal> max() {
        return bound(false);
    }

    private Optional<BigDecimal> min() {
        return bound(true);
    }

    private Optional<BigDecimal> bound(boolean isMin) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Length(var min, var max)) {
                var chosen = isMin ? min : max;
                return chosen.isPresent()
                        ? Optional.of(BigDecimal.valueOf(chosen.getAsInt()))
                        : Optional.empty();
            }
            if (rule instanceof FieldRule.Range(var min, var max)) {
                return (isMin ? min : max)
                        .filter(FieldRule.Bound::isIncluded)
                        .map(FieldRule.Bound::value);
            }
        }
        return Optional.empty();
    }

    /// What the field has no rule against breaks none.
    private Optional<String> unruled(Condition way) {
        if (!(way instanceof Condition.InvalidFields(List<BrokenField> fields))
                || fields.getFirst().how().isEmpty()) {
            return Optional.empty();
        }
        Break how = fields.getFirst().how().get();
        boolean isRuled =
                switch (how) {
                    case MISSING -> field.presence() != Field.Presence.OPTIONAL;
                    case BLANK -> field.presence() != Field.Presence.OPTIONAL || min().isPresent();
                    case TOO_LONG -> texted() && max().isPresent();
                    case TOO_SHORT -> texted() && min().isPresent();
                    case TOO_SMALL -> !texted() && hasRange();
                    case TOO_LARGE -> !texted() && hasRange();
                    case NOT_ALLOWED ->
                            slots.has("in-past")
                                    || slots.has("in-future")
                                    || field.rules().stream()
                                            .anyMatch(FieldRule.OneOf.class::isInstance);
                    case WRONG_FORM -> isOfForm();
                    case WRONG_TYPE -> field.type() != FieldType.Plain.NOT_STATED;
                };
        return isRuled
                ? Optional.empty()
                : Optional.of(
                        "the spec has no rule for '%s' that this breaks".formatted(field.name()));
    }

    private boolean hasRange() {
        return field.rules().stream().anyMatch(FieldRule.Range.class::isInstance);
    }

    private boolean isOfForm() {
        Set<FieldType> formed =
                Set.of(FieldType.Plain.DATE, FieldType.Plain.TIMESTAMP, FieldType.Plain.UUID);
        return formed.contains(field.type())
                || field.rules().stream()
                        .anyMatch(rule ->
                                rule instanceof FieldRule.Format
                                        || rule instanceof FieldRule.Matches
                                        || rule instanceof FieldRule.Decimals);
    }
}
