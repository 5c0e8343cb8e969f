package kiro.config;

/// A setting's value and where it comes from.
///
/// @param origin for people, such as `environment KIRO_MODEL` or `~/.kiro/config.yaml:3`
public record ConfigValue(String text, String origin) {}
