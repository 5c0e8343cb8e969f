package kiro.model.builtin.write;

import java.util.List;

/// What a property gets when an endpoint has done its work, beside what is sent for it.
sealed interface Effect {
    /// Always the same value.
    record Constant(String expression, List<String> imports) implements Effect {
        public Constant {
            imports = List.copyOf(imports);
        }
    }

    /// This moment.
    record Now() implements Effect {}

    /// Who asks for it.
    record ByCaller() implements Effect {}

    /// What another field of the body has.
    record Sent(String field) implements Effect {}
}
