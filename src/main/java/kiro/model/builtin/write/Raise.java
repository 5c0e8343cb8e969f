package kiro.model.builtin.write;

import java.util.List;

/// How code says that something went wrong.
///
/// @param expression the exception, as `new TaskNotFoundException(id)`
record Raise(String expression, List<String> imports) {
    Raise {
        imports = List.copyOf(imports);
    }
}
