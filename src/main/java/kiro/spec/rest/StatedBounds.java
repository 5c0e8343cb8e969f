package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Compares the bounds that a sentence names with those of the fields' rules: a sentence that names another breaks none.
final class StatedBounds {
    private final EndpointDraft endpoint;
    private final Objections objections;

    StatedBounds(EndpointDraft endpoint, Objections objections) {
        this.endpoint = endpoint;
        this.objections = objections;
    }

    /// A bound that the sentence names must be the one of the field's rule.
    void requireBound(Meaning meaning, String name, boolean isLength, boolean isMost) {
        String said = meaning.token("BreakCount").map(Token::key).orElse("");
        Optional<BigDecimal> known =
                endpoint.sent(name).stream()
                        .flatMap(field -> field.rules().stream())
                        .flatMap(rule -> bound(rule, isLength, isMost).stream())
                        .findFirst();
        boolean isSame =
                known.isPresent()
                        && Numbers.isNumber(said)
                        && known.get().compareTo(new BigDecimal(said)) == 0;
        if (!isSame) {
            objections.add(
                    "%s is not the bound that the spec states for '%s'".formatted(said, name));
        }
    }

    /// How many elements are too many must be what the field's rule says.
    void requireSize(Meaning meaning, String name) {
        String said = meaning.token("BreakCount").map(Token::key).orElse("");
        boolean isSame =
                endpoint.sent(name).stream()
                        .flatMap(field -> field.rules().stream())
                        .filter(FieldRule.Size.class::isInstance)
                        .map(FieldRule.Size.class::cast)
                        .anyMatch(size -> said.equals(String.valueOf(size.max().orElse(-1))));
        if (!isSame) {
            objections.add("%s is not how many '%s' may have".formatted(said, name));
        }
    }

    void requireDecimals(Meaning meaning, String name) {
        int said = meaning.words("DecimalsSaid").map(Numbers::ofWord).orElse(Integer.MAX_VALUE);
        boolean isLimited =
                endpoint.sent(name).stream()
                        .flatMap(field -> field.rules().stream())
                        .anyMatch(
                                rule -> rule instanceof FieldRule.Decimals(int max) && max < said);
        if (!isLimited) {
            objections.add("the spec has no rule for '%s' that this breaks".formatted(name));
        }
    }

    void requireRange(Meaning meaning, String name) {
        boolean isSame =
                endpoint.sent(name).stream()
                        .flatMap(field -> field.rules().stream())
                        .filter(FieldRule.Range.class::isInstance)
                        .map(FieldRule.Range.class::cast)
                        .anyMatch(range ->
                                isBound(range.min(), meaning, "OutLow")
                                        && isBound(range.max(), meaning, "OutHigh"));
        if (!isSame) {
            objections.add("the spec states another range for '%s'".formatted(name));
        }
    }

    private static boolean isBound(Optional<FieldRule.Bound> bound, Meaning meaning, String node) {
        String said = meaning.token(node).map(Token::key).orElse("");
        return bound.isPresent()
                && bound.get().isIncluded()
                && Numbers.isNumber(said)
                && bound.get().value().compareTo(new BigDecimal(said)) == 0;
    }

    private static Optional<BigDecimal> bound(FieldRule rule, boolean isLength, boolean isMost) {
        if (isLength && rule instanceof FieldRule.Length length) {
            OptionalInt bound = isMost ? length.max() : length.min();
            return bound.isPresent()
                    ? Optional.of(BigDecimal.valueOf(bound.getAsInt()))
                    : Optional.empty();
        }
        if (!isLength && rule instanceof FieldRule.Range range) {
            return (isMost ? range.max() : range.min()).map(FieldRule.Bound::value);
        }
        return Optional.empty();
    }

    void requireTime(Meaning meaning, String name) {
        boolean isPast = meaning.words("WrongTime").orElse("").endsWith("past");
        List<FieldRule> rules = endpoint.sent(name).map(Field::rules).orElse(List.of());
        FieldRule wanted = isPast ? new FieldRule.Future() : new FieldRule.Past();
        FieldRule weaker = isPast ? new FieldRule.NotPast() : new FieldRule.NotFuture();
        boolean isRule = rules.contains(wanted) || rules.contains(weaker);
        if (!isRule) {
            objections.add("the spec has no rule for '%s' that this breaks".formatted(name));
        }
    }
}
