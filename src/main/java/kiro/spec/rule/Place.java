package kiro.spec.rule;

import java.util.Optional;
import kiro.spec.CriterionId;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// Where a statement stands, in the project.
///
/// @param id that of the criterion that it is; empty where it is a requirement
record Place(WorkspacePath path, SourceSpan span, Optional<CriterionId> id) {

    /// How messages call it, such as `criterion AC-1`.
    String name() {
        return Statement.name(id);
    }

    /// The place as somebody else's message names it.
    String from(Place other) {
        return path.equals(other.path())
                ? "%s in line %d".formatted(name(), span.line())
                : "%s in %s:%d".formatted(name(), path, span.line());
    }
}
