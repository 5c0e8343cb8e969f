package kiro.model.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kiro.model.BedrockTraits;
import kiro.model.BedrockTraits.Ability;
import kiro.model.BedrockWishes;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.ToolSpec;
import tools.jackson.core.JsonGenerator;

/// Encodes requests. A conversation is sent again with every turn, so the encoded form of each message is kept and only what
/// is new is encoded.
final class RequestEncoder {
    /// The key of the request metadata by which a session's costs can be told from others'.
    private static final String SESSION = "kiro:session";

    private static final byte[] MESSAGES = bytes(",\"messages\":[");
    private static final byte[] FIRST = bytes("\"messages\":[");
    private static final byte[] COMMA = bytes(",");
    private static final byte[] END = bytes("]}");

    /// What follows the last block in an encoded message: `]}`.
    private static final int AFTER_LAST_BLOCK = 2;

    private final BedrockTraits traits;
    private final BedrockWishes wishes;
    private final Optional<String> session;
    private final MessageEncoder messages;
    private final ThinkingFields thinking;
    private final byte[] mark;
    private final ReentrantLock lock = new ReentrantLock();
    private IdentityHashMap<Message, byte[]> encoded = new IdentityHashMap<>();

    /// @param session the id of the session that requests are counted by, where there is one
    RequestEncoder(ModelChoice.Bedrock settings, Optional<String> session) {
        this.traits = settings.traits();
        this.wishes = settings.wishes();
        this.session = session;
        this.messages = new MessageEncoder(traits, BedrockModel.provider(traits));
        this.thinking = new ThinkingFields(traits, wishes);
        this.mark = bytes("," + point());
    }

    /// The body of the request, in parts, for a reply in pieces or as a whole. Two of the four cache points that are allowed
    /// close the tools and the system text; the others close the last two turns of the user, so that the provider finds what
    /// the request before this one left in its cache.
    ///
    /// @param inPieces whether the reply is to be streamed: a guardrail is then told how to go along
    List<byte[]> encode(ModelRequest request, boolean inPieces) {
        byte[] head = head(request, inPieces);
        lock.lock();
        try {
            var parts = new ArrayList<byte[]>();
            parts.add(head);
            parts.add(head.length == 1 ? FIRST : MESSAGES);
            IdentityHashMap<Message, byte[]> used = new IdentityHashMap<>();
            int count = request.messages().size();
            for (int i = 0; i < count; i++) {
                byte[] message = encoded(request.messages().get(i));
                used.put(request.messages().get(i), message);
                if (i > 0) {
                    parts.add(COMMA);
                }
                boolean isMarked = caches() && (i == count - 1 || i == count - 3);
                if (isMarked) {
                    int at = message.length - AFTER_LAST_BLOCK;
                    parts.add(Arrays.copyOf(message, at));
                    parts.add(mark);
                    parts.add(Arrays.copyOfRange(message, at, message.length));
                } else {
                    parts.add(message);
                }
            }
            parts.add(END);
            encoded = used;
            return parts;
        } finally {
            lock.unlock();
        }
    }

    private byte[] encoded(Message message) {
        byte[] known = encoded.get(message);
        return known == null ? messages.encode(message) : known;
    }

    private boolean caches() {
        return wishes.cacheTime().isPresent() && traits.can(Ability.CACHE);
    }

    /// All that stands before the messages, without the end of the object.
    private byte[] head(ModelRequest request, boolean inPieces) {
        var out = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            system(json, request.system());
            tools(json, request.tools());
            int max = Math.min(request.maxOutputTokens(), traits.maxOutput());
            ThinkingFields.Wanted wanted = thinking.of(max, request.messages(), messages::isSent);
            if (wanted.limitsOutput()) {
                json.writeObjectPropertyStart("inferenceConfig");
                json.writeNumberProperty("maxTokens", max);
                json.writeEndObject();
            }
            wanted.json()
                    .ifPresent(fields -> {
                        json.writeName("additionalModelRequestFields");
                        json.writeRawValue(fields);
                    });
            wishes.guardrail().ifPresent(guardrail -> guardrail(json, guardrail, inPieces));
            session.ifPresent(id -> {
                json.writeObjectPropertyStart("requestMetadata");
                json.writeStringProperty(SESSION, id);
                json.writeEndObject();
            });
            json.writeEndObject();
        }
        byte[] object = out.toByteArray();
        return Arrays.copyOf(object, object.length - 1);
    }

    private void system(JsonGenerator json, String system) {
        if (system.isBlank()) {
            return;
        }
        json.writeArrayPropertyStart("system");
        json.writeStartObject();
        json.writeStringProperty("text", JsonText.wellFormed(system));
        json.writeEndObject();
        if (caches()) {
            json.writeRawValue(point());
        }
        json.writeEndArray();
    }

    private void tools(JsonGenerator json, List<ToolSpec> tools) {
        if (tools.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("toolConfig");
        json.writeArrayPropertyStart("tools");
        for (ToolSpec tool : tools) {
            tool(json, tool);
        }
        if (caches() && traits.can(Ability.TOOL_CACHE)) {
            json.writeRawValue(point());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void tool(JsonGenerator json, ToolSpec tool) {
        String schema =
                JsonText.compact(tool.schema())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the schema of " + tool.name() + " is no JSON object"));
        json.writeStartObject();
        json.writeObjectPropertyStart("toolSpec");
        json.writeStringProperty("name", tool.name());
        if (!tool.description().isBlank()) {
            json.writeStringProperty("description", JsonText.wellFormed(tool.description()));
        }
        json.writeObjectPropertyStart("inputSchema");
        json.writeName("json");
        json.writeRawValue(schema);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void guardrail(
            JsonGenerator json, BedrockWishes.Guardrail guardrail, boolean inPieces) {
        json.writeObjectPropertyStart("guardrailConfig");
        json.writeStringProperty("guardrailIdentifier", guardrail.id());
        json.writeStringProperty("guardrailVersion", guardrail.version());
        json.writeStringProperty("trace", guardrail.trace());
        if (inPieces) {
            json.writeStringProperty("streamProcessingMode", guardrail.mode());
        }
        json.writeEndObject();
    }

    /// The mark up to which what was sent is kept. Five minutes go without saying, and not all models know another time.
    private String point() {
        String time =
                wishes.cacheTime()
                        .filter(each -> !each.equals("5m"))
                        .map(each -> ",\"ttl\":\"" + each + "\"")
                        .orElse("");
        return "{\"cachePoint\":{\"type\":\"default\"" + time + "}}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
