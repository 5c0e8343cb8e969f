package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Rules that compare a field with another one of the same request.
final class ComparedFields {
    private static final Set<FieldType> NUMBERS =
            Set.of(FieldType.Plain.INTEGER, FieldType.Plain.DECIMAL);
    private static final Set<FieldType> ORDERED =
            Set.of(
                    FieldType.Plain.INTEGER,
                    FieldType.Plain.DECIMAL,
                    FieldType.Plain.DATE,
                    FieldType.Plain.TIMESTAMP,
                    FieldType.Plain.NOT_STATED);

    private ComparedFields() {}

    /// The fields of lists without those whose rules compare them with what they cannot be compared with.
    static List<Declared> of(List<Declared> all, UnreadList unread, Gaps gaps) {
        var left = new ArrayList<Declared>();
        for (Declared one : all) {
            List<Field> beside =
                    all.stream()
                            .filter(other -> other.place() == one.place())
                            .filter(other -> other.origin().route().equals(one.origin().route()))
                            .map(Declared::field)
                            .toList();
            Optional<String> objection = objection(one.field(), beside);
            if (objection.isPresent()) {
                unread.add(one.origin(), objection.get());
                gaps.add(one.place(), one.origin());
            } else {
                left.add(new Declared(one.place(), named(one.field(), beside), one.origin()));
            }
        }
        return left;
    }

    /// Why a field cannot be compared as it is said; empty where it can.
    static Optional<String> objection(Field field, List<Field> all) {
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Compared(FieldRule.Order _, String name)) {
                Optional<Field> other = named(name, all);
                if (other.isEmpty()) {
                    return Optional.of(
                            "'%s' is no field that '%s' could be compared with"
                                    .formatted(name, field.name()));
                }
                if (other.get().name().equals(field.name())) {
                    return Optional.of("'%s' is compared with itself".formatted(name));
                }
                if (!areComparable(field.type(), other.get().type())) {
                    return Optional.of(
                            "'%s' and '%s' are of types that are not compared"
                                    .formatted(field.name(), name));
                }
            }
        }
        return Optional.empty();
    }

    /// The field with the other ones' own names.
    static Field named(Field field, List<Field> all) {
        var rules = new ArrayList<FieldRule>();
        for (FieldRule rule : field.rules()) {
            rules.add(
                    rule instanceof FieldRule.Compared(FieldRule.Order order, String name)
                            ? new FieldRule.Compared(
                                    order, named(name, all).map(Field::name).orElse(name))
                            : rule);
        }
        return new Field(
                field.name(),
                field.type(),
                field.presence(),
                field.isNullable(),
                rules,
                field.standard(),
                field.span());
    }

    private static Optional<Field> named(String name, List<Field> all) {
        return all.stream().filter(one -> squeezed(one.name()).equals(squeezed(name))).findFirst();
    }

    private static String squeezed(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    static boolean areComparable(FieldType one, FieldType other) {
        boolean isOpen = one == FieldType.Plain.NOT_STATED || other == FieldType.Plain.NOT_STATED;
        return ORDERED.contains(one)
                && ORDERED.contains(other)
                && (one.equals(other) || isOpen || NUMBERS.containsAll(List.of(one, other)));
    }

    /// How the rules say that the one field has to lie to the other, whichever of both has the rule.
    static Optional<FieldRule.Order> order(List<Field> all, String field, String other) {
        for (Field one : all) {
            for (FieldRule rule : one.rules()) {
                if (rule instanceof FieldRule.Compared(FieldRule.Order order, String name)) {
                    if (one.name().equals(field) && name.equals(other)) {
                        return Optional.of(order);
                    }
                    if (one.name().equals(other) && name.equals(field)) {
                        return Optional.of(turned(order));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static FieldRule.Order turned(FieldRule.Order order) {
        return switch (order) {
            case ABOVE -> FieldRule.Order.BELOW;
            case AT_LEAST -> FieldRule.Order.AT_MOST;
            case BELOW -> FieldRule.Order.ABOVE;
            case AT_MOST -> FieldRule.Order.AT_LEAST;
        };
    }
}
