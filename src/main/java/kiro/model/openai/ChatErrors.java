package kiro.model.openai;

import java.util.Optional;
import java.util.Set;
import kiro.model.WireFailures.Said;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what servers say of an error: in OpenAI's form, or in those that others have made of it.
final class ChatErrors {
    /// Codes that say more than the type beside them.
    private static final Set<String> TELLING =
            Set.of(
                    "content_filter",
                    "content_policy_violation",
                    "context_length_exceeded",
                    "image_parse_error",
                    "invalid_image",
                    "invalid_prompt",
                    "insufficient_quota",
                    "billing_hard_limit_reached",
                    "invalid_api_key",
                    "model_not_found",
                    "rate_limit_exceeded");

    private ChatErrors() {}

    /// The error in a body; empty where there is none that can be read.
    static Optional<Said> read(byte[] body) {
        try {
            return of(Json.read(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// The part of the request that an error is about; empty where it names none.
    static String field(byte[] body) {
        try {
            JsonNode json = Json.read(body);
            return text(json.has("error") ? json.path("error") : json, "param");
        } catch (JacksonException notJson) {
            return "";
        }
    }

    /// An error by the name that others have for it.
    static Said plain(Said said) {
        return switch (said.type()) {
            case "server_is_overloaded", "slow_down" -> new Said("overloaded", said.message());
            default -> said;
        };
    }

    /// The error that an object holds, or is.
    static Optional<Said> of(JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isString()) {
            return Optional.of(new Said("", error.asString()));
        }
        if (error.isObject()) {
            return Optional.of(said(error));
        }
        boolean isErrorItself = text(json, "object").equals("error") || json.has("detail");
        return isErrorItself ? Optional.of(said(json)) : Optional.empty();
    }

    private static Said said(JsonNode error) {
        String code = text(error, "code");
        String message = text(error, "message");
        String detail =
                error.path("detail").isString()
                        ? text(error, "detail")
                        : error.path("detail").toString();
        boolean isTelling = TELLING.contains(code) || isStatus(code);
        return new Said(
                isTelling || text(error, "type").isEmpty() ? code : text(error, "type"),
                message.isEmpty() ? detail : message);
    }

    /// Gateways put the status into a stream that began well.
    private static boolean isStatus(String code) {
        return code.matches("429|503|529");
    }

    /// Numbers count as text; what is missing is empty.
    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
