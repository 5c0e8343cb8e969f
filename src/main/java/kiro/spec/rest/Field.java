package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import kiro.text.SourceSpan;

/// A named value in a request or in an answer.
///
/// @param isNullable whether `null` is said to be a value of it
/// @param rules what a value must satisfy, in the order of the spec
/// @param standard the value it has when it is absent, as the spec words it
public record Field(
        String name,
        FieldType type,
        Presence presence,
        boolean isNullable,
        List<FieldRule> rules,
        Optional<String> standard,
        SourceSpan span) {

    /// Whether a field has to be there.
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        NOT_STATED
    }

    public Field {
        rules = List.copyOf(rules);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }
}
