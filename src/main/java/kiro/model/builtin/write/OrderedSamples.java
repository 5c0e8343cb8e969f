package kiro.model.builtin.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Field;

/// Values of a body that lie to each other as rules ask for, or as a criterion says.
final class OrderedSamples {
    /// How far what tests store lies from what they send.
    private static final int APART = 3;

    private final List<Comparison> rules;
    private final Function<Field, String> javaType;

    OrderedSamples(List<Comparison> rules, Function<Field, String> javaType) {
        this.rules = List.copyOf(rules);
        this.javaType = javaType;
    }

    /// The values with other ones where they break a rule, each of two that are compared another one; empty where none are
    /// known.
    Optional<SequencedMap<String, Sample>> valid(SequencedMap<String, Sample> values) {
        var all = new LinkedHashMap<>(values);
        for (int round = 0; round <= rules.size(); round++) {
            for (Comparison rule : rules) {
                if (!areApart(rule, all) && !spread(rule, all)) {
                    return Optional.empty();
                }
            }
        }
        return rules.stream().allMatch(rule -> areApart(rule, all))
                ? Optional.of(all)
                : Optional.empty();
    }

    private boolean areApart(Comparison rule, Map<String, Sample> values) {
        Sample low = values.get(rule.low().name());
        Sample high = values.get(rule.high().name());
        if (low == null || high == null) {
            return true;
        }
        OptionalInt lies = Scale.compared(low, high, javaType.apply(rule.low()));
        return lies.isPresent() && lies.getAsInt() < 0;
    }

    private boolean spread(Comparison rule, Map<String, Sample> values) {
        Sample low = values.get(rule.low().name());
        Sample high = values.get(rule.high().name());
        return low != null
                && high != null
                && (moved(rule.high(), low, 1, values) || moved(rule.low(), high, -1, values));
    }

    /// Gives a field a value so far from another one, where its own rules let it have that.
    private boolean moved(Field field, Sample from, int steps, Map<String, Sample> values) {
        Optional<Sample> value =
                Scale.moved(from, javaType.apply(field), steps)
                        .filter(one -> Scale.fits(field, one));
        value.ifPresent(one -> values.put(field.name(), one));
        return value.isPresent();
    }

    /// The values with others for what is compared with these fields, so that no rule between them is broken. What cannot
    /// have another value is left out where it may be.
    SequencedMap<String, Sample> around(SequencedMap<String, Sample> values, Set<String> fixed) {
        var all = new LinkedHashMap<>(values);
        for (Comparison rule : rules) {
            boolean isOne = fixed.contains(rule.low().name()) != fixed.contains(rule.high().name());
            if (isOne && !areApart(rule, all)) {
                moveBeside(rule, fixed.contains(rule.low().name()), all);
            }
        }
        return all;
    }

    private void moveBeside(Comparison rule, boolean isLow, Map<String, Sample> all) {
        Field beside = isLow ? rule.high() : rule.low();
        Sample kept = all.get(isLow ? rule.low().name() : rule.high().name());
        if (kept == null || Scale.compared(kept, kept, javaType.apply(beside)).isEmpty()) {
            return;
        }
        boolean isMoved = moved(beside, kept, isLow ? 1 : -1, all);
        if (!isMoved && !beside.isRequired()) {
            all.remove(beside.name());
        }
    }

    /// The values with those of two fields as a criterion says that they lie, and else in order; empty where none are known.
    Optional<SequencedMap<String, Sample>> lying(
            SequencedMap<String, Sample> values, Condition.Compares condition) {
        Optional<Field> field = field(condition.field());
        Optional<Field> other = field(condition.other());
        Sample own = values.get(condition.field());
        Sample others = values.get(condition.other());
        if (field.isEmpty() || other.isEmpty() || own == null || others == null) {
            return Optional.empty();
        }
        int steps = steps(condition.relation());
        var all = new LinkedHashMap<>(values);
        boolean isMade =
                moved(field.get(), others, steps, all) || moved(other.get(), own, -steps, all);
        return isMade
                ? Optional.of(around(all, Set.of(condition.field(), condition.other())))
                : Optional.empty();
    }

    static int steps(Condition.Relation relation) {
        return switch (relation) {
            case LESS -> -1;
            case SAME -> 0;
            case MORE -> 1;
        };
    }

    private Optional<Field> field(String name) {
        return rules.stream()
                .flatMap(rule -> java.util.stream.Stream.of(rule.field(), rule.other()))
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /// Values for what is stored before a change: around those that are sent, so that each of these can be sent alone.
    ///
    /// @param sent values that keep all rules
    Map<String, Sample> stored(SequencedMap<String, Sample> sent) {
        var stored = new LinkedHashMap<String, Sample>();
        for (Comparison rule : rules) {
            for (Field field : List.of(rule.low(), rule.high())) {
                Sample value = sent.get(field.name());
                if (value == null) {
                    continue;
                }
                boolean isLow = rules.stream().anyMatch(one -> one.low().equals(field));
                boolean isHigh = rules.stream().anyMatch(one -> one.high().equals(field));
                int steps = isLow == isHigh ? 0 : isLow ? -APART : APART;
                stored.put(
                        field.name(),
                        Scale.moved(value, javaType.apply(field), steps)
                                .filter(one -> Scale.fits(field, one))
                                .orElse(value));
            }
        }
        return stored;
    }
}
