package kiro.model.bedrock;

import java.io.ByteArrayOutputStream;
import kiro.model.BedrockTraits;
import kiro.model.BedrockTraits.Ability;
import kiro.model.Block;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ToolNames;
import tools.jackson.core.JsonGenerator;

/// Encodes one message for a model. What comes out depends on the message alone, so it may be kept.
final class MessageEncoder {
    /// Stands where a reply without words would be refused: a message must not end with thinking.
    private static final Block.Text NO_WORDS = new Block.Text("(no words)");

    private static final String NO_OUTPUT = "(no output)";
    private static final String IMAGE = "image/";

    private final BedrockTraits traits;
    private final String provider;

    /// @param provider by which name thinking is known as that of this model's vendor
    MessageEncoder(BedrockTraits traits, String provider) {
        this.traits = traits;
        this.provider = provider;
    }

    byte[] encode(Message message) {
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

    /// Another vendor's state is not ours to send, and thinking without its proof is refused.
    boolean isSent(Block block) {
        return switch (block) {
            case Block.Thinking thinking ->
                    thinking.provider().equals(provider) && !thinking.signature().isEmpty();
            case Block.Opaque opaque ->
                    opaque.provider().equals(provider)
                            && JsonText.object(opaque.json()).isPresent();
            case Block.Text _, Block.Image _, Block.ToolCall _, Block.ToolResult _ -> true;
        };
    }

    private void block(JsonGenerator json, Block block) {
        switch (block) {
            case Block.Text text -> text(json, text.text());
            case Block.Image image -> image(json, image);
            case Block.Thinking thinking -> thinking(json, thinking);
            case Block.Opaque opaque ->
                    json.writeRawValue(JsonText.object(opaque.json()).orElse("{}"));
            case Block.ToolCall call -> call(json, call);
            case Block.ToolResult result -> result(json, result);
        }
    }

    private static void text(JsonGenerator json, String text) {
        json.writeStartObject();
        json.writeStringProperty("text", JsonText.wellFormed(text));
        json.writeEndObject();
    }

    private static void image(JsonGenerator json, Block.Image image) {
        json.writeStartObject();
        json.writeObjectPropertyStart("image");
        json.writeStringProperty("format", image.mediaType().substring(IMAGE.length()));
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("bytes", image.base64());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void thinking(JsonGenerator json, Block.Thinking thinking) {
        json.writeStartObject();
        json.writeObjectPropertyStart("reasoningContent");
        json.writeObjectPropertyStart("reasoningText");
        json.writeStringProperty("text", JsonText.wellFormed(thinking.text()));
        json.writeStringProperty("signature", thinking.signature());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Arguments that are no JSON object cannot be sent; the call's result says so to the model.
    private static void call(JsonGenerator json, Block.ToolCall call) {
        json.writeStartObject();
        json.writeObjectPropertyStart("toolUse");
        json.writeStringProperty("toolUseId", call.id());
        json.writeStringProperty("name", ToolNames.allowed(call.name(), "unknown"));
        json.writeName("input");
        json.writeRawValue(JsonText.object(call.arguments()).orElse("{}"));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(JsonGenerator json, Block.ToolResult result) {
        json.writeStartObject();
        json.writeObjectPropertyStart("toolResult");
        json.writeStringProperty("toolUseId", result.callId());
        json.writeArrayPropertyStart("content");
        boolean hasStatus = traits.can(Ability.STATUS);
        String words = result.text().isBlank() ? NO_OUTPUT : result.text();
        text(json, result.isError() && !hasStatus ? "error: " + words : words);
        json.writeEndArray();
        if (result.isError() && hasStatus) {
            json.writeStringProperty("status", "error");
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
