package kiro.spec;

import java.util.Locale;
import java.util.Optional;

/// The name of an acceptance criterion within its spec, such as `AC-1` or `1.2`.
public record CriterionId(String value) implements Comparable<CriterionId> {
    private static final int LONGEST = 64;

    public CriterionId {
        if (!Names.isName(value, LONGEST)) {
            throw new IllegalArgumentException("not a criterion id: '" + value + "'");
        }
    }

    /// The id that a text is; empty when it cannot be one.
    public static Optional<CriterionId> parse(String text) {
        return Names.isName(text, LONGEST) ? Optional.of(new CriterionId(text)) : Optional.empty();
    }

    /// What must be unique in a spec: ids that differ in case alone are taken for the same by people.
    String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(CriterionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
