package kiro.model.bedrock;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.model.WireFailures.Said;
import tools.jackson.databind.JsonNode;

/// A request that was refused, or a stream that ended in an error, as the service says it.
///
/// @param kind of the error, such as `Throttling`: without what all kinds end in; empty where the service names none
/// @param message empty where there is none
record Refusal(String kind, String message, HttpHeaders headers) {
    /// For errors that have none.
    static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (_, _) -> true);

    private static final String END = "Exception";

    /// Reads a status: the kind is in a header, else in the body.
    static Refusal of(HttpHeaders headers, byte[] body) {
        Optional<JsonNode> json = EventReader.object(body, body.length);
        String type =
                headers.firstValue("x-amzn-ErrorType")
                        .or(() -> json.map(each -> each.path("__type").asString("")))
                        .orElse("");
        return new Refusal(kind(type), json.map(Refusal::message).orElse(""), headers);
    }

    /// Reads an error in the middle of a stream.
    static Refusal of(String type, byte[] data, int length) {
        Optional<JsonNode> json = EventReader.object(data, length);
        String message =
                json.map(Refusal::message)
                        .orElseGet(() -> new String(data, 0, length, StandardCharsets.UTF_8));
        boolean isThrottled =
                json.filter(each -> each.path("originalStatusCode").asInt(0) == 429).isPresent();
        return new Refusal(isThrottled ? "Throttling" : kind(type), message, NONE);
    }

    Optional<Said> said() {
        return kind.isEmpty() && message.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(kind, message));
    }

    private static String message(JsonNode json) {
        String message = json.path("message").asString(json.path("Message").asString(""));
        String original = json.path("originalMessage").asString("");
        return original.isEmpty() || message.contains(original)
                ? message
                : message + " (" + original + ")";
    }

    /// The bare kind: without a namespace before it or an address after it, its first letter large.
    private static String kind(String type) {
        String bare = type.substring(type.indexOf('#') + 1);
        int colon = bare.indexOf(':');
        bare = colon < 0 ? bare : bare.substring(0, colon);
        bare = bare.endsWith(END) ? bare.substring(0, bare.length() - END.length()) : bare;
        return bare.isEmpty()
                ? ""
                : bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }
}
