package kiro.text;

import java.util.List;
import java.util.Optional;

/// A value of a settings file with its place, whatever notation it is written in.
public sealed interface ValueTree {
    SourceSpan span();

    record Nothing(SourceSpan span) implements ValueTree {}

    /// A text, a number or a truth value.
    record Word(String text, SourceSpan span) implements ValueTree {}

    record Items(List<ValueTree> items, SourceSpan span) implements ValueTree {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Fields(List<Field> fields, SourceSpan span) implements ValueTree {
        public Fields {
            fields = List.copyOf(fields);
        }

        public Optional<Field> find(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }
    }

    /// @param span where the key stands
    record Field(String key, ValueTree value, SourceSpan span) {}

    /// What came out of reading one.
    sealed interface Reading {
        record Whole(Fields fields) implements Reading {}

        record Broken(SourceSpan span, String problem) implements Reading {}
    }

    /// What the value is, for people.
    default String kind() {
        return switch (this) {
            case Nothing _ -> "nothing";
            case Word _ -> "a single value";
            case Items _ -> "a list";
            case Fields _ -> "a mapping";
        };
    }
}
