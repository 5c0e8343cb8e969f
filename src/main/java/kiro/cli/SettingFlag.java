package kiro.cli;

/// A setting that was given on the command line, where it wins over all others.
///
/// @param flag as it was written, such as `--max-turns`
/// @param key the setting's name, such as `agent.max-turns`
public record SettingFlag(String flag, String key, String text) {}
