package kiro.model;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The parts of messages as JSON: the one form in which logs and scripts keep them.
public final class ModelJson {
    private ModelJson() {}

    public static void write(JsonGenerator json, Block block) {
        json.writeStartObject();
        switch (block) {
            case Block.Text text -> {
                json.writeStringProperty("type", "text");
                json.writeStringProperty("text", text.text());
            }
            case Block.Image image -> {
                json.writeStringProperty("type", "image");
                json.writeStringProperty("mediaType", image.mediaType());
                json.writeStringProperty("base64", image.base64());
            }
            case Block.Thinking thinking -> {
                json.writeStringProperty("type", "thinking");
                json.writeStringProperty("text", thinking.text());
                json.writeStringProperty("signature", thinking.signature());
                json.writeStringProperty("provider", thinking.provider());
            }
            case Block.Opaque opaque -> {
                json.writeStringProperty("type", "opaque");
                json.writeStringProperty("provider", opaque.provider());
                json.writeStringProperty("json", opaque.json());
            }
            case Block.ToolCall call -> {
                json.writeStringProperty("type", "tool-call");
                json.writeStringProperty("id", call.id());
                json.writeStringProperty("name", call.name());
                json.writeStringProperty("arguments", call.arguments());
            }
            case Block.ToolResult result -> {
                json.writeStringProperty("type", "tool-result");
                json.writeStringProperty("call", result.callId());
                json.writeStringProperty("text", result.text());
                json.writeBooleanProperty("error", result.isError());
            }
        }
        json.writeEndObject();
    }

    /// Reads a block; a type of another version is an `IllegalArgumentException`.
    public static Block block(JsonNode json) {
        return switch (text(json, "type")) {
            case "text" -> new Block.Text(text(json, "text"));
            case "image" -> new Block.Image(text(json, "mediaType"), text(json, "base64"));
            case "thinking" ->
                    new Block.Thinking(
                            text(json, "text"), text(json, "signature"), text(json, "provider"));
            case "opaque" -> new Block.Opaque(text(json, "provider"), text(json, "json"));
            case "tool-call" ->
                    new Block.ToolCall(
                            text(json, "id"), text(json, "name"), text(json, "arguments"));
            case "tool-result" ->
                    new Block.ToolResult(
                            text(json, "call"), text(json, "text"), json.path("error").asBoolean());
            default ->
                    throw new IllegalArgumentException(
                            "no block of this version: " + text(json, "type"));
        };
    }

    /// Writes the property `usage`.
    public static void write(JsonGenerator json, Usage usage) {
        json.writeObjectPropertyStart("usage");
        json.writeNumberProperty("input", usage.input());
        json.writeNumberProperty("cacheRead", usage.cacheRead());
        json.writeNumberProperty("cacheWrite", usage.cacheWrite());
        json.writeNumberProperty("output", usage.output());
        json.writeNumberProperty("reasoning", usage.reasoning());
        if (usage.estimated() > 0) {
            json.writeNumberProperty("estimated", usage.estimated());
        }
        json.writeEndObject();
    }

    /// Reads the property `usage` of an object; nothing used where it has none.
    public static Usage usage(JsonNode json) {
        JsonNode usage = json.path("usage");
        return new Usage(
                usage.path("input").asLong(),
                usage.path("cacheRead").asLong(),
                usage.path("cacheWrite").asLong(),
                usage.path("output").asLong(),
                usage.path("reasoning").asLong(),
                usage.path("estimated").asInt());
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
