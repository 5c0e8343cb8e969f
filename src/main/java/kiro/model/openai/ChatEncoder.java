package kiro.model.openai;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kiro.model.FunctionTools;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.ToolSpec;
import tools.jackson.core.JsonGenerator;

/// Encodes requests. Each begins with the bytes of the one before, which is what servers keep their caches by; the encoded
/// form of each message is kept.
final class ChatEncoder {
    private static final byte[] COMMA = bytes(",");
    private static final byte[] END = bytes("]}");

    private final ModelChoice.OpenAi settings;
    private final ChatMessages messages;
    private final ReentrantLock lock = new ReentrantLock();
    private IdentityHashMap<Message, byte[]> encoded = new IdentityHashMap<>();
    private Optional<Head> last = Optional.empty();

    ChatEncoder(ModelChoice.OpenAi settings) {
        this.settings = settings;
        this.messages = new ChatMessages(ChatCallIds.of(settings.model()));
    }

    /// The body of the request, in parts.
    List<byte[]> encode(ModelRequest request) {
        lock.lock();
        try {
            var parts = new ArrayList<byte[]>();
            parts.addAll(knownHead(request));
            boolean isFirst = request.system().isBlank();
            IdentityHashMap<Message, byte[]> used = new IdentityHashMap<>();
            for (Message message : request.messages()) {
                byte[] known = encoded.get(message);
                byte[] bytes = known == null ? messages.encode(message) : known;
                used.put(message, bytes);
                if (!isFirst) {
                    parts.add(COMMA);
                }
                isFirst = false;
                parts.add(bytes);
            }
            parts.add(END);
            encoded = used;
            return parts;
        } finally {
            lock.unlock();
        }
    }

    /// What a request begins with, and what that was made from.
    private record Head(String system, List<ToolSpec> tools, int tokens, List<byte[]> parts) {
        boolean begins(ModelRequest request) {
            return tokens == request.maxOutputTokens()
                    && system.equals(request.system())
                    && tools.equals(request.tools());
        }
    }

    /// In a conversation, mostly that of the request before: the tools are the larger part of a short one.
    private List<byte[]> knownHead(ModelRequest request) {
        Head known =
                last.filter(head -> head.begins(request))
                        .orElseGet(() ->
                                new Head(
                                        request.system(),
                                        request.tools(),
                                        request.maxOutputTokens(),
                                        List.of(head(request))));
        last = Optional.of(known);
        return known.parts();
    }

    /// All up to the first message of the conversation, the system's included.
    private byte[] head(ModelRequest request) {
        var out = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("model", settings.model());
            json.writeBooleanProperty("stream", true);
            json.writeObjectPropertyStart("stream_options");
            json.writeBooleanProperty("include_usage", true);
            json.writeEndObject();
            json.writeNumberProperty(
                    settings.isOfOpenAi() ? "max_completion_tokens" : "max_tokens",
                    Math.min(request.maxOutputTokens(), settings.maxOutput()));
            settings.way()
                    .effort()
                    .ifPresent(word -> json.writeStringProperty("reasoning_effort", word));
            if (!request.tools().isEmpty()) {
                json.writeArrayPropertyStart("tools");
                request.tools().forEach(tool -> FunctionTools.write(json, tool));
                json.writeEndArray();
            }
            json.writeArrayPropertyStart("messages");
            if (!request.system().isBlank()) {
                json.writeStartObject();
                json.writeStringProperty("role", "system");
                json.writeStringProperty("content", JsonText.wellFormed(request.system()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        byte[] object = out.toByteArray();
        return Arrays.copyOf(object, object.length - END.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
