package kiro.model.bedrock;

import java.util.List;
import kiro.model.Usage;

/// One event of a streamed reply, as the Converse API defines it.
sealed interface StreamEvent {
    record MessageStart() implements StreamEvent {}

    record CallStart(int index, String id, String name) implements StreamEvent {}

    /// A block of a kind that this version does not know.
    record OtherStart(int index) implements StreamEvent {}

    /// A fragment of the block with this number. Blocks of text and of thinking begin with their first one.
    sealed interface Delta extends StreamEvent {
        int index();
    }

    record TextDelta(int index, String text) implements Delta {}

    record ThinkingDelta(int index, String text) implements Delta {}

    record SignatureDelta(int index, String signature) implements Delta {}

    /// @param base64 thinking that only its vendor can read
    record RedactedDelta(int index, String base64) implements Delta {}

    /// A fragment of a call's arguments, cut anywhere.
    record ArgumentsDelta(int index, String json) implements Delta {}

    record UnknownDelta(int index) implements Delta {}

    record BlockStop(int index) implements StreamEvent {}

    record MessageStop(String reason) implements StreamEvent {}

    /// @param judgements what a guardrail found, in words
    record Metadata(Usage usage, List<String> judgements) implements StreamEvent {
        public Metadata {
            judgements = List.copyOf(judgements);
        }
    }

    /// An event of a later version.
    record Ignored(String name) implements StreamEvent {}

    /// What is no event of this protocol.
    record Broken(String reason) implements StreamEvent {}
}
