package kiro.spec.rule;

import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// Where a statement stands, in the project.
///
/// @param name how messages call it, such as `criterion AC-1`
record Place(WorkspacePath path, SourceSpan span, String name) {

    /// The place as somebody else's message names it.
    String from(Place other) {
        return path.equals(other.path())
                ? "%s in line %d".formatted(name, span.line())
                : "%s in %s:%d".formatted(name, path, span.line());
    }
}
