package kiro.knowledge.remote;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.http.Connections;
import kiro.http.Exchange;
import kiro.http.ProxyFailure;
import kiro.http.Request;
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
            return follow(exchange, System.nanoTime() + limit.toNanos());
        }
    }

    private Reply follow(Exchange exchange, long until) throws InterruptedException {
        var body = new ByteArrayOutputStream();
        Optional<Exchange.Signal.Head> head = Optional.empty();
        while (body.size() < LONGEST) {
            Optional<Exchange.Signal> signal =
                    exchange.next(Duration.ofNanos(until - System.nanoTime()));
            if (signal.isEmpty()) {
                return new Reply.Broken(
                        "no whole answer came within %d s".formatted(limit.toSeconds()));
            }
            switch (signal.get()) {
                case Exchange.Signal.Head first -> head = Optional.of(first);
                case Exchange.Signal.Packet packet ->
                        packet.bytes().forEach(part -> add(body, part));
                case Exchange.Signal.End _ -> {
                    return answered(head.orElseThrow(), body.toByteArray());
                }
                case Exchange.Signal.Broken broken -> {
                    return new Reply.Broken(words(broken.cause()));
                }
            }
        }
        return new Reply.Broken("the answer is too long");
    }

    private static Reply answered(Exchange.Signal.Head head, byte[] body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            return new Reply.Answered(head.status(), head.headers(), json, json.isObject());
        } catch (JacksonException notJson) {
            return new Reply.Answered(
                    head.status(), head.headers(), JsonNodeFactory.instance.objectNode(), false);
        }
    }

    private static void add(ByteArrayOutputStream body, ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        body.writeBytes(copy);
    }

    private static String words(Throwable cause) {
        String said = "the connection broke";
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ConnectException && at.getMessage() == null) {
                return "connection refused";
            }
            said = at.getMessage() == null ? said : at.getMessage();
            if (at instanceof ProxyFailure) {
                break;
            }
        }
        return said;
    }

    @Override
    public void close() {
        connections.close();
    }
}
