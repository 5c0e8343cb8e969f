package kiro.knowledge.remote;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.aws.AwsCredentials;
import kiro.aws.AwsSignIn;
import kiro.aws.Lookup;
import kiro.aws.RequestSigner;
import kiro.aws.ServerTime;
import kiro.knowledge.remote.JsonClient.Reply;
import kiro.secret.Secret;

/// The way into a service of Amazon Bedrock in one region: requests are signed with the person's AWS credentials, or bear a key of
/// Bedrock's own where there is one that the service takes.
public final class AwsDoor {
    private static final String SERVICE = "bedrock";
    private static final Set<String> OF_TIME =
            Set.of(
                    "InvalidSignature",
                    "SignatureDoesNotMatch",
                    "RequestTimeTooSkewed",
                    "RequestExpired",
                    "RequestInTheFuture");

    private final URI base;
    private final String region;
    private final AwsSignIn signIn;
    private final ServerTime time;
    private final Optional<Secret> key;

    /// @param base the service's address, without anything behind it
    /// @param key that requests bear in place of a signature
    public AwsDoor(
            URI base, String region, AwsSignIn signIn, ServerTime time, Optional<Secret> key) {
        this.base = base;
        this.region = region;
        this.signIn = signIn;
        this.time = time;
        this.key = key;
    }

    String region() {
        return region;
    }

    /// What came of a request.
    sealed interface Passage {
        /// @param bearer whose access it was, for people
        record Through(Reply reply, String bearer) implements Passage {}

        /// @param reason why the person cannot ask, with what to do about it
        record Shut(String reason) implements Passage {}
    }

    /// Makes a request; once more where the time was wrong or credentials had expired.
    ///
    /// @param path behind the address, each part of it percent-encoded
    Passage post(JsonClient client, Persistence persistence, String path, byte[] body)
            throws InterruptedException {
        URI address = URI.create(base + path);
        boolean isRenewed = false;
        boolean isTimed = false;
        while (true) {
            if (key.isPresent()) {
                Map<String, String> bearer =
                        Map.of("Authorization", "Bearer " + key.get().reveal());
                return new Passage.Through(
                        persistence.ask(() -> client.post(address, bearer, body)),
                        "the key of bedrock.api-key (AWS_BEARER_TOKEN_BEDROCK)");
            }
            Lookup found = signIn.credentials();
            if (!(found instanceof Lookup.Found(AwsCredentials credentials))) {
                return new Passage.Shut(
                        found instanceof Lookup.Failed failed
                                ? failed.message() + ": " + failed.fix()
                                : "no AWS credentials were found");
            }
            Reply reply =
                    persistence.ask(
                            () -> client.post(address, headers(address, credentials, body), body));
            String kind =
                    reply instanceof Reply.Answered answer && !answer.isGood()
                            ? Refusal.of(answer).kind()
                            : "";
            if (kind.equals("ExpiredToken") && !isRenewed) {
                isRenewed = true;
                signIn.expired(credentials);
            } else if (OF_TIME.contains(kind) && !isTimed && isCorrected(reply)) {
                isTimed = true;
            } else {
                return new Passage.Through(reply, credentials.origin());
            }
        }
    }

    private boolean isCorrected(Reply reply) {
        return reply instanceof Reply.Answered answer && time.correct(answer.headers());
    }

    private Map<String, String> headers(URI address, AwsCredentials credentials, byte[] body) {
        return new RequestSigner(region, SERVICE)
                .headers(
                        new RequestSigner.Unsigned(
                                "POST",
                                address,
                                Map.of("Content-Type", "application/json"),
                                List.of(body)),
                        credentials,
                        time.now());
    }
}
