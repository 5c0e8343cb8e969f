package kiro.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on the loopback address that speaks streamable HTTP, and wants to know who asks where it is told to; it
/// also gives out the tokens.
public final class WebServer implements AutoCloseable {
    private final HttpServer http;
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> challenges = new HashMap<>();
    private boolean isOpen;
    private String token = "first";
    private String metadata = "";
    private int life = 3600;
    private boolean sendsEvents = true;

    private WebServer(HttpServer http) {
        this.http = http;
    }

    public static WebServer start() {
        try {
            var http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
            var server = new WebServer(http);
            http.createContext("/mcp", server::mcp);
            http.createContext("/", server::web);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
            return server;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    WebServer open() {
        isOpen = true;
        return this;
    }

    WebServer withoutEvents() {
        sendsEvents = false;
        return this;
    }

    /// Replaces a text of the metadata by another.
    public WebServer saying(String text) {
        metadata = text;
        return this;
    }

    /// What is given out from now on, and refuses what was before.
    public void changeToken(String fresh) {
        token = fresh;
    }

    public WebServer living(int seconds) {
        life = seconds;
        return this;
    }

    public String site() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public URI uri() {
        return URI.create(site() + "/mcp");
    }

    /// What was asked, in words.
    public List<String> seen() {
        return List.copyOf(seen);
    }

    private void mcp(HttpExchange exchange) throws IOException {
        String authorization =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!isOpen && !authorization.equals("Bearer " + token)) {
            exchange.getResponseHeaders()
                    .set(
                            "WWW-Authenticate",
                            "Bearer error=\"invalid_token\", resource_metadata=\"%s/meta\", scope=\"read write\""
                                    .formatted(site()));
            answer(exchange, 401, "text/plain", "who are you?");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "POST" -> message(exchange, JsonMapper.shared().readTree(body));
            case "DELETE" -> {
                seen.add("session ended");
                answer(exchange, 200, "text/plain", "");
            }
            default -> answer(exchange, 405, "text/plain", "");
        }
    }

    private void message(HttpExchange exchange, JsonNode message) throws IOException {
        String method = message.path("method").asString("");
        seen.add(method);
        if (message.path("id").isMissingNode()) {
            answer(exchange, 202, "text/plain", "");
            return;
        }
        String result =
                switch (method) {
                    case "initialize" -> ShellServer.INTRODUCTION;
                    case "tools/list" -> "{\"tools\":[" + ShellServer.tool("echo", false) + "]}";
                    case "tools/call" -> ShellServer.text("over the network");
                    default -> "{}";
                };
        if (method.equals("initialize")) {
            exchange.getResponseHeaders().set("Mcp-Session-Id", "s1");
        }
        String json =
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
                        .formatted(message.path("id").toString(), result);
        if (sendsEvents) {
            answer(exchange, 200, "text/event-stream", "event: message\ndata: " + json + "\n\n");
        } else {
            answer(exchange, 200, "application/json", json);
        }
    }

    private void web(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        seen.add(exchange.getRequestMethod() + " " + path);
        switch (path) {
            case "/meta" ->
                    json(
                            exchange,
                            200,
                            said(
                                    "{\"resource\":\"%s/mcp\",\"authorization_servers\":[\"%s\"]}"
                                            .formatted(site(), site())));
            case "/.well-known/oauth-authorization-server" ->
                    json(
                            exchange,
                            200,
                            said(
                                    ("{\"issuer\":\"%s\",\"authorization_endpoint\":\"%s/authorize\",\"token_endpoint\":\"%s/token\","
                                                    + "\"registration_endpoint\":\"%s/register\",\"code_challenge_methods_supported\":[\"S256\"]}")
                                            .formatted(site(), site(), site(), site())));
            case "/register" -> {
                seen.add("registers " + JsonMapper.shared().readTree(body).path("client_name"));
                json(exchange, 201, "{\"client_id\":\"c1\"}");
            }
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange, fields(body));
            default -> answer(exchange, 404, "text/plain", "");
        }
    }

    private String said(String usual) {
        if (metadata.isEmpty()) {
            return usual;
        }
        String[] both = metadata.split("=>");
        return usual.replace(both[0], both.length < 2 ? "" : both[1]);
    }

    /// Signs the person in at once, and sends the browser back.
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        challenges.put("code-1", asked.get("code_challenge"));
        seen.add("asks for " + asked.get("scope") + " of " + asked.get("resource"));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        "%s?code=code-1&state=%s&iss=%s"
                                .formatted(
                                        asked.get("redirect_uri"),
                                        asked.get("state"),
                                        metadata.equals("other issuer") ? "http://evil" : site()));
        answer(exchange, 302, "text/plain", "");
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        boolean isProven =
                form.get("grant_type").equals("refresh_token")
                        ? form.get("refresh_token").equals("again")
                        : hash(form.get("code_verifier")).equals(challenges.get(form.get("code")));
        boolean isFor = form.get("resource").equals(uri().toString());
        if (!isProven || !isFor) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        json(
                exchange,
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"refresh_token\":\"again\"}"
                        .formatted(token, life));
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static Map<String, String> fields(String text) {
        var fields = new HashMap<String, String>();
        for (String field : text.split("&")) {
            String[] both = field.split("=", 2);
            fields.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, "application/json", text);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
