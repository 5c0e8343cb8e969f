package kiro.model.ollama;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kiro.model.Block;
import kiro.model.FunctionTools;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.ToolNames;
import tools.jackson.core.JsonGenerator;

/// Encodes a request. Results of tools are told by the tool's name: Ollama's calls have no ids.
final class OllamaEncoder {
    private static final String NO_WORDS = "(no words)";

    private final JsonGenerator json;
    private final Map<String, String> tools = new HashMap<>();

    private OllamaEncoder(JsonGenerator json) {
        this.json = json;
    }

    /// @param window the tokens that the model's context is to have
    static byte[] encode(ModelRequest request, ModelChoice.Ollama settings, int window) {
        var out = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("model", settings.model());
            json.writeBooleanProperty("stream", true);
            settings.effort().ifPresent(effort -> think(json, settings.model(), effort));
            json.writeObjectPropertyStart("options");
            json.writeNumberProperty("num_ctx", window);
            json.writeNumberProperty(
                    "num_predict", Math.min(request.maxOutputTokens(), settings.maxOutput()));
            json.writeEndObject();
            new OllamaEncoder(json).conversation(request);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /// Most models think or do not; those that know degrees know three.
    private static void think(JsonGenerator json, String model, String effort) {
        if (model.contains("gpt-oss")) {
            boolean isKnown = effort.equals("low") || effort.equals("medium");
            json.writeStringProperty("think", isKnown ? effort : "high");
        } else {
            json.writeBooleanProperty("think", true);
        }
    }

    private void conversation(ModelRequest request) {
        if (!request.tools().isEmpty()) {
            json.writeArrayPropertyStart("tools");
            request.tools().forEach(tool -> FunctionTools.write(json, tool));
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("messages");
        if (!request.system().isBlank()) {
            words("system", request.system());
        }
        request.messages().forEach(this::message);
        json.writeEndArray();
    }

    private void message(Message message) {
        switch (message.role()) {
            case USER -> user(message);
            case MODEL -> model(message);
        }
    }

    private void user(Message message) {
        boolean hasResults = false;
        for (Block block : message.blocks()) {
            if (block instanceof Block.ToolResult result) {
                result(result);
                hasResults = true;
            }
        }
        if (!message.text().isBlank() || !hasResults) {
            words("user", message.text().isBlank() ? NO_WORDS : message.text());
        }
    }

    private void result(Block.ToolResult result) {
        String text = result.text().isBlank() ? "(nothing)" : result.text();
        json.writeStartObject();
        json.writeStringProperty("role", "tool");
        json.writeStringProperty("tool_name", tools.getOrDefault(result.callId(), "unknown"));
        json.writeStringProperty(
                "content", JsonText.wellFormed(result.isError() ? "error: " + text : text));
        json.writeEndObject();
    }

    private void model(Message message) {
        String thinking =
                message.blocks().stream()
                        .filter(Block.Thinking.class::isInstance)
                        .map(Block.Thinking.class::cast)
                        .filter(block -> block.provider().equals(OllamaModel.PROVIDER))
                        .map(Block.Thinking::text)
                        .collect(Collectors.joining("\n"));
        boolean isEmpty = message.text().isBlank() && message.calls().isEmpty();
        json.writeStartObject();
        json.writeStringProperty("role", "assistant");
        json.writeStringProperty(
                "content", isEmpty ? NO_WORDS : JsonText.wellFormed(message.text()));
        if (!thinking.isBlank()) {
            json.writeStringProperty("thinking", JsonText.wellFormed(thinking));
        }
        if (!message.calls().isEmpty()) {
            json.writeArrayPropertyStart("tool_calls");
            message.calls().forEach(this::call);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void call(Block.ToolCall call) {
        String name = ToolNames.allowed(call.name(), "unknown");
        tools.put(call.id(), name);
        json.writeStartObject();
        json.writeObjectPropertyStart("function");
        json.writeStringProperty("name", name);
        json.writeName("arguments");
        json.writeRawValue(JsonText.object(call.arguments()).orElse("{}"));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void words(String role, String text) {
        json.writeStartObject();
        json.writeStringProperty("role", role);
        json.writeStringProperty("content", JsonText.wellFormed(text));
        json.writeEndObject();
    }
}
