package kiro.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.http.Connections;
import kiro.http.Exchange;
import kiro.http.ProxyFailure;
import kiro.http.Request;

/// Short calls to the services that lend credentials.
final class AwsCalls implements AutoCloseable {
    /// How long a service on the network may take.
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final int LONGEST = 1024 * 1024;

    private final Connections connections = new Connections();

    /// @param body empty for a request without one
    record Call(
            String method,
            URI address,
            Map<String, String> headers,
            Optional<String> body,
            Duration limit) {
        static Call get(URI address, Map<String, String> headers, Duration limit) {
            return new Call("GET", address, headers, Optional.empty(), limit);
        }
    }

    /// What came of a call.
    sealed interface Reply {
        record Answered(int status, HttpHeaders headers, String body) implements Reply {}

        /// @param reason in words
        record Unreachable(String reason) implements Reply {}
    }

    Reply make(Call call) throws InterruptedException {
        var headers = new HashMap<>(call.headers());
        headers.put("User-Agent", "openkiro");
        var request =
                new Request(
                        call.method(),
                        call.address(),
                        headers,
                        call.body().map(text -> text.getBytes(UTF_8)).stream().toList());
        try (Exchange exchange = Exchange.start(connections, request)) {
            return follow(exchange, System.nanoTime() + call.limit().toNanos());
        }
    }

    private static Reply follow(Exchange exchange, long until) throws InterruptedException {
        var body = new ByteArrayOutputStream();
        Optional<Exchange.Signal.Head> head = Optional.empty();
        while (body.size() < LONGEST) {
            Optional<Exchange.Signal> signal =
                    exchange.next(Duration.ofNanos(until - System.nanoTime()));
            if (signal.isEmpty()) {
                return new Reply.Unreachable("it does not answer in time");
            }
            switch (signal.get()) {
                case Exchange.Signal.Head first -> head = Optional.of(first);
                case Exchange.Signal.Packet packet ->
                        packet.bytes().forEach(part -> add(body, part));
                case Exchange.Signal.End _ -> {
                    Exchange.Signal.Head first = head.orElseThrow();
                    return new Reply.Answered(
                            first.status(), first.headers(), body.toString(UTF_8));
                }
                case Exchange.Signal.Broken broken -> {
                    return new Reply.Unreachable(words(broken.cause()));
                }
            }
        }
        return new Reply.Unreachable("its answer is too long");
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
        return said.isEmpty() ? said : Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    @Override
    public void close() {
        connections.close();
    }
}
