package kiro.model.anthropic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kiro.model.ClaudeThinking;
import kiro.model.JsonText;
import kiro.model.Message;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.ThinkingBudget;
import kiro.model.ToolSpec;
import tools.jackson.core.JsonGenerator;

/// Encodes requests. A conversation is sent again with every turn, so the encoded form of each
/// message is kept and only what is new is encoded.
final class RequestEncoder {
    private static final byte[] MARK = bytes(",\"cache_control\":{\"type\":\"ephemeral\"}");
    private static final byte[] MESSAGES = bytes(",\"messages\":[");
    private static final byte[] COMMA = bytes(",");
    private static final byte[] END = bytes("]}");

    /// What follows the last block's fields in an encoded message: `}]}`.
    private static final int AFTER_LAST_BLOCK = 3;

    private final ModelChoice.Anthropic settings;
    private final ReentrantLock lock = new ReentrantLock();
    private IdentityHashMap<Message, byte[]> encoded = new IdentityHashMap<>();
    private Optional<Head> head = Optional.empty();

    RequestEncoder(ModelChoice.Anthropic settings) {
        this.settings = settings;
    }

    /// What comes before the messages, and from what it was made.
    ///
    /// @param thinks whether it asks for thinking
    private record Head(
            String system,
            List<ToolSpec> tools,
            int maxTokens,
            boolean thinks,
            List<byte[]> parts) {
        private boolean isOf(ModelRequest request, int max, boolean asksThinking) {
            return maxTokens == max
                    && thinks == asksThinking
                    && system.equals(request.system())
                    && tools.equals(request.tools());
        }
    }

    /// The body of the request, in parts. Two of the four cache marks that are allowed close the
    /// tools and the system text; the others close the last two turns of the user, so that the
    /// provider finds what the request before this one left in its cache.
    List<byte[]> encode(ModelRequest request) {
        lock.lock();
        try {
            var parts = new ArrayList<>(head(request));
            parts.add(MESSAGES);
            List<Message> messages = request.messages();
            IdentityHashMap<Message, byte[]> used = new IdentityHashMap<>();
            for (int i = 0; i < messages.size(); i++) {
                byte[] message = encoded(messages.get(i));
                used.put(messages.get(i), message);
                if (i > 0) {
                    parts.add(COMMA);
                }
                boolean isMarked = i == messages.size() - 1 || i == messages.size() - 3;
                if (isMarked) {
                    int at = message.length - AFTER_LAST_BLOCK;
                    parts.add(Arrays.copyOf(message, at));
                    parts.add(MARK);
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
        return known == null ? MessageEncoder.encode(message) : known;
    }

    private List<byte[]> head(ModelRequest request) {
        int max = Math.min(request.maxOutputTokens(), settings.maxOutput());
        boolean thinks = thinks(request, max);
        if (head.isEmpty() || !head.get().isOf(request, max, thinks)) {
            head =
                    Optional.of(
                            new Head(
                                    request.system(),
                                    request.tools(),
                                    max,
                                    thinks,
                                    List.of(encodedHead(request, max, thinks))));
        }
        return head.get().parts();
    }

    /// A model that thinks by the number of tokens takes none in the middle of a turn that began without.
    private boolean thinks(ModelRequest request, int max) {
        return settings.thinking()
                .map(thinking ->
                        switch (thinking) {
                            case ClaudeThinking.Adaptive _ -> true;
                            case ClaudeThinking.Budget(int tokens) ->
                                    ThinkingBudget.within(max, tokens) >= ThinkingBudget.LEAST
                                            && ThinkingBudget.mayThink(
                                                    request.messages(), MessageEncoder::isSent);
                        })
                .orElse(false);
    }

    private void thinking(JsonGenerator json, int max) {
        json.writeObjectPropertyStart("thinking");
        switch (settings.thinking().orElseThrow()) {
            case ClaudeThinking.Budget(int tokens) -> {
                json.writeStringProperty("type", "enabled");
                json.writeNumberProperty("budget_tokens", ThinkingBudget.within(max, tokens));
                json.writeEndObject();
            }
            case ClaudeThinking.Adaptive(String effort) -> {
                json.writeStringProperty("type", "adaptive");
                json.writeEndObject();
                json.writeObjectPropertyStart("output_config");
                json.writeStringProperty("effort", effort);
                json.writeEndObject();
            }
        }
    }

    private byte[] encodedHead(ModelRequest request, int max, boolean thinks) {
        var out = new ByteArrayOutputStream(8192);
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("model", settings.model());
            json.writeNumberProperty("max_tokens", max);
            json.writeBooleanProperty("stream", true);
            if (thinks) {
                thinking(json, max);
            }
            if (!request.system().isBlank()) {
                json.writeArrayPropertyStart("system");
                json.writeStartObject();
                json.writeStringProperty("type", "text");
                json.writeStringProperty("text", JsonText.wellFormed(request.system()));
                mark(json);
                json.writeEndObject();
                json.writeEndArray();
            }
            if (!request.tools().isEmpty()) {
                json.writeArrayPropertyStart("tools");
                for (ToolSpec tool : request.tools()) {
                    tool(json, tool, tool.equals(request.tools().getLast()));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        byte[] object = out.toByteArray();
        return Arrays.copyOf(object, object.length - 1);
    }

    private static void tool(JsonGenerator json, ToolSpec tool, boolean isLast) {
        String schema =
                JsonText.compact(tool.schema())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the schema of " + tool.name() + " is no JSON object"));
        json.writeStartObject();
        json.writeStringProperty("name", tool.name());
        json.writeStringProperty("description", JsonText.wellFormed(tool.description()));
        json.writeName("input_schema");
        json.writeRawValue(schema);
        if (isLast) {
            mark(json);
        }
        json.writeEndObject();
    }

    private static void mark(JsonGenerator json) {
        json.writeObjectPropertyStart("cache_control");
        json.writeStringProperty("type", "ephemeral");
        json.writeEndObject();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
