package kiro.cli;

/// What went wrong, and what to do next.
///
/// @param code stable, such as `agent/busy`
public record Problem(String code, String message, String fix) {}
