package kiro.model;

/// A part of a message. Provider-specific state travels in `Opaque` blocks, which only the adapter
/// that made them reads.
public sealed interface Block {
    /// Words for a reader.
    record Text(String text) implements Block {}

    /// A picture for the model to look at.
    ///
    /// @param mediaType such as `image/png`
    /// @param base64 its bytes
    record Image(String mediaType, String base64) implements Block {}

    /// Reasoning shown by the model; `signature` is the provider's proof, empty where there is none.
    record Thinking(String text, String signature, String provider) implements Block {}

    /// State that a provider wants back verbatim, as its own JSON.
    record Opaque(String provider, String json) implements Block {}

    /// The model asks for a tool.
    ///
    /// @param id unique within the conversation
    /// @param arguments JSON text exactly as the model wrote it, possibly malformed
    record ToolCall(String id, String name, String arguments) implements Block {}

    /// What a tool answered, to the call with the same id.
    record ToolResult(String callId, String text, boolean isError) implements Block {}
}
