package kiro.model.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.Usage;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the JSON of events, and of replies that come as a whole: these as the events that they would be.
final class EventReader {
    private static final String INDEX = "contentBlockIndex";

    private EventReader() {}

    /// @param name of the event, as its frame has it
    /// @param data UTF-8 bytes, of which the first `length` count
    static StreamEvent read(String name, byte[] data, int length) {
        Optional<JsonNode> json = object(data, length);
        if (json.isEmpty()) {
            return new StreamEvent.Broken("an event that is no JSON object");
        }
        return switch (name) {
            case "messageStart" -> new StreamEvent.MessageStart();
            case "contentBlockStart" -> indexed(json.get(), EventReader::start);
            case "contentBlockDelta" -> indexed(json.get(), EventReader::delta);
            case "contentBlockStop" ->
                    indexed(json.get(), (index, _) -> new StreamEvent.BlockStop(index));
            case "messageStop" ->
                    new StreamEvent.MessageStop(json.get().path("stopReason").asString(""));
            case "metadata" -> metadata(json.get());
            default -> new StreamEvent.Ignored(name);
        };
    }

    /// The events that a whole reply stands for.
    static List<StreamEvent> whole(byte[] data, int length) {
        Optional<JsonNode> json = object(data, length);
        if (json.isEmpty() || !json.get().path("output").path("message").isObject()) {
            return List.of(new StreamEvent.Broken("a reply without a message"));
        }
        var events = new ArrayList<StreamEvent>();
        events.add(new StreamEvent.MessageStart());
        int index = 0;
        for (JsonNode block : json.get().path("output").path("message").path("content").values()) {
            events.addAll(block(index, block));
            events.add(new StreamEvent.BlockStop(index++));
        }
        events.add(new StreamEvent.MessageStop(json.get().path("stopReason").asString("")));
        events.add(metadata(json.get()));
        return events;
    }

    private static List<StreamEvent> block(int index, JsonNode block) {
        JsonNode call = block.path("toolUse");
        if (call.isObject()) {
            return List.of(
                    callStart(index, call),
                    new StreamEvent.ArgumentsDelta(index, call.path("input").toString()));
        }
        JsonNode thinking = block.path("reasoningContent");
        if (thinking.isObject()) {
            JsonNode text = thinking.path("reasoningText");
            return text.isObject()
                    ? List.of(
                            new StreamEvent.ThinkingDelta(index, text.path("text").asString("")),
                            new StreamEvent.SignatureDelta(
                                    index, text.path("signature").asString("")))
                    : List.of(
                            new StreamEvent.RedactedDelta(
                                    index, thinking.path("redactedContent").asString("")));
        }
        JsonNode words = block.path("citationsContent").path("content");
        if (words.isArray()) {
            return words.values().stream()
                    .<StreamEvent>map(part ->
                            new StreamEvent.TextDelta(index, part.path("text").asString("")))
                    .toList();
        }
        return block.path("text").isString()
                ? List.of(new StreamEvent.TextDelta(index, block.path("text").asString()))
                : List.of(new StreamEvent.OtherStart(index));
    }

    /// Reads an event that says which block it is about.
    @FunctionalInterface
    private interface Indexed {
        StreamEvent read(int index, JsonNode json);
    }

    private static StreamEvent indexed(JsonNode json, Indexed reading) {
        JsonNode index = json.path(INDEX);
        return index.isInt()
                ? reading.read(index.asInt(), json)
                : new StreamEvent.Broken("an event that does not say which block it is about");
    }

    private static StreamEvent start(int index, JsonNode json) {
        JsonNode start = json.path("start");
        if (start.isEmpty()) {
            // The first fragment says what the block is.
            return new StreamEvent.Ignored("contentBlockStart");
        }
        JsonNode call = start.path("toolUse");
        return call.isObject() ? callStart(index, call) : new StreamEvent.OtherStart(index);
    }

    private static StreamEvent callStart(int index, JsonNode call) {
        String name = call.path("name").asString("");
        return name.isEmpty()
                ? new StreamEvent.Broken("a call without a name")
                : new StreamEvent.CallStart(index, call.path("toolUseId").asString(""), name);
    }

    private static StreamEvent delta(int index, JsonNode json) {
        JsonNode delta = json.path("delta");
        if (delta.path("text").isString()) {
            return new StreamEvent.TextDelta(index, delta.path("text").asString());
        }
        if (delta.path("toolUse").path("input").isString()) {
            return new StreamEvent.ArgumentsDelta(
                    index, delta.path("toolUse").path("input").asString());
        }
        JsonNode thinking = delta.path("reasoningContent");
        if (thinking.path("text").isString()) {
            return new StreamEvent.ThinkingDelta(index, thinking.path("text").asString());
        }
        if (thinking.path("signature").isString()) {
            return new StreamEvent.SignatureDelta(index, thinking.path("signature").asString());
        }
        return thinking.path("redactedContent").isString()
                ? new StreamEvent.RedactedDelta(index, thinking.path("redactedContent").asString())
                : new StreamEvent.UnknownDelta(index);
    }

    private static StreamEvent metadata(JsonNode json) {
        JsonNode usage = json.path("usage");
        return new StreamEvent.Metadata(
                usage.has("inputTokens") || usage.has("outputTokens")
                        ? new Usage(
                                usage.path("inputTokens").asLong(0),
                                usage.path("cacheReadInputTokens").asLong(0),
                                usage.path("cacheWriteInputTokens").asLong(0),
                                usage.path("outputTokens").asLong(0),
                                0)
                        : Usage.UNTOLD,
                GuardrailTrace.words(json.path("trace").path("guardrail")));
    }

    static Optional<JsonNode> object(byte[] data, int length) {
        try {
            return Optional.of(Json.read(data, 0, length)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
