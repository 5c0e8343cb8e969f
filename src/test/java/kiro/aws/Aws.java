package kiro.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.auth.KeptAws;
import kiro.process.CommandRunner;
import kiro.secret.Secret;
import kiro.testing.AnthropicServer;

/// A person's home with files of AWS's tools, and a server that plays the services that lend credentials.
final class Aws implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final Path home;
    final AnthropicServer server = AnthropicServer.start();
    private final Map<String, String> environment = new HashMap<>();
    private Optional<String> profile = Optional.empty();
    private Optional<String> region = Optional.empty();
    private KeptAws kept = KeptAws.NONE;
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    Aws(Path home) {
        this.home = home;
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL", server.url() + "/");
    }

    Aws with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Aws profile(String name) {
        profile = Optional.of(name);
        return this;
    }

    Aws region(String name) {
        region = Optional.of(name);
        return this;
    }

    Aws kept(KeptAws signIns) {
        kept = signIns;
        return this;
    }

    Aws at(Clock other) {
        clock = other;
        return this;
    }

    Aws config(String text) {
        return file(".aws/config", text);
    }

    Aws credentials(String text) {
        return file(".aws/credentials", text);
    }

    Aws file(String name, String text) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    AwsWorld world() {
        return new AwsWorld(
                environment, home, profile, region, new CommandRunner(environment, home), kept);
    }

    AwsSignIn signIn() {
        return new AwsSignIn(world(), time());
    }

    ServerTime time() {
        return new ServerTime(clock);
    }

    /// What is found, looked for once.
    Lookup found() throws InterruptedException {
        try (AwsSignIn signIn = signIn()) {
            return signIn.credentials();
        }
    }

    /// The same in the words of its parts.
    String words() throws InterruptedException {
        return words(found());
    }

    static String words(Lookup found) {
        return switch (found) {
            case Lookup.Found(AwsCredentials each) ->
                    "%s %s %s %s of %s"
                            .formatted(
                                    each.accessKey(),
                                    each.secretKey().reveal(),
                                    each.sessionToken().map(Secret::reveal).orElse("-"),
                                    each.expiry().map(Instant::toString).orElse("-"),
                                    each.origin());
            case Lookup.None _ -> "none";
            case Lookup.Failed failed ->
                    failed.message()
                            + ": "
                            + failed.fix()
                            + (failed.mayPass() ? " (may pass)" : "");
        };
    }

    /// The requests that were made, each as its line and its body.
    List<String> asked() {
        return server.requests().stream()
                .map(each -> (each.line().replace(" HTTP/1.1", "") + " " + each.body()).strip())
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
