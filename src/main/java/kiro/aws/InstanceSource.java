package kiro.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;

/// Credentials that a machine of EC2 is lent, by version 2 of its metadata service: a token is asked for first, so that nobody
/// else can have them fetched.
final class InstanceSource implements CredentialSource {
    private static final String USUAL = "http://169.254.169.254";
    private static final String ROLES = "/latest/meta-data/iam/security-credentials/";
    private static final String ORIGIN = "the instance's role";

    /// Machines elsewhere have nobody who answers at that address.
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final AwsWorld world;
    private final AwsCalls calls;
    private volatile boolean hasLent;

    InstanceSource(AwsWorld world, AwsCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    @Override
    public Lookup look() throws InterruptedException {
        Optional<String> token = token();
        Optional<String> role =
                token.isEmpty()
                        ? Optional.empty()
                        : read(ROLES, token.get()).flatMap(text -> text.lines().findFirst());
        if (role.filter(name -> !name.isBlank()).isEmpty()) {
            return hasLent ? nothingNow() : new Lookup.None();
        }
        hasLent = true;
        return read(ROLES + UriText.encoded(role.get().strip()), token.orElse(""))
                .flatMap(CredentialText::json)
                .flatMap(json -> CredentialText.read(json, ORIGIN))
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(InstanceSource::nothingNow);
    }

    private static Lookup nothingNow() {
        return Lookup.unreachable(ORIGIN + " has no credentials at the moment");
    }

    /// The region that the machine is in.
    Optional<String> region() throws InterruptedException {
        Optional<String> token = token();
        return token.isEmpty()
                ? Optional.empty()
                : read("/latest/meta-data/placement/region", token.get()).map(String::strip);
    }

    private Optional<String> token() throws InterruptedException {
        if (world.variable("AWS_EC2_METADATA_DISABLED")
                .filter("true"::equalsIgnoreCase)
                .isPresent()) {
            return Optional.empty();
        }
        return body(
                new Call(
                        "PUT",
                        address("/latest/api/token"),
                        Map.of("X-aws-ec2-metadata-token-ttl-seconds", "21600"),
                        Optional.empty(),
                        LIMIT));
    }

    private Optional<String> read(String path, String token) throws InterruptedException {
        return body(
                Call.get(address(path), Map.of("X-aws-ec2-metadata-token", token.strip()), LIMIT));
    }

    private Optional<String> body(Call call) throws InterruptedException {
        return calls.make(call) instanceof Reply.Answered answer && answer.status() == 200
                ? Optional.of(answer.body())
                : Optional.empty();
    }

    private URI address(String path) {
        String base =
                world.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT")
                        .filter(text -> AwsEndpoint.parsed(text).isPresent())
                        .orElse(USUAL)
                        .replaceFirst("/+$", "");
        return URI.create(base + path);
    }
}
