package kiro.model;

import java.util.Optional;
import java.util.OptionalInt;

/// What a team wants of each request to Bedrock.
///
/// @param effort how much the model is to think, in the word of the settings
/// @param thinking the most tokens that it may think in one reply
/// @param cacheTime how long what was sent is kept, `5m` or `1h`; empty where nothing is to be kept
/// @param fields further fields for the model, a JSON object as text
/// @param streams whether replies are to come in pieces
public record BedrockWishes(
        Optional<String> effort,
        OptionalInt thinking,
        Optional<String> cacheTime,
        Optional<Guardrail> guardrail,
        Optional<String> fields,
        boolean streams) {
    /// A guardrail that looks at requests and replies.
    ///
    /// @param id or ARN
    /// @param trace what Bedrock tells of its judgements: `disabled`, `enabled` or `enabled_full`
    /// @param mode whether pieces wait for its judgement: `sync`, or `async`
    public record Guardrail(String id, String version, String trace, String mode) {}
}
