package kiro.model.builtin.write;

import java.util.List;

/// A resource that a test works on.
///
/// @param statements what makes it
/// @param id the expression for its id
record Given(List<String> statements, String id) {
    Given {
        statements = List.copyOf(statements);
    }
}
