package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Rules that compare a field with the same one of all others of the same parent.
final class SiblingFields {
    private static final Set<FieldType> ORDERED =
            Set.of(
                    FieldType.Plain.INTEGER,
                    FieldType.Plain.DECIMAL,
                    FieldType.Plain.DATE,
                    FieldType.Plain.TIMESTAMP,
                    FieldType.Plain.NOT_STATED);
    private static final Set<FieldType> TIMES =
            Set.of(FieldType.Plain.DATE, FieldType.Plain.TIMESTAMP, FieldType.Plain.NOT_STATED);

    private final List<EndpointDraft> drafts;
    private final List<Field> beside;

    /// @param beside the fields that are listed with those in question
    SiblingFields(List<EndpointDraft> drafts, List<Field> beside) {
        this.drafts = List.copyOf(drafts);
        this.beside = List.copyOf(beside);
    }

    static SiblingFields of(List<EndpointDraft> drafts, List<Declared> beside) {
        return new SiblingFields(drafts, beside.stream().map(Declared::field).toList());
    }

    static boolean isOrdered(FieldType type) {
        return ORDERED.contains(type);
    }

    /// Why a field cannot be compared with others as it is said; empty where it can, or is not.
    Optional<String> objection(Field field) {
        return field.rules().stream()
                .filter(FieldRule.AmongSiblings.class::isInstance)
                .map(rule -> objection(field, (FieldRule.AmongSiblings) rule))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> objection(Field field, FieldRule.AmongSiblings rule) {
        if (!isOrdered(field.type())) {
            return Optional.of("'%s' is of a type that is not compared".formatted(field.name()));
        }
        FieldRule.Others told = rule.told();
        if (told.isLatest() && !TIMES.contains(field.type())) {
            return Optional.of(
                    "which one is the latest is not told by '%s'".formatted(field.name()));
        }
        boolean isStepped = rule.step().signum() != 0 && field.type() != FieldType.Plain.INTEGER;
        if (isStepped && field.type() != FieldType.Plain.DECIMAL) {
            return Optional.of(
                    "by how much '%s' differs is not said in numbers".formatted(field.name()));
        }
        Optional<String> other = told.field().filter(name -> !isSame(name, field.name()));
        if (other.isPresent()) {
            return Optional.of(
                    "'%s' is compared with the '%s' of others"
                            .formatted(field.name(), other.get()));
        }
        return told.noun()
                .filter(noun -> drafts.stream().noneMatch(draft -> isOf(draft, noun)))
                .map(noun -> "'%s' is nothing that the endpoint makes".formatted(noun))
                .or(() ->
                        rule.parent()
                                .filter(noun -> !hasParent(noun))
                                .map("neither the path nor the body names a '%s'"::formatted));
    }

    /// "The highest amount" is that of `amount`, or of `bidAmount`.
    private static boolean isSame(String words, String field) {
        String said = words.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
        return field.replaceAll("[_-]", "").equalsIgnoreCase(said)
                || Words.ofCamelCase(field).getLast().equals(said);
    }

    /// Whether an endpoint makes or changes what is called so.
    static boolean isOf(EndpointDraft draft, String noun) {
        List<String> segments = draft.route().path().segments();
        return segments.stream()
                .filter(segment -> !segment.startsWith("{"))
                .reduce((_, last) -> last)
                .filter(last -> Words.nounsOfSegment(last).contains(noun))
                .isPresent();
    }

    /// Whether what an endpoint makes belongs to what is called so: by its path, or by a field of its body.
    private boolean hasParent(String noun) {
        return drafts.stream().anyMatch(draft -> draft.parentNouns().contains(noun))
                || beside.stream().anyMatch(field -> References.noun(field.name()).equals(noun));
    }

    /// Whether it is by its rule that no two others have the same value: it has to lie beyond them, and is not said to be
    /// unique.
    static boolean refusesSame(EndpointDraft endpoint, String field) {
        return SiblingSlots.rules(endpoint).stream()
                        .filter(one -> one.name().equals(field))
                        .anyMatch(one -> !one.order().allows(Condition.Relation.SAME))
                && !ThingSlots.unique(endpoint).contains(field);
    }

    /// The field without what it takes others to judge, which becomes a behaviour.
    static List<FieldRule> settled(Field field, Consumer<Behaviour> behaviours) {
        for (FieldRule rule : field.rules()) {
            if (rule
                    instanceof
                    FieldRule.AmongSiblings(
                            FieldRule.Order order,
                            BigDecimal step,
                            Optional<String> parent,
                            FieldRule.Others _)) {
                behaviours.accept(
                        new Behaviour.AmongSiblings(
                                field.name(), order, step, parent, Behaviour.Origin.SAID));
            }
        }
        return field.rules().stream()
                .filter(rule -> !(rule instanceof FieldRule.AmongSiblings))
                .toList();
    }
}
