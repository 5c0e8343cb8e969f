package kiro.spec;

/// The name of an acceptance criterion within its spec, such as `AC-1` or `1.2`.
public record CriterionId(String value) implements Comparable<CriterionId> {
    public CriterionId {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("not a criterion id: '" + value + "'");
        }
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
