package kiro.mcp.oauth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Fetches tokens: for a code, and for the token that is there to fetch others.
final class Grants {
    private static final int OK = 200;

    /// A token that is about to end would end on its way.
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Web web;
    private final Clock clock;

    Grants(Web web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    KeptToken forCode(
            URI server, Authority authority, KeptToken.Client client, String code, Asking asking)
            throws InterruptedException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", asking.redirect());
        form.put("code_verifier", asking.verifier());
        return fetch(server, authority.token(), client, form, Optional.empty());
    }

    /// Another token; a refusal is a failure that says so.
    KeptToken another(KeptToken kept, String refresh) throws InterruptedException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        return fetch(
                URI.create(kept.server()),
                URI.create(kept.tokenPlace()),
                kept.client(),
                form,
                Optional.of(refresh));
    }

    private KeptToken fetch(
            URI server,
            URI place,
            KeptToken.Client client,
            Map<String, String> form,
            Optional<String> refresh)
            throws InterruptedException {
        form.put("client_id", client.id());
        form.put("resource", server.toString());
        Optional<String> header =
                client.secret()
                        .filter(secret -> client.takesBasic())
                        .map(secret -> basic(client.id(), secret));
        if (header.isEmpty()) {
            client.secret().ifPresent(secret -> form.put("client_secret", secret));
        }
        Web.Reply reply = web.post(place, form, header);
        String access = reply.body().path("access_token").asString("");
        if (reply.status() != OK || access.isEmpty()) {
            throw new OAuthFailure(refusal(reply));
        }
        if (!reply.body().path("token_type").asString("").equalsIgnoreCase("bearer")) {
            throw new OAuthFailure("it gives out tokens of a kind that kiro does not know");
        }
        return new KeptToken(
                server.toString(),
                place.toString(),
                client,
                access,
                Optional.of(reply.body().path("refresh_token").asString(""))
                        .filter(text -> !text.isEmpty())
                        .or(() -> refresh),
                expires(reply.body()));
    }

    private Optional<Instant> expires(JsonNode body) {
        long seconds = body.path("expires_in").asLong(0);
        return seconds <= 0
                ? Optional.empty()
                : Optional.of(clock.instant().plusSeconds(seconds).minus(EARLY));
    }

    private static String basic(String id, String secret) {
        String both = Web.encoded(id) + ":" + Web.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    static String refusal(Web.Reply reply) {
        String error = reply.body().path("error").asString("");
        String more = reply.body().path("error_description").asString("");
        return "no token is given out: %s"
                .formatted(
                        error.isEmpty()
                                ? "status " + reply.status()
                                : oneLine(more.isEmpty() ? error : error + ", " + more));
    }

    static String oneLine(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }
}
