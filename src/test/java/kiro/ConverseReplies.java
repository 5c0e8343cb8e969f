package kiro;

import java.util.List;
import kiro.testing.AnthropicServer;
import kiro.testing.AwsFrames;
import tools.jackson.databind.json.JsonMapper;

/// What Bedrock streams in a run of the agent.
final class ConverseReplies {
    private ConverseReplies() {}

    /// A whole reply of these blocks.
    ///
    /// @param usage as JSON
    static AnthropicServer.Script of(String stop, String usage, byte[]... blocks) {
        return wire -> {
            wire.head(200, AwsFrames.type());
            wire.chunk(AwsFrames.event("messageStart", "{\"role\":\"assistant\"}"));
            for (byte[] block : blocks) {
                wire.chunk(block);
            }
            wire.chunk(AwsFrames.event("messageStop", "{\"stopReason\":\"" + stop + "\"}"));
            wire.chunk(AwsFrames.event("metadata", "{\"usage\":" + usage + "}"));
            wire.endChunks();
        };
    }

    static byte[] call(String id, String name, String arguments) {
        return AwsFrames.joined(
                List.of(
                        AwsFrames.event(
                                "contentBlockStart",
                                "{\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"toolUseId\":\"%s\",\"name\":\"%s\"}}}"
                                        .formatted(id, name)),
                        delta(
                                "{\"toolUse\":"
                                        + JsonMapper.shared()
                                                .createObjectNode()
                                                .put("input", arguments)
                                        + "}"),
                        AwsFrames.event("contentBlockStop", "{\"contentBlockIndex\":0}")));
    }

    static byte[] says(String text) {
        return AwsFrames.joined(
                List.of(
                        delta("{\"text\":\"" + text + "\"}"),
                        AwsFrames.event("contentBlockStop", "{\"contentBlockIndex\":0}")));
    }

    static byte[] delta(String delta) {
        return AwsFrames.event(
                "contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":" + delta + "}");
    }
}
