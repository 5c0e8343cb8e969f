package kiro.evidence;

import java.util.List;

/// The annotations and modifiers before a declaration.
///
/// @param end the index of the first token after them
record JvmHeader(List<Annotation> annotations, int end) {
    JvmHeader {
        annotations = List.copyOf(annotations);
    }

    /// @param name without its package
    /// @param from the first token of its arguments
    /// @param to the token that closes them
    record Annotation(String name, int from, int to) {}
}
