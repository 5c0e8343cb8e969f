package kiro.tool;

/// What a tool answers to the model.
public sealed interface ToolResult {
    String text();

    /// It was done.
    record Done(String text) implements ToolResult {}

    /// It could not be done, and nothing was changed; the text says why and what to try.
    record Failed(String text) implements ToolResult {}
}
