package kiro.model.openai;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.ToolSpec;
import tools.jackson.core.JsonGenerator;

/// Encodes requests. Each begins with the bytes of the one before, which is what the service keeps its cache by; the
/// encoded form of each message is kept.
final class ResponsesEncoder {
    private static final byte[] COMMA = bytes(",");
    private static final byte[] END = bytes("]}");

    /// Less than this is refused.
    private static final int LEAST_OUTPUT = 16;

    private final ModelChoice.OpenAi settings;
    private final Optional<String> session;
    private final ReentrantLock lock = new ReentrantLock();
    private Kept kept = new Kept(true, new IdentityHashMap<>());

    /// @param session whose requests find each other's cache; empty where it has no name
    ResponsesEncoder(ModelChoice.OpenAi settings, Optional<String> session) {
        this.settings = settings;
        this.session = session;
    }

    /// Messages as they were sent before.
    private record Kept(boolean withIds, IdentityHashMap<Message, byte[]> messages) {}

    /// The body of the request, in parts.
    List<byte[]> encode(ModelRequest request, ResponsesForm form) {
        lock.lock();
        try {
            var items = new ResponsesItems(form.sendsIds(), settings.isOfOpenAi());
            var parts = new ArrayList<byte[]>();
            parts.add(head(request, form));
            var used = new IdentityHashMap<Message, byte[]>();
            for (Message message : request.messages()) {
                byte[] known =
                        kept.withIds() == form.sendsIds() ? kept.messages().get(message) : null;
                byte[] bytes = known == null ? items.encode(message) : known;
                if (!used.isEmpty()) {
                    parts.add(COMMA);
                }
                used.put(message, bytes);
                parts.add(bytes);
            }
            parts.add(END);
            kept = new Kept(form.sendsIds(), used);
            return parts;
        } finally {
            lock.unlock();
        }
    }

    /// All up to the first item.
    private byte[] head(ModelRequest request, ResponsesForm form) {
        var out = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("model", settings.model());
            json.writeBooleanProperty("stream", true);
            json.writeBooleanProperty("store", false);
            if (form.asksThoughts()) {
                json.writeArrayPropertyStart("include");
                json.writeString("reasoning.encrypted_content");
                json.writeEndArray();
            }
            settings.way()
                    .effort()
                    .ifPresent(effort -> {
                        json.writeObjectPropertyStart("reasoning");
                        json.writeStringProperty("effort", effort);
                        json.writeEndObject();
                    });
            session.filter(_ -> settings.isOfOpenAi())
                    .ifPresent(name -> json.writeStringProperty("prompt_cache_key", name));
            int most = Math.min(request.maxOutputTokens(), settings.maxOutput());
            json.writeNumberProperty("max_output_tokens", Math.max(most, LEAST_OUTPUT));
            if (!request.system().isBlank()) {
                json.writeStringProperty("instructions", JsonText.wellFormed(request.system()));
            }
            if (!request.tools().isEmpty()) {
                json.writeArrayPropertyStart("tools");
                request.tools().forEach(tool -> tool(json, tool));
                json.writeEndArray();
            }
            json.writeArrayPropertyStart("input");
            json.writeEndArray();
            json.writeEndObject();
        }
        byte[] object = out.toByteArray();
        return Arrays.copyOf(object, object.length - END.length);
    }

    /// Strict schemas demand that every property is required: ours say which are.
    private static void tool(JsonGenerator json, ToolSpec tool) {
        String schema =
                JsonText.compact(tool.schema())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the schema of " + tool.name() + " is no JSON object"));
        json.writeStartObject();
        json.writeStringProperty("type", "function");
        json.writeStringProperty("name", tool.name());
        json.writeStringProperty("description", JsonText.wellFormed(tool.description()));
        json.writeBooleanProperty("strict", false);
        json.writeName("parameters");
        json.writeRawValue(schema);
        json.writeEndObject();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
