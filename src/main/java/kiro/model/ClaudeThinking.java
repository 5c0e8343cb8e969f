package kiro.model;

/// How much a Claude model is told to think.
public sealed interface ClaudeThinking {
    /// As much as it thinks fit.
    ///
    /// @param effort in its own word
    record Adaptive(String effort) implements ClaudeThinking {}

    /// @param tokens at most
    record Budget(int tokens) implements ClaudeThinking {}
}
