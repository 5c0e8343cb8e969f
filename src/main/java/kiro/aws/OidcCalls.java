package kiro.aws;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Calls of the service that gives out the tokens of IAM Identity Center (SSO OIDC).
final class OidcCalls {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final AwsWorld world;
    private final AwsCalls calls;

    OidcCalls(AwsWorld world, AwsCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    /// What the service answers.
    sealed interface Answer {
        record Done(JsonNode json) implements Answer {}

        /// @param error as OAuth names it, such as `slow_down`
        /// @param words what it says of that; empty for nothing
        record Refused(String error, String words) implements Answer {}

        /// It cannot be asked now, or has no time.
        record Busy(Trouble trouble) implements Answer {}
    }

    Answer register(CenterPlace place) throws InterruptedException {
        ObjectNode body =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("clientName", "OpenKiro")
                        .put("clientType", "public");
        if (!place.scopes().isEmpty()) {
            place.scopes().forEach(body.putArray("scopes")::add);
        }
        return post(place.region(), "/client/register", body);
    }

    Answer authorize(CenterPlace place, SsoRegistration client) throws InterruptedException {
        return post(
                place.region(),
                "/device_authorization",
                client.body().put("startUrl", place.startUrl()));
    }

    Answer token(String region, ObjectNode body) throws InterruptedException {
        return post(region, "/token", body);
    }

    private Answer post(String region, String path, ObjectNode body) throws InterruptedException {
        URI address = URI.create(AwsEndpoint.of(world, "SSO_OIDC", "oidc", region) + path);
        var call = new Call("POST", address, JSON, Optional.of(body.toString()), AwsCalls.LIMIT);
        return switch (calls.make(call)) {
            case Reply.Unreachable(Trouble trouble) ->
                    new Answer.Busy(trouble.at(address.getHost()));
            case Reply.Answered answer -> read(address, answer);
        };
    }

    private static Answer read(URI address, Reply.Answered answer) {
        Optional<JsonNode> json = CredentialText.json(answer.body());
        if (answer.status() == 200) {
            return json.<Answer>map(Answer.Done::new)
                    .orElseGet(() -> busy(address, "answers with something else than JSON"));
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            return busy(address, "has no time (HTTP %d)".formatted(answer.status()));
        }
        String said =
                json.map(each ->
                                each.path("error_description")
                                        .asString(each.path("message").asString("")))
                        .orElse("");
        return new Answer.Refused(
                json.map(each -> each.path("error").asString(""))
                        .filter(error -> !error.isBlank())
                        .orElseGet(() -> error(answer)),
                CredentialText.line(said));
    }

    private static Answer busy(URI address, String what) {
        return new Answer.Busy(Trouble.passing(address.getHost() + " " + what));
    }

    /// The error by the name of its exception: `SlowDownException` is `slow_down`.
    private static String error(Reply.Answered answer) {
        return answer.headers()
                .firstValue("x-amzn-ErrorType")
                .map(type -> type.replaceFirst("[:,].*", "").replaceFirst("Exception$", ""))
                .map(type -> type.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
                .orElse("HTTP " + answer.status());
    }
}
