package kiro.aws;

import java.util.Optional;
import kiro.secret.Secret;

/// Credentials in the environment.
final class EnvironmentSource implements CredentialSource {
    private final AwsWorld world;

    EnvironmentSource(AwsWorld world) {
        this.world = world;
    }

    @Override
    public Lookup look() {
        Optional<String> accessKey = world.variable("AWS_ACCESS_KEY_ID");
        Optional<String> secretKey = world.variable("AWS_SECRET_ACCESS_KEY");
        if (accessKey.isEmpty() && secretKey.isEmpty()) {
            return new Lookup.None();
        }
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            String missing = accessKey.isEmpty() ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY";
            return Lookup.failed(
                    "half of the AWS credentials is in the environment, and %s is not"
                            .formatted(missing),
                    "set it, or unset the other half");
        }
        return new Lookup.Found(
                new AwsCredentials(
                        accessKey.get(),
                        Secret.of(secretKey.get()),
                        world.variable("AWS_SESSION_TOKEN").map(Secret::of),
                        Optional.empty(),
                        "the environment"));
    }
}
