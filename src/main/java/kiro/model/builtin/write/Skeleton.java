package kiro.model.builtin.write;

/// A class that a project gets for what it has none for yet, without any method.
///
/// @param code with four spaces and line feeds
record Skeleton(String path, Part part, String code) {}
