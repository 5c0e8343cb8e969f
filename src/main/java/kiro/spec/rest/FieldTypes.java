package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.rest.FieldRule.Bound;
import kiro.spec.rest.FieldType.Plain;

/// Brings the type of a field and its rules together: rules that only one type can have say the type, and a bare
/// number is a length, a size or a value by the type.
final class FieldTypes {
    private FieldTypes() {}

    static Field settled(Field field, Objections objections) {
        FieldType type = field.type() == Plain.NOT_STATED ? typeOf(field.rules()) : field.type();
        var rules = new ArrayList<FieldRule>();
        for (FieldRule rule : field.rules()) {
            if (rule instanceof FieldRule.Range range) {
                rules.add(range(range, field, type, objections));
            } else {
                requireFit(rule, type, field.name(), objections);
                rules.add(rule);
            }
        }
        return new Field(
                field.name(),
                type,
                field.presence(),
                field.isNullable(),
                rules,
                field.standard(),
                field.span());
    }

    /// What two lists say of one field; empty where they differ.
    static Optional<Field> merged(Field one, Field other) {
        boolean differ =
                areBothSaid(one.type(), other.type(), Plain.NOT_STATED)
                        || areBothSaid(one.presence(), other.presence(), Field.Presence.NOT_STATED)
                        || areBothSaid(one.rules(), other.rules(), List.of())
                        || areBothSaid(one.standard(), other.standard(), Optional.empty());
        return differ
                ? Optional.empty()
                : Optional.of(
                        new Field(
                                one.name(),
                                one.type() == Plain.NOT_STATED ? other.type() : one.type(),
                                one.presence() == Field.Presence.NOT_STATED
                                        ? other.presence()
                                        : one.presence(),
                                one.isNullable() || other.isNullable(),
                                one.rules().isEmpty() ? other.rules() : one.rules(),
                                one.standard().or(other::standard),
                                one.rules().isEmpty() ? other.span() : one.span()));
    }

    private static <T> boolean areBothSaid(T one, T other, T unsaid) {
        return !one.equals(unsaid) && !other.equals(unsaid) && !one.equals(other);
    }

    private static FieldType typeOf(List<FieldRule> rules) {
        for (FieldRule rule : rules) {
            FieldType said =
                    switch (rule) {
                        case FieldRule.Length length -> Plain.STRING;
                        case FieldRule.NotBlank notBlank -> Plain.STRING;
                        case FieldRule.Matches matches -> Plain.STRING;
                        case FieldRule.Format format -> typeOf(format.form());
                        case FieldRule.Decimals decimals -> Plain.DECIMAL;
                        case FieldRule.OneOf oneOf -> typeOf(oneOf);
                        case FieldRule.Size size -> new FieldType.ListOf(Plain.NOT_STATED);
                        case FieldRule.Range range -> Plain.NOT_STATED;
                        case FieldRule.Future future -> Plain.NOT_STATED;
                        case FieldRule.NotPast notPast -> Plain.NOT_STATED;
                        case FieldRule.Past past -> Plain.NOT_STATED;
                        case FieldRule.NotFuture notFuture -> Plain.NOT_STATED;
                        case FieldRule.DaysAgo days -> Plain.NOT_STATED;
                        case FieldRule.DaysAhead days -> Plain.NOT_STATED;
                        case FieldRule.Stripped stripped -> Plain.STRING;
                        case FieldRule.SortsBy sorts -> Plain.STRING;
                        case FieldRule.BlankIsNone none -> Plain.STRING;
                        case FieldRule.Unique unique -> Plain.NOT_STATED;
                        case FieldRule.UniqueWithin within -> Plain.NOT_STATED;
                        case FieldRule.Selects selects -> Plain.NOT_STATED;
                        case FieldRule.Compared compared -> Plain.NOT_STATED;
                        case FieldRule.AmongSiblings siblings -> Plain.NOT_STATED;
                        case FieldRule.Refers refers -> Plain.NOT_STATED;
                    };
            if (said != Plain.NOT_STATED) {
                return said;
            }
        }
        return Plain.NOT_STATED;
    }

    private static FieldType typeOf(FieldRule.OneOf oneOf) {
        boolean isText = oneOf.values().stream().noneMatch(Numbers::isNumber);
        return isText ? Plain.STRING : Plain.NOT_STATED;
    }

    private static FieldType typeOf(FieldRule.Form form) {
        return switch (form) {
            case URL, HTTPS_URL, EMAIL, COUNTRY_CODE, CURRENCY_CODE -> Plain.STRING;
            case UUID -> Plain.UUID;
            case DATE -> Plain.DATE;
            case TIMESTAMP -> Plain.TIMESTAMP;
        };
    }

    private static void requireFit(
            FieldRule rule, FieldType type, String name, Objections objections) {
        boolean isOfTexts =
                rule instanceof FieldRule.Length
                        || rule instanceof FieldRule.NotBlank
                        || rule instanceof FieldRule.Stripped
                        || rule instanceof FieldRule.BlankIsNone
                        || rule instanceof FieldRule.Matches;
        if (isOfTexts && type instanceof FieldType.ListOf) {
            objections.add(
                    "whether a rule is for the list '%s' or its elements is not said"
                            .formatted(name));
        } else if (isOfTexts && type != Plain.STRING) {
            objections.add("'%s' is no text, but has a rule for texts".formatted(name));
        }
        if (rule instanceof FieldRule.Size && !(type instanceof FieldType.ListOf)) {
            objections.add("'%s' is no list, but has a rule for lists".formatted(name));
        }
    }

    private static FieldRule range(
            FieldRule.Range range, Field field, FieldType type, Objections objections) {
        if (type == Plain.STRING) {
            return new FieldRule.Length(
                    whole(range.min(), objections), whole(range.max(), objections));
        }
        if (type instanceof FieldType.ListOf) {
            return new FieldRule.Size(
                    whole(range.min(), objections), whole(range.max(), objections));
        }
        boolean isNumber = type == Plain.INTEGER || type == Plain.DECIMAL;
        if (!isNumber && type != Plain.NOT_STATED) {
            objections.add("'%s' is no number, but has a rule for numbers".formatted(field.name()));
        }
        boolean isBare = range.min().isEmpty() && type == Plain.NOT_STATED;
        if (isBare && !field.standard().map(Numbers::isNumber).orElse(false)) {
            objections.add(
                    "'%s' has a most: whether of characters or of its value is not said"
                            .formatted(field.name()));
        }
        return range;
    }

    private static OptionalInt whole(Optional<Bound> bound, Objections objections) {
        if (bound.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt number = Numbers.whole(bound.get().value());
        if (number.isEmpty() || !bound.get().isIncluded()) {
            objections.add("'%s' is no clear length".formatted(bound.get().value()));
        }
        return number;
    }
}
