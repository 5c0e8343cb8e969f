package kiro.tool;

/// What a tool answers to the model.
public sealed interface ToolResult {
    String text();

    /// It was done.
    record Done(String text) implements ToolResult {}

    /// It ran and had no success, such as a command with an exit code that is not 0; what it changed is
    /// not known.
    record Unsuccessful(String text) implements ToolResult {}

    /// It could not be done, and nothing was changed; the text says why and what to try.
    record Failed(String text) implements ToolResult {}
}
