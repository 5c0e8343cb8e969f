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

        /// The word that stands for it in logs and scripts.
        default String word() {
            return switch (this) {
                case EndOfTurn _ -> "end-of-turn";
                case ToolUse _ -> "tool-use";
                case MaxTokens _ -> "max-tokens";
                case Refusal _ -> "refusal";
                case Unknown unknown -> unknown.reason();
            };
        }

        static Stop of(String word) {
            return switch (word) {
                case "end-of-turn" -> new EndOfTurn();
                case "tool-use" -> new ToolUse();
                case "max-tokens" -> new MaxTokens();
                case "refusal" -> new Refusal();
                default -> new Unknown(word);
            };
        }
    }
}
