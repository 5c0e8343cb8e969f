package kiro.steering.rule;

import java.util.List;

/// How names are written.
public sealed interface NamePattern {
    /// A way to write several words as one.
    enum Style {
        CAMEL,
        PASCAL,
        SNAKE,
        UPPER_SNAKE,
        KEBAB
    }

    record Cased(Style style) implements NamePattern {}

    record StartsWith(List<String> anyOf) implements NamePattern {
        public StartsWith {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// None of these stands before another word of the name: `Item` does not start with `I`.
    record NotStartsWith(List<String> noneOf) implements NamePattern {
        public NotStartsWith {
            noneOf = List.copyOf(noneOf);
        }
    }

    record EndsWith(List<String> anyOf) implements NamePattern {
        public EndsWith {
            anyOf = List.copyOf(anyOf);
        }
    }

    record NotEndsWith(List<String> noneOf) implements NamePattern {
        public NotEndsWith {
            noneOf = List.copyOf(noneOf);
        }
    }

    /// The whole name follows it.
    record Matches(TextPattern pattern) implements NamePattern {}
}
