package kiro.model.ollama;

import java.util.Optional;
import kiro.model.WireFailures.Said;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what Ollama says of an error: one text, with or without a kind.
final class OllamaErrors {
    private OllamaErrors() {}

    static Optional<Said> read(byte[] body) {
        try {
            return of(Json.read(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    static Optional<Said> of(JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isString()) {
            return Optional.of(new Said("", error.asString()));
        }
        return error.isObject()
                ? Optional.of(
                        new Said(
                                error.path("type").asString(""),
                                error.path("message").asString("")))
                : Optional.empty();
    }
}
