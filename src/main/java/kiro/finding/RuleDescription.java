package kiro.finding;

/// A rule as a report explains it.
///
/// @param level the one that it has where nobody chose another
/// @param summary what it finds, in a few words
/// @param help more about it, as Markdown
public record RuleDescription(RuleId id, Severity level, String summary, String help) {}
