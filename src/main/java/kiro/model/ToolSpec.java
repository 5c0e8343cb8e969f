package kiro.model;

/// A tool as the model is told of it.
///
/// @param schema JSON Schema of the arguments object, as JSON text
public record ToolSpec(String name, String description, String schema) {}
