package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;

/// How the team tests its endpoints.
///
/// @param sample a test of whole requests that is there already
/// @param annotations of such a test class, as the source has them
/// @param imports what these annotations need
/// @param isSnakeCase whether test methods are sentences in snake_case
/// @param canMockMvc whether the test dependencies offer `MockMvc` with a whole application
public record TestStyle(
        Optional<ProjectType> sample,
        List<String> annotations,
        List<String> imports,
        boolean isSnakeCase,
        Naming naming,
        boolean canMockMvc) {
    public TestStyle {
        annotations = List.copyOf(annotations);
        imports = List.copyOf(imports);
    }

    /// Where a test carries the ids of criteria.
    public enum Naming {
        TAG,
        DISPLAY_NAME,
        COMMENT
    }
}
