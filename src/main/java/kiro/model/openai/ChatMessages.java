package kiro.model.openai;

import java.io.ByteArrayOutputStream;
import java.util.List;
import kiro.model.Block;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ToolNames;
import tools.jackson.core.JsonGenerator;

/// Encodes a message as the ones that stand for it: each result of a tool is a message of its own, before the user's words.
final class ChatMessages {
    private static final String NO_WORDS = "(no words)";

    private final ChatCallIds ids;

    ChatMessages(ChatCallIds ids) {
        this.ids = ids;
    }

    /// One object or several, with commas between them.
    byte[] encode(Message message) {
        var out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartArray();
            switch (message.role()) {
                case USER -> user(json, message);
                case MODEL -> model(json, message);
            }
            json.writeEndArray();
        }
        byte[] array = out.toByteArray();
        return java.util.Arrays.copyOfRange(array, 1, array.length - 1);
    }

    private void user(JsonGenerator json, Message message) {
        List<Block.ToolResult> results =
                message.blocks().stream()
                        .filter(Block.ToolResult.class::isInstance)
                        .map(Block.ToolResult.class::cast)
                        .toList();
        results.forEach(result -> result(json, result));
        String words = message.text();
        if (!words.isBlank() || results.isEmpty()) {
            json.writeStartObject();
            json.writeStringProperty("role", "user");
            json.writeStringProperty(
                    "content", words.isBlank() ? NO_WORDS : JsonText.wellFormed(words));
            json.writeEndObject();
        }
    }

    /// There is no place for an error but the words.
    private void result(JsonGenerator json, Block.ToolResult result) {
        String text = result.text().isBlank() ? "(nothing)" : result.text();
        json.writeStartObject();
        json.writeStringProperty("role", "tool");
        json.writeStringProperty("tool_call_id", ids.sent(result.callId()));
        json.writeStringProperty(
                "content", JsonText.wellFormed(result.isError() ? "error: " + text : text));
        json.writeEndObject();
    }

    /// Thinking and other providers' state stay behind: servers refuse them, or take them for words.
    private void model(JsonGenerator json, Message message) {
        String words = message.text();
        json.writeStartObject();
        json.writeStringProperty("role", "assistant");
        if (!words.isBlank()) {
            json.writeStringProperty("content", JsonText.wellFormed(words));
        } else if (message.calls().isEmpty()) {
            json.writeStringProperty("content", NO_WORDS);
        } else {
            json.writeNullProperty("content");
        }
        if (!message.calls().isEmpty()) {
            json.writeArrayPropertyStart("tool_calls");
            message.calls().forEach(call -> call(json, call));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /// Servers parse the arguments of old calls again: what is no JSON object would fail the request for good, and the call's
    /// result says it to the model.
    private void call(JsonGenerator json, Block.ToolCall call) {
        json.writeStartObject();
        json.writeStringProperty("id", ids.sent(call.id()));
        json.writeStringProperty("type", "function");
        json.writeObjectPropertyStart("function");
        json.writeStringProperty("name", ToolNames.allowed(call.name(), "unknown"));
        json.writeStringProperty("arguments", JsonText.object(call.arguments()).orElse("{}"));
        json.writeEndObject();
        json.writeEndObject();
    }
}
