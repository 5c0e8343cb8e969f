package kiro.model.ollama;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import kiro.http.Exchange;
import kiro.model.ModelChoice;
import kiro.model.ReplyClient;
import kiro.model.ReplyClient.Post;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What Ollama tells of a model, asked once before its first request. Where it tells nothing, the request itself will say what
/// is wrong.
final class ModelCard {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int LONGEST = 8 * 1024 * 1024;

    private final ModelChoice.Ollama settings;
    private final ReplyClient client;
    private volatile Optional<JsonNode> card = Optional.empty();
    private final AtomicBoolean wasAsked = new AtomicBoolean();

    ModelCard(ModelChoice.Ollama settings, ReplyClient client) {
        this.settings = settings;
        this.client = client;
    }

    /// The tokens of its context, as far as it was asked.
    OptionalInt known() {
        return card.stream()
                .flatMap(json -> json.path("model_info").properties().stream())
                .filter(entry -> entry.getKey().endsWith(".context_length"))
                .filter(entry -> entry.getValue().isInt())
                .mapToInt(entry -> entry.getValue().asInt())
                .filter(length -> length > 0)
                .findFirst();
    }

    /// Says what to do about a model that is known not to do what a request needs; empty for all others.
    Optional<String> lacks(boolean tools, boolean thinking) throws InterruptedException {
        read();
        if (tools && lacks("tools")) {
            return Optional.of(
                    "the model '%s' cannot call tools: choose one that can, as 'ollama show' tells"
                            .formatted(settings.model()));
        }
        return thinking && lacks("thinking")
                ? Optional.of(
                        "the model '%s' does not think, so that it cannot be told how much: leave effort out, or choose one that does, as 'ollama show' tells"
                                .formatted(settings.model()))
                : Optional.empty();
    }

    private boolean lacks(String ability) {
        JsonNode capabilities =
                card.map(json -> json.path("capabilities"))
                        .orElseGet(() -> JsonNodeFactory.instance.arrayNode());
        return capabilities.isArray()
                && !capabilities.isEmpty()
                && capabilities.values().stream()
                        .noneMatch(each -> each.asString("").equals(ability));
    }

    void read() throws InterruptedException {
        if (wasAsked.getAndSet(true)) {
            return;
        }
        try (Exchange exchange = client.exchange(question())) {
            card = answer(exchange);
        }
    }

    private Post question() {
        String body =
                JsonNodeFactory.instance.objectNode().put("model", settings.model()).toString();
        return new Post(
                URI.create(settings.baseUrl() + "/api/show"),
                Map.of(),
                List.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<JsonNode> answer(Exchange exchange) throws InterruptedException {
        var body = new ByteArrayOutputStream();
        long until = System.nanoTime() + LIMIT.toNanos();
        while (body.size() < LONGEST) {
            Optional<Exchange.Signal> signal =
                    exchange.next(Duration.ofNanos(until - System.nanoTime()));
            if (signal.isEmpty()) {
                return Optional.empty();
            }
            switch (signal.get()) {
                case Exchange.Signal.Head head -> {
                    if (head.status() != 200) {
                        return Optional.empty();
                    }
                }
                case Exchange.Signal.Packet packet ->
                        packet.bytes().forEach(part -> add(body, part));
                case Exchange.Signal.End _ -> {
                    return json(body.toByteArray());
                }
                case Exchange.Signal.Broken _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static void add(ByteArrayOutputStream body, ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        body.writeBytes(copy);
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(Json.read(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
