package kiro.model.openai;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.OpenAiWay;
import kiro.model.Purpose;
import kiro.model.ToolSpec;
import kiro.secret.Secret;

/// What OpenAI's Responses look like on the wire.
final class ResponsesEvents {
    static final String KEY = "sk-hidden-2";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    static final Map<String, String> STREAM = Map.of("Content-Type", "text/event-stream");
    static final Message GO = Message.user("go");
    static final String SEALED =
            "{\"id\":\"rs_1\",\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":\"gAAA==\",\"later\":1.50}";

    private static final List<ToolSpec> TOOLS =
            List.of(
                    new ToolSpec("list", "lists a folder", "{ \"type\": \"object\" }"),
                    new ToolSpec("read", "reads a \"file\"", "{\"type\":\"object\"}"));

    private ResponsesEvents() {}

    static ResponsesModel model(URI server, OpenAiWay way) {
        return new ResponsesModel(
                new ModelChoice.OpenAi(
                        "test-model",
                        Optional.of(Secret.of(KEY)),
                        URI.create(server + "/v1"),
                        32_000,
                        8_000,
                        way),
                CLOCK);
    }

    static OpenAiWay thinking() {
        return new OpenAiWay(OpenAiWay.Api.RESPONSES, true, Optional.empty());
    }

    static ModelRequest request(Deadlines deadlines, Message... messages) {
        return new ModelRequest(
                Purpose.CODE, "be good", TOOLS, List.of(messages), 4_000, deadlines);
    }

    static ModelRequest request(Message... messages) {
        return request(Deadlines.STANDARD, messages);
    }

    /// An event as the service sends it: with its name in front, which says the same as its type.
    static String event(String type, String fields) {
        return "event: %s\ndata: {\"type\":\"%s\",\"sequence_number\":1%s}\n\n"
                .formatted(type, type, fields.isEmpty() ? "" : "," + fields);
    }

    static String added(int index, String item) {
        return event(
                "response.output_item.added",
                "\"output_index\":%d,\"item\":%s".formatted(index, item));
    }

    static String done(int index, String item) {
        return event(
                "response.output_item.done",
                "\"output_index\":%d,\"item\":%s".formatted(index, item));
    }

    static String delta(String kind, int index, String text) {
        return event(
                "response." + kind + ".delta",
                "\"output_index\":%d,\"item_id\":\"i%d\",\"delta\":\"%s\""
                        .formatted(index, index, text.replace("\"", "\\\"")));
    }

    static String call(int index, String id, String name, String arguments) {
        return "{\"id\":\"fc_%d\",\"type\":\"function_call\",\"status\":\"completed\",\"call_id\":\"%s\",\"name\":\"%s\",\"arguments\":\"%s\"}"
                .formatted(index, id, name, arguments.replace("\"", "\\\""));
    }

    static String words(String text) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"%s\",\"annotations\":[]}]}"
                .formatted(text);
    }

    static String completed() {
        return event(
                "response.completed",
                "\"response\":{\"id\":\"resp_1\",\"status\":\"completed\",\"error\":null,\"incomplete_details\":null,\"usage\":{\"input_tokens\":30,\"input_tokens_details\":{\"cached_tokens\":11},\"output_tokens\":9,\"output_tokens_details\":{\"reasoning_tokens\":4}}}");
    }

    static String incomplete(String reason) {
        return event(
                "response.incomplete",
                "\"response\":{\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"%s\"}}"
                        .formatted(reason));
    }

    /// A reply with all that there is, and things that nobody knows yet.
    static List<String> everything() {
        return List.of(
                ": keep-alive\n\n",
                event(
                        "response.created",
                        "\"response\":{\"status\":\"in_progress\",\"output\":[]}"),
                event("response.in_progress", "\"response\":{\"status\":\"in_progress\"}"),
                added(0, "{\"id\":\"rs_1\",\"type\":\"reasoning\",\"summary\":[]}"),
                delta("reasoning_summary_text", 0, "hm"),
                done(0, SEALED),
                event("response.novelty.began", "\"output_index\":7,\"delta\":\"?\""),
                added(
                        1,
                        "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}"),
                event("response.content_part.added", "\"output_index\":1,\"part\":{}"),
                delta("output_text", 1, "Look"),
                delta("output_text", 1, "ing…"),
                done(1, words("Looking…")),
                added(2, call(2, "call_1", "read", "")),
                added(3, call(3, "call_2", "list", "")),
                delta("function_call_arguments", 2, "{\"path\": "),
                delta("function_call_arguments", 3, "{"),
                delta("function_call_arguments", 2, "\"a.txt\"}"),
                done(3, call(3, "call_2", "list", "{}")),
                done(2, call(2, "call_1", "read", "{\"path\": \"a.txt\"}")),
                done(4, "{\"id\":\"x_1\",\"type\":\"novelty_call\",\"name\":\"rm\"}"),
                completed());
    }

    static List<Block> whole() {
        return List.of(
                new Block.Thinking("hm", "", "openai"),
                new Block.Opaque("openai", SEALED),
                new Block.Text("Looking…"),
                new Block.ToolCall("call_1", "read", "{\"path\": \"a.txt\"}"),
                new Block.ToolCall("call_2", "list", "{}"));
    }

    static byte[] bytes(List<String> events) {
        return String.join("", events).getBytes(StandardCharsets.UTF_8);
    }
}
