package kiro.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;
import kiro.secret.Secret;

/// The token by which a job of GitHub Actions shows another service what it is.
final class GithubToken {
    private static final String ADDRESS = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String PASS = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
    private static final String AUDIENCE = "sts.amazonaws.com";

    private final AwsWorld world;
    private final AwsCalls calls;

    GithubToken(AwsWorld world, AwsCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    /// What came of asking.
    sealed interface Asked {
        record Given(Secret token) implements Asked {}

        record Failed(String message, String fix, boolean mayPass) implements Asked {}
    }

    /// Whether this is a job that may ask for one.
    static boolean isOffered(AwsWorld world) {
        return world.variable(ADDRESS).isPresent() && world.variable(PASS).isPresent();
    }

    /// A token is good for a few minutes: it is asked for each time.
    Asked ask() throws InterruptedException {
        Optional<URI> address = world.variable(ADDRESS).flatMap(AwsEndpoint::parsed);
        Optional<String> pass = world.variable(PASS).filter(CredentialText::isSendable);
        if (address.isEmpty() || pass.isEmpty()) {
            return new Asked.Failed(
                    "this is no job of GitHub that may ask for a token",
                    "give the job 'permissions: id-token: write', or forget the role with 'kiro auth logout aws'",
                    false);
        }
        String text = address.get().toString();
        URI asked =
                URI.create(
                        text
                                + (text.contains("?") ? "&" : "?")
                                + "audience="
                                + UriText.encoded(AUDIENCE));
        return switch (calls.make(
                Call.get(asked, Map.of("Authorization", "bearer " + pass.get()), AwsCalls.LIMIT))) {
            case Reply.Unreachable(Trouble trouble) ->
                    new Asked.Failed(
                            "GitHub cannot be asked for a token: " + trouble.reason(),
                            trouble.fix(),
                            trouble.mayPass());
            case Reply.Answered answer when answer.status() == 200 ->
                    CredentialText.json(answer.body())
                            .map(json -> json.path("value").asString(""))
                            .filter(value -> !value.isEmpty())
                            .<Asked>map(value -> new Asked.Given(Secret.of(value)))
                            .orElseGet(() ->
                                    new Asked.Failed(
                                            "GitHub answers without a token",
                                            "try again in a while",
                                            true));
            case Reply.Answered answer ->
                    new Asked.Failed(
                            "GitHub gives the job no token (HTTP %d)".formatted(answer.status()),
                            "give the job 'permissions: id-token: write'",
                            answer.status() >= 500 || answer.status() == 429);
        };
    }
}
