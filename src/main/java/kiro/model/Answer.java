package kiro.model;

/// How a request ended: with a whole message, or with a failure. There is nothing between: a stream
/// that ends without its closing event is a failure.
public sealed interface Answer {
    /// @param stop why the model stopped
    record Complete(Message message, Stop stop, Usage usage) implements Answer {}

    record Failed(ModelFailure failure) implements Answer {}

    /// Why a model stopped.
    sealed interface Stop {
        record EndOfTurn() implements Stop {}

        record ToolUse() implements Stop {}

        /// The reply is cut: a tool call at its end may be incomplete and is not executed.
        record MaxTokens() implements Stop {}

        record Refusal() implements Stop {}

        /// A reason this version does not know, as the provider names it.
        record Unknown(String reason) implements Stop {}
    }
}
