package kiro.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;
import kiro.secret.Secret;
import tools.jackson.databind.JsonNode;

/// Calls of the service that knows which roles a person has in which accounts (SSO portal).
final class PortalCalls {
    private final AwsWorld world;
    private final AwsCalls calls;

    PortalCalls(AwsWorld world, AwsCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    /// What the service answers.
    sealed interface Answer {
        record Done(JsonNode json) implements Answer {}

        /// It does not know the token.
        record Unknown() implements Answer {}

        /// @param words what it says; empty for nothing
        record Refused(int status, String words) implements Answer {}

        record Unreachable(Trouble trouble) implements Answer {}
    }

    /// @param query with its values encoded
    Answer get(String region, String path, String query, Secret token) throws InterruptedException {
        return ask("GET", region, path + (query.isEmpty() ? "" : "?" + query), token);
    }

    /// Ends a sign-in at the service; nothing depends on it.
    void logout(String region, Secret token) throws InterruptedException {
        ask("POST", region, "/logout", token);
    }

    private Answer ask(String method, String region, String path, Secret token)
            throws InterruptedException {
        URI address = URI.create(AwsEndpoint.of(world, "SSO", "portal.sso", region) + path);
        var call =
                new Call(
                        method,
                        address,
                        Map.of("x-amz-sso_bearer_token", token.reveal()),
                        Optional.empty(),
                        AwsCalls.LIMIT);
        return switch (calls.make(call)) {
            case Reply.Unreachable(Trouble trouble) ->
                    new Answer.Unreachable(trouble.at(address.getHost()));
            case Reply.Answered answer when answer.status() == 401 -> new Answer.Unknown();
            case Reply.Answered answer when answer.status() == 200 ->
                    CredentialText.json(answer.body())
                            .<Answer>map(Answer.Done::new)
                            .orElseGet(() ->
                                    new Answer.Unreachable(
                                            Trouble.passing(
                                                    address.getHost()
                                                            + " answers with something else than JSON")));
            case Reply.Answered answer ->
                    new Answer.Refused(
                            answer.status(),
                            token.mask(
                                    CredentialText.json(answer.body())
                                            .map(json -> json.path("message").asString(""))
                                            .map(CredentialText::line)
                                            .orElse("")));
        };
    }
}
