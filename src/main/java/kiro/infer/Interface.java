package kiro.infer;

/// A type or function that other code may use.
///
/// @param kind such as `class`
public record Interface(String kind, String name, String signature, Place place) {}
