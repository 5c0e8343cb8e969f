package kiro.spec;

import java.util.Optional;

/// The name of a spec: its file name without `.md`, or its folder's name.
public record SpecName(String value) implements Comparable<SpecName> {
    private static final int LONGEST = 128;

    public SpecName {
        if (!Names.isName(value, LONGEST)) {
            throw new IllegalArgumentException("not a spec name: '" + value + "'");
        }
    }

    /// The name that a text is; empty when it cannot be one.
    public static Optional<SpecName> parse(String text) {
        return Names.isName(text, LONGEST) ? Optional.of(new SpecName(text)) : Optional.empty();
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
