package kiro.model.anthropic;

import java.io.ByteArrayOutputStream;
import kiro.model.Block;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ToolNames;
import tools.jackson.core.JsonGenerator;

/// Encodes one message. What comes out depends on the message alone, so it may be kept.
final class MessageEncoder {
    /// Stands where a reply without words would be refused: a message must not end with thinking.
    private static final Block.Text NO_WORDS = new Block.Text("(no words)");

    private MessageEncoder() {}

    static byte[] encode(Message message) {
        var out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty(
                    "role", message.role() == Message.Role.USER ? "user" : "assistant");
            json.writeArrayPropertyStart("content");
            boolean endsWell = false;
            for (Block block : message.blocks()) {
                if (isSent(block)) {
                    block(json, block);
                    endsWell = !(block instanceof Block.Thinking || block instanceof Block.Opaque);
                }
            }
            if (!endsWell) {
                block(json, NO_WORDS);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /// Another provider's state is not ours to send, and thinking without its proof is refused.
    static boolean isSent(Block block) {
        return switch (block) {
            case Block.Thinking thinking ->
                    thinking.provider().equals(AnthropicModel.PROVIDER)
                            && !thinking.signature().isEmpty();
            case Block.Opaque opaque ->
                    opaque.provider().equals(AnthropicModel.PROVIDER)
                            && JsonText.object(opaque.json()).isPresent();
            case Block.Text _, Block.Image _, Block.ToolCall _, Block.ToolResult _ -> true;
        };
    }

    private static void block(JsonGenerator json, Block block) {
        if (block instanceof Block.Opaque opaque) {
            json.writeRawValue(JsonText.object(opaque.json()).orElse("{}"));
            return;
        }
        json.writeStartObject();
        switch (block) {
            case Block.Text text -> text(json, text);
            case Block.Image image -> image(json, image);
            case Block.Thinking thinking -> thinking(json, thinking);
            case Block.ToolCall call -> call(json, call);
            case Block.ToolResult result -> result(json, result);
            case Block.Opaque _ -> throw new IllegalStateException("written before");
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, Block.Text text) {
        json.writeStringProperty("type", "text");
        json.writeStringProperty("text", JsonText.wellFormed(text.text()));
    }

    private static void image(JsonGenerator json, Block.Image image) {
        json.writeStringProperty("type", "image");
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("type", "base64");
        json.writeStringProperty("media_type", image.mediaType());
        json.writeStringProperty("data", image.base64());
        json.writeEndObject();
    }

    private static void thinking(JsonGenerator json, Block.Thinking thinking) {
        json.writeStringProperty("type", "thinking");
        json.writeStringProperty("thinking", JsonText.wellFormed(thinking.text()));
        json.writeStringProperty("signature", thinking.signature());
    }

    /// Arguments that are no JSON object cannot be sent; the call's result says so to the model.
    private static void call(JsonGenerator json, Block.ToolCall call) {
        json.writeStringProperty("type", "tool_use");
        json.writeStringProperty("id", call.id());
        json.writeStringProperty("name", ToolNames.allowed(call.name(), "unknown"));
        json.writeName("input");
        json.writeRawValue(JsonText.object(call.arguments()).orElse("{}"));
    }

    private static void result(JsonGenerator json, Block.ToolResult result) {
        json.writeStringProperty("type", "tool_result");
        json.writeStringProperty("tool_use_id", result.callId());
        if (!result.text().isBlank()) {
            json.writeStringProperty("content", JsonText.wellFormed(result.text()));
        }
        if (result.isError()) {
            json.writeBooleanProperty("is_error", true);
        }
    }
}
