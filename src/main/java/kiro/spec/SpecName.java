package kiro.spec;

/// The name of a spec: its file name without `.md`, or its folder's name.
public record SpecName(String value) implements Comparable<SpecName> {
    public SpecName {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
            throw new IllegalArgumentException("not a spec name: '" + value + "'");
        }
    }

    @Override
    public int compareTo(SpecName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
