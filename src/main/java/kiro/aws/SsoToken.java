package kiro.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import kiro.secret.Secret;
import kiro.text.OwnFile;
import kiro.text.SmallFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A sign-in to IAM Identity Center as the AWS CLI keeps it in a file, which both read and renew.
final class SsoToken {
    private static final String MAKER = "madeBy";
    private static final String OWN = "openkiro";

    /// A year in seconds: what a service says beyond that is no time.
    private static final long LONGEST = 365 * 86_400L;

    private final Path file;
    private final ObjectNode json;

    private SsoToken(Path file, ObjectNode json) {
        this.file = file;
        this.json = json;
    }

    /// Where the AWS CLI keeps the sign-in of this name.
    ///
    /// @param name that of the session in the settings, else the address that one signs in at
    static Path file(Path home, String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return home.resolve(".aws/sso/cache").resolve(HexFormat.of().formatHex(hash) + ".json");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-1", missing);
        }
    }

    /// Empty where nobody signed in, or the file cannot be read.
    static Optional<SsoToken> read(Path file) {
        try {
            return CredentialText.json(SmallFile.read(file))
                    .filter(SsoToken::isToken)
                    .filter(ObjectNode.class::isInstance)
                    .map(json -> new SsoToken(file, (ObjectNode) json));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The one that a sign-in has just brought.
    static SsoToken issued(
            Path file, CenterPlace place, SsoRegistration client, JsonNode answer, Instant now) {
        ObjectNode json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("startUrl", place.startUrl())
                        .put("region", place.region())
                        .put("clientId", client.id())
                        .put("clientSecret", client.secret().reveal())
                        .put(
                                "registrationExpiresAt",
                                client.until().truncatedTo(ChronoUnit.SECONDS).toString())
                        .put(MAKER, OWN);
        return new SsoToken(file, json).renewed(answer, now);
    }

    /// Whether this program made it, and no other tool has replaced it since.
    boolean isOwn() {
        return json.path(MAKER).asString("").equals(OWN);
    }

    /// Whether an answer or a file has a token that can be sent.
    static boolean isToken(JsonNode json) {
        String token = json.path("accessToken").asString("");
        return !token.isEmpty() && CredentialText.isSendable(token);
    }

    Secret accessToken() {
        return Secret.of(json.path("accessToken").asString(""));
    }

    /// A token without a time counts as over.
    Instant expiry() {
        return time("expiresAt").orElse(Instant.EPOCH);
    }

    /// What a new token is asked for with; empty where the sign-in cannot be renewed any more.
    Optional<Renewal> renewal(Instant now) {
        String client = json.path("clientId").asString("");
        String secret = json.path("clientSecret").asString("");
        String refresh = json.path("refreshToken").asString("");
        boolean isRegistered =
                time("registrationExpiresAt").filter(until -> until.isAfter(now)).isPresent();
        return client.isEmpty() || secret.isEmpty() || refresh.isEmpty() || !isRegistered
                ? Optional.empty()
                : Optional.of(new Renewal(client, Secret.of(secret), Secret.of(refresh)));
    }

    /// @param client the id under which the sign-in was registered
    record Renewal(String client, Secret clientSecret, Secret refreshToken) {}

    /// The sign-in with what a renewal brought.
    SsoToken renewed(JsonNode answer, Instant now) {
        ObjectNode next = json.deepCopy();
        next.put("accessToken", answer.path("accessToken").asString(""));
        next.put(
                "expiresAt",
                now.plusSeconds(Math.clamp(answer.path("expiresIn").asLong(0), 0, LONGEST))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        String refresh = answer.path("refreshToken").asString("");
        if (!refresh.isEmpty()) {
            next.put("refreshToken", refresh);
        }
        return new SsoToken(file, next);
    }

    /// Writes it to its file, for the others who use it.
    void save() throws IOException {
        new OwnFile(file).replacePrivately(json.toString());
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Until when it can be renewed; empty where it cannot.
    Optional<Instant> renewableUntil(Instant now) {
        return renewal(now).flatMap(_ -> time("registrationExpiresAt"));
    }

    private Optional<Instant> time(String field) {
        return CredentialText.instant(json.path(field).asString(""));
    }
}
