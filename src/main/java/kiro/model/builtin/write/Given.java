package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A resource that a test works on.
///
/// @param statements what makes it
/// @param id the expression for its id
/// @param values what it was made with: Java expressions that mean the same anywhere, by property
record Given(List<String> statements, String id, Map<String, String> values) {
    /// No resource at all.
    static final Given NOTHING = new Given(List.of(), "");

    Given {
        statements = List.copyOf(statements);
        values = Map.copyOf(values);
    }

    Given(List<String> statements, String id) {
        this(statements, id, Map.of());
    }

    /// The same, with a statement before all others.
    Given after(String statement) {
        var all = new ArrayList<String>();
        all.add(statement);
        all.addAll(statements);
        return withStatements(all);
    }

    /// The same, with a statement behind all others.
    Given before(String statement) {
        var all = new ArrayList<>(statements);
        all.add(statement);
        return withStatements(all);
    }

    Given withStatements(List<String> all) {
        return new Given(all, id, values);
    }
}
