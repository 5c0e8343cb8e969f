package kiro.model.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kiro.model.WireFailures.Said;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of one event. The fields that matter lie a few levels deep and have fixed names,
/// so they are gathered flat, by path, in one pass over the tokens.
final class EventReader {
    private static final int DEEPEST = 3;
    private static final String BLOCK = "content_block";
    private static final String INPUT = "content_block.input";

    private final JsonFactory json = new JsonFactory();

    /// @param data UTF-8 bytes, of which the first `length` count
    StreamEvent read(byte[] data, int length) {
        var fields = new HashMap<String, String>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), data, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new StreamEvent.Broken("an event that is no JSON object");
            }
            gather(parser, "", 0, data, fields);
            return event(new Fields(fields));
        } catch (JacksonException notJson) {
            return new StreamEvent.Broken("an event that is no JSON");
        } catch (NumberFormatException notANumber) {
            return new StreamEvent.Broken("an event with a number that is none");
        }
    }

    private static void gather(
            JsonParser parser, String prefix, int depth, byte[] data, Map<String, String> fields) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            if (value.isScalarValue()) {
                if (value != JsonToken.VALUE_NULL) {
                    fields.put(path, parser.getString());
                }
                continue;
            }
            if (value == JsonToken.START_OBJECT && depth < DEEPEST && !path.equals(INPUT)) {
                gather(parser, path + ".", depth + 1, data, fields);
            } else {
                parser.skipChildren();
            }
            if (path.equals(BLOCK) || path.equals(INPUT)) {
                int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
                fields.put(path, new String(data, start, end - start, StandardCharsets.UTF_8));
            }
        }
    }

    /// The error that a response's body holds, whole or cut.
    static Optional<Said> error(byte[] body) {
        return new EventReader().read(body, body.length) instanceof StreamEvent.Failure error
                ? Optional.of(new Said(error.type(), error.message()))
                : Optional.empty();
    }

    private static StreamEvent event(Fields fields) {
        String type = fields.text("type");
        return switch (type) {
            case "message_start" -> new StreamEvent.MessageStart(fields.usage("message.usage."));
            case "content_block_start" -> blockStart(fields);
            case "content_block_delta" -> delta(fields);
            case "content_block_stop" -> new StreamEvent.BlockStop(fields.index());
            case "message_delta" ->
                    new StreamEvent.MessageDelta(
                            fields.text("delta.stop_reason"), fields.usage("usage."));
            case "message_stop" -> new StreamEvent.MessageStop();
            case "error" ->
                    new StreamEvent.Failure(
                            fields.text("error.type"), fields.text("error.message"));
            case "" -> new StreamEvent.Broken("an event without a type");
            default -> new StreamEvent.Ignored(type);
        };
    }

    private static StreamEvent blockStart(Fields fields) {
        int index = fields.index();
        return switch (fields.text("content_block.type")) {
            case "text" -> new StreamEvent.TextStart(index, fields.text("content_block.text"));
            case "thinking" ->
                    new StreamEvent.ThinkingStart(
                            index,
                            fields.text("content_block.thinking"),
                            fields.text("content_block.signature"));
            case "tool_use" ->
                    new StreamEvent.CallStart(
                            index,
                            fields.text("content_block.id"),
                            fields.text("content_block.name"),
                            fields.text(INPUT));
            case "" -> new StreamEvent.Broken("a block without a type");
            default -> new StreamEvent.OtherStart(index, fields.text(BLOCK));
        };
    }

    private static StreamEvent delta(Fields fields) {
        int index = fields.index();
        String type = fields.text("delta.type");
        return switch (type) {
            case "text_delta" -> new StreamEvent.TextDelta(index, fields.text("delta.text"));
            case "thinking_delta" ->
                    new StreamEvent.ThinkingDelta(index, fields.text("delta.thinking"));
            case "signature_delta" ->
                    new StreamEvent.SignatureDelta(index, fields.text("delta.signature"));
            case "input_json_delta" ->
                    new StreamEvent.ArgumentsDelta(index, fields.text("delta.partial_json"));
            default -> new StreamEvent.UnknownDelta(index, type);
        };
    }

    /// The scalar fields of an event, by path.
    private record Fields(Map<String, String> values) {
        /// Empty where there is none.
        private String text(String path) {
            return values.getOrDefault(path, "");
        }

        private int index() {
            return Integer.parseInt(text("index"));
        }

        private UsageUpdate usage(String prefix) {
            return new UsageUpdate(
                    number(prefix + "input_tokens"),
                    number(prefix + "cache_read_input_tokens"),
                    number(prefix + "cache_creation_input_tokens"),
                    number(prefix + "output_tokens"));
        }

        private OptionalLong number(String path) {
            String value = values.get(path);
            return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
        }
    }
}
