package kiro.mcp.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.http.ProxyPassword;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks for small JSON documents; follows nothing elsewhere.
final class Web {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int LARGEST = 1 << 20;

    private @Nullable HttpClient client;

    /// An answer, whatever its status.
    record Reply(int status, JsonNode body, Optional<String> challenge) {}

    Reply get(URI uri) throws InterruptedException {
        return send(ProxyPassword.on(HttpRequest.newBuilder(uri), uri).GET());
    }

    Reply post(URI uri, JsonNode body) throws InterruptedException {
        return send(
                ProxyPassword.on(HttpRequest.newBuilder(uri), uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /// @param authorization of the client itself, where it has one
    Reply post(URI uri, Map<String, String> form, Optional<String> authorization)
            throws InterruptedException {
        String body =
                form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                ProxyPassword.on(HttpRequest.newBuilder(uri), uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return send(request);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply send(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest built =
                request.header("Accept", "application/json, text/event-stream")
                        .timeout(LIMIT)
                        .build();
        try {
            HttpResponse<InputStream> response = client().send(built, BodyHandlers.ofInputStream());
            try (InputStream stream = response.body()) {
                boolean isJson =
                        response.headers().firstValue("Content-Type").orElse("").contains("json");
                return new Reply(
                        response.statusCode(),
                        isJson
                                ? json(stream.readNBytes(LARGEST))
                                : JsonMapper.shared().createObjectNode(),
                        response.headers().firstValue("WWW-Authenticate"));
            }
        } catch (IOException unreachable) {
            throw new OAuthFailure(
                    "%s cannot be reached: %s"
                            .formatted(Addresses.site(built.uri()), unreachable.getMessage()));
        }
    }

    /// Made when something is asked, as it has threads of its own.
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(LIMIT)
                            .build();
            client = made;
        }
        return made;
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException noJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
