package kiro.mcp.oauth;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds out who gives out the tokens of a server: asked of the server (RFC 9728), then of whom it names (RFC 8414).
/// Whoever it is has to be who they say they are, and to take proof that the one who fetches a token is the one who
/// asked for it.
final class Discovery {
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;
    private static final String PROTOCOL = "2025-11-25";

    private final Web web;

    Discovery(Web web) {
        this.web = web;
    }

    Authority of(URI server) throws InterruptedException {
        Challenge challenge = challenge(server);
        JsonNode resource = resource(server, challenge);
        JsonNode authorities = resource.path("authorization_servers");
        if (!authorities.isArray() || authorities.isEmpty()) {
            throw new OAuthFailure("it does not say who gives out its tokens");
        }
        URI issuer =
                Addresses.checked(authorities.get(0).asString(""), "authorization server", server);
        JsonNode metadata = metadata(issuer);
        List<String> scopes =
                challenge.scopes().isEmpty()
                        ? texts(resource.path("scopes_supported"))
                        : challenge.scopes();
        return authority(issuer, metadata, scopes, server);
    }

    private Challenge challenge(URI server) throws InterruptedException {
        Web.Reply reply = web.post(server, greeting());
        if (reply.status() != UNAUTHORIZED) {
            throw new OAuthFailure(
                    "it does not ask who is there: it answers with status " + reply.status());
        }
        return reply.challenge().map(Challenge::parse).orElse(Challenge.NONE);
    }

    private static ObjectNode greeting() {
        ObjectNode request =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("jsonrpc", "2.0")
                        .put("id", 1)
                        .put("method", "initialize");
        ObjectNode parameters = request.putObject("params").put("protocolVersion", PROTOCOL);
        parameters.putObject("capabilities");
        parameters.putObject("clientInfo").put("name", "kiro").put("version", "1");
        return request;
    }

    private JsonNode resource(URI server, Challenge challenge) throws InterruptedException {
        var places = new ArrayList<URI>();
        if (challenge.metadata().isPresent()) {
            places.add(Addresses.checked(challenge.metadata().get(), "metadata", server));
        } else {
            String known = Addresses.site(server) + "/.well-known/oauth-protected-resource";
            places.add(URI.create(known + Addresses.path(server)));
            places.add(URI.create(known));
        }
        JsonNode found =
                first(places)
                        .orElseThrow(
                                () -> new OAuthFailure("it does not say who gives out its tokens"));
        String resource = found.path("resource").asString("");
        if (!isOf(resource, server)) {
            throw new OAuthFailure("its metadata is about another server: " + resource);
        }
        return found;
    }

    /// A resource may be the server itself or all of its site.
    private static boolean isOf(String resource, URI server) {
        String plain =
                resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
        String whole = Addresses.site(server) + Addresses.path(server);
        return whole.equals(plain)
                || (whole.startsWith(plain + "/") && plain.startsWith(Addresses.site(server)));
    }

    private JsonNode metadata(URI issuer) throws InterruptedException {
        String site = Addresses.site(issuer);
        String path = Addresses.path(issuer);
        var places = new ArrayList<URI>();
        places.add(URI.create(site + "/.well-known/oauth-authorization-server" + path));
        places.add(URI.create(site + "/.well-known/openid-configuration" + path));
        if (!path.isEmpty()) {
            places.add(URI.create(site + path + "/.well-known/openid-configuration"));
        }
        return first(places)
                .orElseThrow(() -> new OAuthFailure(site + " does not say how to sign in"));
    }

    private Optional<JsonNode> first(List<URI> places) throws InterruptedException {
        for (URI place : places) {
            Web.Reply reply = web.get(place);
            if (reply.status() == OK && reply.body().isObject()) {
                return Optional.of(reply.body());
            }
        }
        return Optional.empty();
    }

    private static Authority authority(
            URI issuer, JsonNode metadata, List<String> scopes, URI server) {
        String named = metadata.path("issuer").asString("");
        if (!named.equals(issuer.toString()) && !named.equals(issuer + "/")) {
            throw new OAuthFailure(
                    "%s says that it is another: %s".formatted(Addresses.site(issuer), named));
        }
        if (!texts(metadata.path("code_challenge_methods_supported")).contains("S256")) {
            throw new OAuthFailure(
                    Addresses.site(issuer)
                            + " does not take proof of who asked for a token (PKCE with S256)");
        }
        return new Authority(
                named,
                address(metadata, "authorization_endpoint", server)
                        .orElseThrow(() -> new OAuthFailure("it names no page to sign in at")),
                address(metadata, "token_endpoint", server)
                        .orElseThrow(() -> new OAuthFailure("it names no place for tokens")),
                address(metadata, "registration_endpoint", server),
                scopes,
                !texts(metadata.path("token_endpoint_auth_methods_supported"))
                        .contains("client_secret_post"));
    }

    private static Optional<URI> address(JsonNode metadata, String name, URI server) {
        return Optional.of(metadata.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .map(text -> Addresses.checked(text, name, server));
    }

    private static List<String> texts(JsonNode list) {
        return list.isArray()
                ? list.valueStream().map(each -> each.asString("")).toList()
                : List.of();
    }
}
