package kiro.steering.sentence;

/// A fenced block of a steering file that holds a rule.
///
/// @param firstLine the line of the file that its first line stands in
/// @param indent how many columns its lines are set in
record RuleFence(int firstLine, int indent, String yaml) {}
