package kiro.knowledge.remote;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kiro.http.Connections;
import kiro.http.Exchange;
import kiro.http.Request;
import kiro.http.WholeAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Posts JSON, and waits for the JSON that comes back.
final class JsonClient implements AutoCloseable {
    private static final int LONGEST = 32 * 1024 * 1024;

    private final Connections connections = new Connections();
    private final Duration limit;

    /// @param limit how long an answer may take
    JsonClient(Duration limit) {
        this.limit = limit;
    }

    /// What came back.
    sealed interface Reply {
        /// @param json an empty object where the body is none
        record Answered(int status, HttpHeaders headers, JsonNode json, boolean isJson)
                implements Reply {
            boolean isGood() {
                return status == 200 && isJson;
            }
        }

        /// @param reason in words
        record Broken(String reason) implements Reply {}
    }

    Reply post(URI address, Map<String, String> headers, byte[] body) throws InterruptedException {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        all.put("Accept", "application/json");
        all.put("User-Agent", "openkiro");
        var request = new Request("POST", address, all, List.of(body));
        try (Exchange exchange = Exchange.start(connections, request)) {
            return switch (WholeAnswer.of(exchange, limit, LONGEST)) {
                case WholeAnswer.Whole whole -> answered(whole);
                case WholeAnswer.Late _ ->
                        new Reply.Broken(
                                "no whole answer came within %d s".formatted(limit.toSeconds()));
                case WholeAnswer.TooLong _ -> new Reply.Broken("the answer is too long");
                case WholeAnswer.Broken broken -> new Reply.Broken(broken.words());
            };
        }
    }

    private static Reply answered(WholeAnswer.Whole whole) {
        try {
            JsonNode json = JsonMapper.shared().readTree(whole.body());
            return new Reply.Answered(whole.status(), whole.headers(), json, json.isObject());
        } catch (JacksonException notJson) {
            return new Reply.Answered(
                    whole.status(), whole.headers(), JsonNodeFactory.instance.objectNode(), false);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
