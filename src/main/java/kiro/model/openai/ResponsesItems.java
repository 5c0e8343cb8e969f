package kiro.model.openai;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import kiro.model.Block;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ToolNames;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/// Encodes a message as the items that stand for it: words, calls, results and sealed thoughts, in their order.
final class ResponsesItems {
    private static final String NO_WORDS = "(no words)";

    private final boolean sendsIds;
    private final boolean sendsImages;

    /// @param sendsIds whether thoughts are sent with the ids that they came with
    /// @param sendsImages whether the model looks at pictures
    ResponsesItems(boolean sendsIds, boolean sendsImages) {
        this.sendsIds = sendsIds;
        this.sendsImages = sendsImages;
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
        return Arrays.copyOfRange(array, 1, array.length - 1);
    }

    private void user(JsonGenerator json, Message message) {
        boolean hasResults = false;
        boolean hasWords = false;
        for (Block block : message.blocks()) {
            if (block instanceof Block.ToolResult result) {
                result(json, result);
                hasResults = true;
            } else {
                hasWords |= block instanceof Block.Text || (isImage(block) && sendsImages);
            }
        }
        if (!hasWords && hasResults) {
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", "message");
        json.writeStringProperty("role", "user");
        json.writeArrayPropertyStart("content");
        if (!hasWords) {
            words(json, "input_text", NO_WORDS);
        }
        for (Block block : message.blocks()) {
            if (block instanceof Block.Text text) {
                words(json, "input_text", text.text());
            } else if (block instanceof Block.Image image && sendsImages) {
                image(json, image);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static boolean isImage(Block block) {
        return block instanceof Block.Image;
    }

    private static void words(JsonGenerator json, String type, String words) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("text", JsonText.wellFormed(words));
        json.writeEndObject();
    }

    private static void image(JsonGenerator json, Block.Image image) {
        json.writeStartObject();
        json.writeStringProperty("type", "input_image");
        json.writeStringProperty(
                "image_url", "data:" + image.mediaType() + ";base64," + image.base64());
        json.writeEndObject();
    }

    /// There is no place for an error but the words.
    private static void result(JsonGenerator json, Block.ToolResult result) {
        String text = result.text().isBlank() ? "(nothing)" : result.text();
        json.writeStartObject();
        json.writeStringProperty("type", "function_call_output");
        json.writeStringProperty("call_id", result.callId());
        json.writeStringProperty(
                "output", JsonText.wellFormed(result.isError() ? "error: " + text : text));
        json.writeEndObject();
    }

    /// Thoughts stand before what they led to, as they came; those that nothing followed are left out, for the service
    /// refuses them.
    private void model(JsonGenerator json, Message message) {
        int last = last(message);
        if (last < 0) {
            said(json, NO_WORDS);
        }
        for (int i = 0; i <= last; i++) {
            switch (message.blocks().get(i)) {
                case Block.Text text when !text.text().isBlank() -> said(json, text.text());
                case Block.ToolCall call -> call(json, call);
                case Block.Opaque thought -> thought(thought).ifPresent(json::writeRawValue);
                case Block.Text _, Block.Thinking _, Block.ToolResult _, Block.Image _ -> {}
            }
        }
    }

    /// The last block that is no thought.
    private static int last(Message message) {
        for (int i = message.blocks().size() - 1; i >= 0; i--) {
            Block block = message.blocks().get(i);
            if (block instanceof Block.ToolCall
                    || (block instanceof Block.Text text && !text.text().isBlank())) {
                return i;
            }
        }
        return -1;
    }

    private static void said(JsonGenerator json, String words) {
        json.writeStartObject();
        json.writeStringProperty("type", "message");
        json.writeStringProperty("role", "assistant");
        json.writeArrayPropertyStart("content");
        words(json, "output_text", words);
        json.writeEndArray();
        json.writeEndObject();
    }

    /// A call is known by the id that its result names; the item's own id is not needed.
    private static void call(JsonGenerator json, Block.ToolCall call) {
        json.writeStartObject();
        json.writeStringProperty("type", "function_call");
        json.writeStringProperty("call_id", call.id());
        json.writeStringProperty("name", ToolNames.allowed(call.name(), "unknown"));
        json.writeStringProperty("arguments", JsonText.object(call.arguments()).orElse("{}"));
        json.writeEndObject();
    }

    /// Another provider's state is not ours to send.
    private Optional<String> thought(Block.Opaque block) {
        Optional<String> whole =
                block.provider().equals(OpenAiService.PROVIDER)
                        ? JsonText.object(block.json())
                        : Optional.empty();
        return sendsIds ? whole : whole.flatMap(ResponsesItems::withoutId);
    }

    private static Optional<String> withoutId(String json) {
        try {
            return Json.read(json) instanceof ObjectNode object
                    ? Optional.of(object.without("id").toString())
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
