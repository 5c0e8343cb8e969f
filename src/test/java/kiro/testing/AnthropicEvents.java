package kiro.testing;

import java.util.ArrayList;
import java.util.List;

/// Writes the event stream of one reply as Anthropic's API does, event by event.
public final class AnthropicEvents {
    private final List<String> events = new ArrayList<>();
    private int index;

    private AnthropicEvents() {}

    /// A reply that has begun.
    public static AnthropicEvents reply() {
        return new AnthropicEvents()
                .with(
                        "message_start",
                        """
                        {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":25,"cache_creation_input_tokens":7,"cache_read_input_tokens":11,"output_tokens":1}}}\
                        """);
    }

    /// No event at all, for what does not follow the protocol.
    public static AnthropicEvents nothing() {
        return new AnthropicEvents();
    }

    /// A whole reply in words.
    public static List<String> saying(String text) {
        return reply().text(text).end("end_turn");
    }

    public AnthropicEvents with(String name, String data) {
        events.add("event: " + name + "\ndata: " + data + "\n\n");
        return this;
    }

    public AnthropicEvents ping() {
        return with("ping", "{\"type\":\"ping\"}");
    }

    public AnthropicEvents text(String... fragments) {
        start("{\"type\":\"text\",\"text\":\"\"}");
        for (String fragment : fragments) {
            delta("{\"type\":\"text_delta\",\"text\":" + quoted(fragment) + "}");
        }
        return stop();
    }

    public AnthropicEvents thinking(String text, String signature) {
        start("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
        delta("{\"type\":\"thinking_delta\",\"thinking\":" + quoted(text) + "}");
        delta("{\"type\":\"signature_delta\",\"signature\":" + quoted(signature) + "}");
        return stop();
    }

    public AnthropicEvents call(String id, String name, String... fragments) {
        start(
                "{\"type\":\"tool_use\",\"id\":%s,\"name\":%s,\"input\":{}}"
                        .formatted(quoted(id), quoted(name)));
        for (String fragment : fragments) {
            delta("{\"type\":\"input_json_delta\",\"partial_json\":" + quoted(fragment) + "}");
        }
        return stop();
    }

    public AnthropicEvents start(String block) {
        return with(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":%d,\"content_block\":%s}"
                        .formatted(index, block));
    }

    public AnthropicEvents delta(String delta) {
        return with(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":%d,\"delta\":%s}"
                        .formatted(index, delta));
    }

    public AnthropicEvents stop() {
        return with(
                "content_block_stop",
                "{\"type\":\"content_block_stop\",\"index\":%d}".formatted(index++));
    }

    public AnthropicEvents error(String type, String message) {
        return with(
                "error",
                "{\"type\":\"error\",\"error\":{\"type\":%s,\"message\":%s}}"
                        .formatted(quoted(type), quoted(message)));
    }

    /// The events that end a reply, and all before them.
    public List<String> end(String stopReason) {
        with(
                "message_delta",
                """
                {"type":"message_delta","delta":{"stop_reason":"%s","stop_sequence":null},"usage":{"output_tokens":15}}\
                """
                        .formatted(stopReason));
        with("message_stop", "{\"type\":\"message_stop\"}");
        return events();
    }

    public List<String> events() {
        return List.copyOf(events);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
