package kiro.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.model.Message;
import kiro.model.ModelJson;
import kiro.model.Purpose;
import kiro.model.RequestHash;
import kiro.text.Hash;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The records of what goes to the model and comes back from it.
final class ModelEventJson {
    private ModelEventJson() {}

    static void write(JsonGenerator json, Event.OfModel event) {
        switch (event) {
            case Event.Told told -> {
                type(json, "told").writeArrayPropertyStart("blocks");
                told.blocks().forEach(block -> ModelJson.write(json, block));
                json.writeEndArray();
            }
            case Event.ContextLaid laid -> laid(json, laid);
            case Event.FactsRecalled recalled -> RecallJson.write(json, recalled);
            case Event.Compacted compacted -> compacted(json, compacted);
            case Event.ModelAsked asked -> {
                type(json, "model-asked").writeNumberProperty("turn", asked.turn());
                json.writeStringProperty("purpose", asked.purpose().name());
                json.writeNumberProperty("messages", asked.messages());
                asked.hash().ifPresent(hash -> hashes(json, hash));
            }
            case Event.ModelAnswered answered -> {
                type(json, "model-answered").writeNumberProperty("turn", answered.turn());
                json.writeArrayPropertyStart("blocks");
                answered.blocks().forEach(block -> ModelJson.write(json, block));
                json.writeEndArray();
                json.writeStringProperty("stop", answered.stop());
                ModelJson.write(json, answered.usage());
                if (!answered.model().isEmpty()) {
                    json.writeStringProperty("model", answered.model());
                    json.writeStringProperty("why", answered.why());
                }
            }
            case Event.ModelFailed failed -> {
                type(json, "model-failed").writeNumberProperty("turn", failed.turn());
                json.writeStringProperty("kind", failed.kind());
                json.writeStringProperty("message", failed.message());
                failed.retryAfter()
                        .ifPresent(
                                wait -> json.writeNumberProperty("retryAfterMs", wait.toMillis()));
            }
        }
    }

    private static void laid(JsonGenerator json, Event.ContextLaid laid) {
        type(json, "context-laid").writeNumberProperty("window", laid.window());
        json.writeArrayPropertyStart("parts");
        for (Event.ContextPart part : laid.parts()) {
            json.writeStartObject();
            json.writeStringProperty("kind", part.kind());
            json.writeStringProperty("name", part.name());
            json.writeNumberProperty("tokens", part.tokens());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void compacted(JsonGenerator json, Event.Compacted compacted) {
        type(json, "compacted").writeStringProperty("way", compacted.way());
        json.writeNumberProperty("before", compacted.before());
        json.writeNumberProperty("after", compacted.after());
        json.writeArrayPropertyStart("messages");
        for (Message message : compacted.messages()) {
            json.writeStartObject();
            json.writeStringProperty("role", message.role().name());
            json.writeArrayPropertyStart("blocks");
            message.blocks().forEach(block -> ModelJson.write(json, block));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void hashes(JsonGenerator json, RequestHash hash) {
        json.writeStringProperty("request", hash.whole().hex());
        json.writeStringProperty("prefix", hash.prefix().hex());
    }

    static Event read(String type, JsonNode json) {
        int turn = json.path("turn").asInt();
        return switch (type) {
            case "told" -> new Event.Told(all(json, "blocks", ModelJson::block));
            case RecallJson.TYPE -> RecallJson.read(json);
            case "context-laid" ->
                    new Event.ContextLaid(
                            all(json, "parts", ModelEventJson::part), json.path("window").asInt());
            case "compacted" ->
                    new Event.Compacted(
                            text(json, "way"),
                            json.path("before").asLong(),
                            json.path("after").asLong(),
                            all(json, "messages", ModelEventJson::message));
            case "model-asked" ->
                    new Event.ModelAsked(
                            turn,
                            Purpose.valueOf(text(json, "purpose")),
                            json.path("messages").asInt(),
                            hash(json));
            case "model-answered" ->
                    new Event.ModelAnswered(
                            turn,
                            all(json, "blocks", ModelJson::block),
                            text(json, "stop"),
                            ModelJson.usage(json),
                            text(json, "model"),
                            text(json, "why"));
            default ->
                    new Event.ModelFailed(
                            turn,
                            text(json, "kind"),
                            text(json, "message"),
                            json.has("retryAfterMs")
                                    ? Optional.of(
                                            Duration.ofMillis(json.path("retryAfterMs").asLong()))
                                    : Optional.empty());
        };
    }

    private static Event.ContextPart part(JsonNode json) {
        return new Event.ContextPart(
                text(json, "kind"), text(json, "name"), json.path("tokens").asInt());
    }

    private static Message message(JsonNode json) {
        return new Message(
                Message.Role.valueOf(text(json, "role")), all(json, "blocks", ModelJson::block));
    }

    private static Optional<RequestHash> hash(JsonNode json) {
        return json.has("request")
                ? Optional.of(
                        new RequestHash(
                                new Hash(text(json, "request")), new Hash(text(json, "prefix"))))
                : Optional.empty();
    }

    private static <T> List<T> all(JsonNode json, String name, Function<JsonNode, T> read) {
        return json.path(name).values().stream().map(read).toList();
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }

    private static JsonGenerator type(JsonGenerator json, String type) {
        json.writeStringProperty("type", type);
        return json;
    }
}
