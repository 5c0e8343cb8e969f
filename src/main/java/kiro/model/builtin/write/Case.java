package kiro.model.builtin.write;

import java.util.List;

/// A test of a criterion.
///
/// @param name as a sentence of words
/// @param lines the body of the method
record Case(String name, List<String> lines) {
    Case {
        lines = List.copyOf(lines);
    }
}
