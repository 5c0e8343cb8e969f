package kiro.tool.builtin;

import kiro.workspace.WorkspacePath;

/// What a path in a call means.
sealed interface PathReading {
    /// The root of the workspace itself.
    record Root() implements PathReading {}

    /// @param path without a symbolic link in it, as far as it exists
    record Inside(WorkspacePath path) implements PathReading {}

    /// No tool may go there; the text is for the model.
    record Refused(String text) implements PathReading {}
}
