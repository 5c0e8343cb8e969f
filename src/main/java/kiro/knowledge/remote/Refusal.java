package kiro.knowledge.remote;

import java.util.Locale;
import java.util.Set;
import kiro.knowledge.remote.JsonClient.Reply;
import kiro.tool.Untrusted;
import tools.jackson.databind.JsonNode;

/// An answer that is an error, as the service says it.
///
/// @param kind such as `Throttling`, without what all kinds end in; empty where the service names none
/// @param message empty where there is none
record Refusal(int status, String kind, String message, String resource) {
    private static final int LONGEST = 400;
    private static final String END = "Exception";
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final Set<String> PASSING_KINDS =
            Set.of(
                    "Throttling",
                    "TooManyRequests",
                    "InternalServer",
                    "BadGateway",
                    "ModelNotReady");

    static Refusal of(Reply.Answered answer) {
        JsonNode json = answer.json();
        String type =
                answer.headers()
                        .firstValue("x-amzn-ErrorType")
                        .orElseGet(() -> json.path("__type").asString(""));
        return new Refusal(
                answer.status(),
                kind(type),
                shortened(message(json)),
                shortened(json.path("resourceName").asString("")));
    }

    /// AWS says it at the top, OpenAI in an object, Ollama as the error itself.
    private static String message(JsonNode json) {
        JsonNode error = json.path("error");
        return error.isString()
                ? error.asString()
                : error.isObject()
                        ? error.path("message").asString("")
                        : json.path("message").asString(json.path("Message").asString(""));
    }

    private static String shortened(String text) {
        String line = Untrusted.clean(text).replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
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

    /// Whether the same request may go well in a while.
    boolean mayPass() {
        return PASSING.contains(status) || PASSING_KINDS.contains(kind);
    }

    /// Such as ` (Validation: the id is malformed)`.
    String words() {
        String what = kind.isEmpty() ? "HTTP " + status : kind;
        return message.isEmpty() ? " (" + what + ")" : " (" + what + ": " + message + ")";
    }
}
