package kiro.aws;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;
import kiro.text.SmallFile;

/// Credentials that a container is lent by what runs it (ECS, EKS).
final class ContainerSource implements CredentialSource {
    private static final String ECS = "http://169.254.170.2";
    private static final String ORIGIN = "the container's role";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// Where credentials may come from without encryption.
    private static final Set<String> LOCAL =
            Set.of(
                    "localhost",
                    "127.0.0.1",
                    "[::1]",
                    "169.254.170.2",
                    "169.254.170.23",
                    "[fd00:ec2::23]");

    private final AwsWorld world;
    private final AwsCalls calls;

    ContainerSource(AwsWorld world, AwsCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    @Override
    public Lookup look() throws InterruptedException {
        Optional<String> named =
                world.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                        .map(path -> ECS + path)
                        .or(() -> world.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
        if (named.isEmpty()) {
            return new Lookup.None();
        }
        Optional<URI> address = AwsEndpoint.parsed(named.get()).filter(ContainerSource::isSafe);
        if (address.isEmpty()) {
            return Lookup.failed(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI is neither encrypted nor an address of this machine",
                    "set it to an https address");
        }
        var headers = new HashMap<String, String>();
        Optional<String> file = world.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        if (file.isPresent()) {
            try {
                headers.put("Authorization", SmallFile.read(world.file(file.get())).strip());
            } catch (IOException unreadable) {
                return Lookup.failed(
                        "the container's token cannot be read: " + unreadable.getMessage(),
                        "mend AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
            }
        } else {
            world.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN")
                    .ifPresent(token -> headers.put("Authorization", token));
        }
        return look(address.get(), headers);
    }

    private Lookup look(URI address, Map<String, String> headers) throws InterruptedException {
        return switch (calls.make(Call.get(address, headers, LIMIT))) {
            case Reply.Unreachable(Trouble trouble) ->
                    new Lookup.Failed(
                            "%s cannot be asked for: %s".formatted(ORIGIN, trouble.reason()),
                            trouble.fix(),
                            trouble.mayPass());
            case Reply.Answered answer when answer.status() == 200 ->
                    CredentialText.json(answer.body())
                            .flatMap(json -> CredentialText.read(json, ORIGIN))
                            .<Lookup>map(Lookup.Found::new)
                            .orElseGet(() -> Lookup.unreachable(ORIGIN + " has no credentials"));
            case Reply.Answered answer ->
                    new Lookup.Failed(
                            "%s is refused (HTTP %d)".formatted(ORIGIN, answer.status()),
                            "look at the role of the task or the pod",
                            answer.status() >= 500 || answer.status() == 429);
        };
    }

    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme()) || LOCAL.contains(address.getHost());
    }
}
