package kiro.mcp;

/// A tool as its server describes it.
///
/// @param schema JSON Schema of the arguments, as JSON text
/// @param isLooking whether the server says that it changes nothing
public record OfferedTool(String name, String description, String schema, boolean isLooking) {}
