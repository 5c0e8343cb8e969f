package kiro.draft;

/// Words that a model proposed and that do not stand.
///
/// @param reason the rule that they break, in words
public record Refusal(String words, String reason) {}
