package kiro.model.anthropic;

/// One event of a streamed reply, as the protocol defines it.
sealed interface StreamEvent {
    record MessageStart(UsageUpdate usage) implements StreamEvent {}

    /// @param text what the block begins with, usually nothing
    record TextStart(int index, String text) implements StreamEvent {}

    record ThinkingStart(int index, String text, String signature) implements StreamEvent {}

    /// @param input the arguments as a JSON object, usually empty and followed by fragments
    record CallStart(int index, String id, String name, String input) implements StreamEvent {}

    /// A block that is kept as it is.
    ///
    /// @param json the whole block
    record OtherStart(int index, String json) implements StreamEvent {}

    /// A fragment of the block with this number.
    sealed interface Delta extends StreamEvent {
        int index();
    }

    record TextDelta(int index, String text) implements Delta {}

    record ThinkingDelta(int index, String text) implements Delta {}

    record SignatureDelta(int index, String signature) implements Delta {}

    /// A fragment of a call's arguments, cut anywhere.
    record ArgumentsDelta(int index, String json) implements Delta {}

    record UnknownDelta(int index, String type) implements Delta {}

    record BlockStop(int index) implements StreamEvent {}

    /// @param stopReason empty where the event gives none
    record MessageDelta(String stopReason, UsageUpdate usage) implements StreamEvent {}

    record MessageStop() implements StreamEvent {}

    record Failure(String type, String message) implements StreamEvent {}

    /// A ping, or an event of a later version.
    record Ignored(String type) implements StreamEvent {}

    /// What is no event of this protocol.
    record Broken(String reason) implements StreamEvent {}
}
