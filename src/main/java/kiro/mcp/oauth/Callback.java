package kiro.mcp.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The place on this machine to which a browser brings the code. It hears on the loopback address alone, and takes
/// only an answer to what was asked.
final class Callback implements AutoCloseable {
    private static final String PATH = "/callback";
    private static final int BACKLOG = 8;
    private static final int OK = 200;
    private static final int WRONG = 400;
    private static final String DONE =
            "<!doctype html><meta charset=utf-8><title>kiro</title><p>kiro has what it needs. You can close this page.";
    private static final String NOT_ASKED =
            "<!doctype html><meta charset=utf-8><title>kiro</title><p>This is no answer to what kiro has asked.";

    private final HttpServer server;
    private final BlockingQueue<Map<String, String>> answers = new LinkedBlockingQueue<>();
    private final AtomicReference<String> state = new AtomicReference<>("");

    private Callback(HttpServer server) {
        this.server = server;
    }

    /// @param port any free one, where none is given
    static Callback open(Optional<Integer> port) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                                    port.orElse(0)),
                            BACKLOG);
            var callback = new Callback(server);
            server.createContext(PATH, callback::answer);
            server.start();
            return callback;
        } catch (IOException taken) {
            throw new OAuthFailure(
                    "nothing can be heard on port %s of this machine: %s"
                            .formatted(port.map(String::valueOf).orElse("0"), taken.getMessage()));
        }
    }

    String redirect() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /// To be told before a browser is opened, which may be fast.
    void expect(Asking asking) {
        state.set(asking.state());
    }

    /// Waits for the code.
    ///
    /// @param issuer who has to have sent it, where it says so
    String code(String issuer, Duration limit) throws InterruptedException {
        Map<String, String> answer = answers.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (answer == null) {
            throw new OAuthFailure("nobody has signed in within " + limit.toSeconds() + " seconds");
        }
        if (answer.containsKey("error")) {
            throw new OAuthFailure(
                    "signing in was refused: "
                            + Grants.oneLine(
                                    answer.getOrDefault("error_description", answer.get("error"))));
        }
        String from = answer.getOrDefault("iss", issuer);
        if (!from.equals(issuer)) {
            throw new OAuthFailure("the answer comes from somebody else: " + Grants.oneLine(from));
        }
        return answer.getOrDefault("code", "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> answer = fields(exchange.getRequestURI().getRawQuery());
        boolean isAsked =
                exchange.getRequestURI().getPath().equals(PATH)
                        && !state.get().isEmpty()
                        && MessageDigest.isEqual(
                                bytes(answer.getOrDefault("state", "")), bytes(state.get()))
                        && (answer.containsKey("code") || answer.containsKey("error"));
        byte[] page = bytes(isAsked ? DONE : NOT_ASKED);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(isAsked ? OK : WRONG, page.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(page);
        }
        if (isAsked) {
            answers.add(answer);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(@Nullable String query) {
        var fields = new HashMap<String, String>();
        for (String field : query == null ? new String[0] : query.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
